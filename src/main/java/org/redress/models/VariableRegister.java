package org.redress.models;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The register of process variables, as the guide for process owners has it: the guide is what counts. */
public final class VariableRegister {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\| [^|]+ \\| [^|]+ \\| no \\|\\r?$");

    private VariableRegister() {}

    /** The variables that may exist, by name, each with its type. */
    public static Map<String, String> types(String guide) {
        Map<String, String> types = new TreeMap<>();
        Matcher row = ROW.matcher(guide);
        while (row.find()) {
            types.put(row.group(1), row.group(2));
        }
        return types;
    }
}
