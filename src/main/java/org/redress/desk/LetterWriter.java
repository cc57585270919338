package org.redress.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.Party;
import org.redress.letter.Addressee;
import org.redress.letter.Draft;

/** Writes the letters of a kind of case from its file. */
public interface LetterWriter extends OfKind {

    /**
     * The letters that are drafted, approved and sent as one, with what they say on the file as it is today.
     *
     * @param purpose a code that the procedure declares
     */
    List<Draft> write(String caseReference, String purpose);

    /** The purposes that write to everybody on the file, so that whoever comes onto it later has a letter too. */
    Set<String> purposesToEverybody();

    /** The person on the file to whom a letter goes; empty where it goes to a body. */
    Optional<Party> reader(String caseReference, Addressee to);
}
