package org.redress.desk;

/**
 * What was raised about a case is taken up.
 *
 * @param answer what is to be done
 * @param allocateTo who works on the case from now on; null where nothing changes
 */
public record TakeUpConcern(String answer, String allocateTo) {}
