package org.redress.engine.accounts;

/** Something that has to stand in the engine before the first person or machine can come in. Running it again changes nothing. */
public interface AtStart {

    /** The smaller, the earlier. */
    int order();

    void setUp();
}
