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

    Outgoing(Letter letter, LetterCopy copy) {
        this(letter.id(), letter.caseReference(), letter.kind(), letter.to(), letter.fileName(), copy.title(),
                copy.text(), copy.pdf(), copy.pdfSha256());
    }

    boolean byEmail() {
        return to.preferredContact() == Addressee.Contact.EMAIL && to.email() != null;
    }
}
