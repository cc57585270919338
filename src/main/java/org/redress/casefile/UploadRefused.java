package org.redress.casefile;

/** A file that may not come onto the case file; the message says why and what to do instead. */
public class UploadRefused extends RuntimeException {

    public UploadRefused(String message) {
        super(message);
    }
}
