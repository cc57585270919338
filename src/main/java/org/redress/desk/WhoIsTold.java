package org.redress.desk;

/** Who works the cases of a kind: the group behind each of those who are told, and what they are called. */
public interface WhoIsTold extends OfKind {

    String group(Told told);

    /** All of them, after "Raised to". */
    String words(Told told);

    /** One of them, without an article. */
    String oneOf(Told told);
}
