package org.redress.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rules of the review that a test proves, by their numbers in {@code rules/review-rules.csv}. Reports name the test
 * after them, and {@code docs/generated/rules-of-the-review.md} leads from each rule to its tests.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rule {

    /** For example {@code "5.1"} or {@code {"5.1", "V10"}}. */
    String[] value();
}
