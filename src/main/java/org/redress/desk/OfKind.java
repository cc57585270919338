package org.redress.desk;

/**
 * What a procedure answers to the desk about cases of its kind. A procedure brings one bean of each of the ports that extend
 * this one; the desk asks the one whose kind the case is of.
 */
public interface OfKind {

    /** The kind of case, as the procedure declares it. */
    String kind();
}
