package org.redress.review;

/** Whether special circumstances make more time just (reg 29(4)). */
public record DecideExtension(
        SpecialCircumstances specialCircumstances, String extensionReason) {}
