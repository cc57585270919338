package org.redress.casefile;

/** A file that found no room beside those that others are sending. It is not the file's fault: in a minute there is room. */
public class UploadsBusy extends UploadRefused {

    private static final long serialVersionUID = 1L;

    UploadsBusy(String name) {
        super("The file " + name + " was not taken: other large files are being taken in just now. Nothing else is lost. Try again in a"
                + " minute.");
    }
}
