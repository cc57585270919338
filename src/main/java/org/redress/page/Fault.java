package org.redress.page;

/**
 * Something to put right before a form can go on.
 *
 * @param field the id of the field it is about
 * @param message what to do
 */
public record Fault(String field, String message) {}
