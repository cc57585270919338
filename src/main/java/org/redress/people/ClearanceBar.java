package org.redress.people;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever is not cleared gets no new work. */
@Component
class ClearanceBar implements WorkBar {

    private final Clearances clearances;

    ClearanceBar(Clearances clearances) {
        this.clearances = clearances;
    }

    @Override
    public Optional<String> refusal(String caseReference, String account) {
        return clearances.refusal(account);
    }
}
