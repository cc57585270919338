package org.redress.kernel;

/** A value that says itself what people read for it. */
public interface InWords {

    /** As it stands on a page, beginning with a capital. */
    String words();
}
