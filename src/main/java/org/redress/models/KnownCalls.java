package org.redress.models;

import java.util.Collection;
import java.util.Set;

/** What diagrams may call by expression. */
public interface KnownCalls {

    /** The names that a call may begin with. */
    Set<String> beans();

    /** Whether there is such a call with that many values between its brackets. */
    boolean knows(String bean, String method, int arguments);

    /** The calls that a bean offers. */
    Collection<String> methodsOf(String bean);
}
