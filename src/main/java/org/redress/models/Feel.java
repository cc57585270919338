package org.redress.models;

import java.util.regex.Pattern;

/** FEEL, as far as the closed doors need to understand it. */
final class Feel {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern FUNCTION = Pattern.compile("\\bfunction\\s*\\(|\\bexternal\\b");

    private Feel() {}

    /** Whether it defines a function, which is how FEEL reaches Java. */
    static boolean reachesOut(String expression) {
        String code = TEXT.matcher(expression).replaceAll("\"\"");
        return FUNCTION.matcher(code).find() || FUNCTION.matcher(COMMENT.matcher(code).replaceAll(" ")).find();
    }
}
