package org.redress.review;

/** Reg 29(4): whether the case has special circumstances that make more time just. */
public enum SpecialCircumstances {
    NOT_CONSIDERED,
    ACCEPTED,
    REFUSED
}
