package org.redress.engine.security;

import java.util.regex.Pattern;

/** Where to go after signing in: a place in this house and nowhere else. */
final class LocalPath {

    /** One slash, then neither slash nor backslash, then no blank and nothing that a browser drops. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}\\s]*");

    private LocalPath() {}

    /** The path asked for where it is local, otherwise the first page. */
    static String of(String asked) {
        return asked != null && LOCAL.matcher(asked).matches() ? asked : "/";
    }
}
