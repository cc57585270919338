package org.redress.desk;

/** Who is told what needs attention. */
public enum Told {
    CASEWORKER,
    OFFICER,
    MANAGER
}
