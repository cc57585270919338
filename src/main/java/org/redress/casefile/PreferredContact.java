package org.redress.casefile;

/** How a person wants to hear from us. */
public enum PreferredContact {
    EMAIL,
    POST,
    PHONE
}
