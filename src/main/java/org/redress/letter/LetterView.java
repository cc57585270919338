package org.redress.letter;

import java.time.Instant;
import java.util.List;

/**
 * A letter as the case file lists it.
 *
 * @param to who it goes to
 * @param addedLater whether it was drafted after the letters of its purpose, for somebody who came onto the file later
 * @param status DRAFT, APPROVED or SENT; replaced and withdrawn drafts are not listed
 * @param author whose words it carries; {@code redress} for standard text
 * @param additionalText the paragraph that a person added, or null
 * @param approvedBy null while it is a draft
 * @param sentAt null until it is out
 * @param delivery null until it is handed over for sending
 * @param problem why it is not out, in words, or null
 * @param notes what a person should look at before approving, in words
 * @param version to be handed back with a change, so that nobody overwrites another's change
 */
public record LetterView(
        long id,
        String caseReference,
        LetterKind kind,
        String purpose,
        To to,
        boolean addedLater,
        LetterStatus status,
        String author,
        String additionalText,
        Instant draftedAt,
        String approvedBy,
        Instant approvedAt,
        Instant sentAt,
        Delivery delivery,
        String problem,
        List<String> notes,
        long version) {

    /**
     * The addressee in short.
     *
     * @param party the number of the person on the case file, or null for a body
     */
    public record To(Addressee.Role role, String name, Long party) {

        public To(Addressee.Role role, String name) {
            this(role, name, null);
        }

        /** Whether this is the person of that name on the file, as a letter writes it. */
        public boolean isNamed(String fullName) {
            return name.equals(Plain.line(fullName));
        }
    }
}
