package org.redress.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways in which a door refuses, as the description of the doors names them. */
enum Refusal {
    UNREADABLE(400, "What was sent cannot be read", "unreadable", "The body cannot be read",
            "Send well-formed JSON in UTF-8. Nothing was stored."),
    NOT_SIGNED_IN(401, "Nobody said who they are", null, "Unauthorized", "Sign in to use this door."),
    NOT_ALLOWED(403, "Not for this account", null, "Forbidden", "You may not do this."),
    NOT_FOUND(404, "There is no such thing, or not for this account", "not-found", "Not found",
            "There is no case RV/2026/000042K that you may see."),
    NOT_NOW(409, "The case does not allow it now, or somebody else was first", "state", "Not possible now",
            "The case is closed."),
    TOO_LARGE(413, "The file is too large", "upload", "The file was not taken",
            "Send at most 100 MB a file and 110 MB at a time. Nothing was stored."),
    NOT_JSON(415, "The body is no JSON", null, "Unsupported Media Type", "Content-Type 'text/plain' is not supported."),
    FIELDS(422, "Something sent is wrong; every wrong field is named at once", "fields", "Some fields need mending",
            "Nothing was stored. Mend each field named below and send the whole again."),
    TOO_EARLY(429, "Too many wrong passwords from here", null, "Too Many Requests",
            "Too many wrong passwords. Wait 2 minutes and try again."),
    AWAY(503, "The database or the virus scanner is away; Retry-After says when to try again", "database",
            "Not possible at the moment", "The database does not answer. Nothing was stored. Try again in a minute.");

    private final int status;
    private final String words;
    private final Map<String, Object> example = new LinkedHashMap<>();

    Refusal(int status, String words, String type, String title, String detail) {
        this.status = status;
        this.words = words;
        example.put("type", type == null ? "about:blank" : "urn:redress:problem:" + type);
        example.put("title", title);
        example.put("status", status);
        example.put("detail", detail);
        if (status == 422) {
            example.put("errors", List.of(
                    Map.of("field", "applicant.fullName", "message", "Enter the applicant's full name."),
                    Map.of("field", "colour", "message", "This field is not known here. Take it out, or check its spelling.")));
        }
    }

    int status() {
        return status;
    }

    /** When it is given. */
    String words() {
        return words;
    }

    /** What it looks like. */
    Map<String, Object> example() {
        return example;
    }
}
