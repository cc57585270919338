package org.redress.letter;

/** An approved letter on its way out, exactly as it was frozen. */
record Outgoing(
        long letterId,
        String caseReference,
        LetterKind kind,
        Addressee to,
        String fileName,
        String title,
        String text,
        byte[] pdf,
        String pdfSha256) {

    Outgoing(Letter letter, OutboxEntry entry, LetterCopy copy) {
        this(letter.id(), letter.caseReference(), letter.kind(), entry.destinationOf(letter.to()), letter.fileName(), copy.title(),
                copy.text(), copy.pdf(), copy.pdfSha256());
    }

    /** Whether there is anywhere to send it. */
    boolean canLeave() {
        return byEmail() || !to.postalAddress().isEmpty();
    }

    boolean byEmail() {
        return to.preferredContact() == Addressee.Contact.EMAIL && to.email() != null;
    }
}
