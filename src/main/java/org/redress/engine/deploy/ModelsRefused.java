package org.redress.engine.deploy;

import org.camunda.bpm.engine.BadUserRequestException;
import org.redress.models.Findings;

/** The gate does not let these files in. The engine takes it for a bad request, which it is, and logs it quietly. */
public final class ModelsRefused extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final transient Findings findings;

    ModelsRefused(Findings findings) {
        super(findings.words());
        this.findings = findings;
    }

    public Findings findings() {
        return findings;
    }
}
