package org.redress.casefile;

/** A file that nobody could look at for viruses, so it was not taken. It is not the file's fault: later it may be. */
public class ScannerUnavailable extends UploadRefused {

    private static final long serialVersionUID = 1L;

    ScannerUnavailable(String message) {
        super(message);
    }
}
