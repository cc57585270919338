package org.redress.draft;

/** Somebody else was first: what a person wanted to change no longer stands as they saw it. Nothing was done. */
public class ChangedMeanwhile extends RuntimeException {

    ChangedMeanwhile(String thing) {
        super("Changed by somebody else meanwhile: " + thing);
    }
}
