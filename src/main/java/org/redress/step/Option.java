package org.redress.step;

/**
 * One choice that a form offers.
 *
 * @param label what the person reads
 * @param value the code that is handed in
 */
public record Option(String label, String value) {}
