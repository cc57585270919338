package org.redress.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that diagrams may call by expression, as {@code ${clocks.dueDay(caseReference, 'PAPERS')}} does. A bean
 * without a marked method does not exist for diagrams, and a method without the mark does not exist on it, so that no
 * deployed text reaches any other code.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForDiagrams {}
