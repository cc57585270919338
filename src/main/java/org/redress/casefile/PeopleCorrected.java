package org.redress.casefile;

import java.util.List;

/**
 * Told, in the same transaction, when what the file says of its people has changed.
 *
 * @param before everybody on the file as they were
 * @param after everybody on the file as they are
 * @param by the account of whoever changed it
 */
public record PeopleCorrected(String caseReference, List<Party> before, List<Party> after, String by) {

    public PeopleCorrected {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
