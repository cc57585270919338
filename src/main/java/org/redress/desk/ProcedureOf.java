package org.redress.desk;

import java.util.List;
import java.util.Optional;
import org.redress.kind.Kinds;
import org.springframework.stereotype.Component;

/** Finds who answers for a case: the procedure of its kind. */
@Component
class ProcedureOf {

    private final Kinds kinds;
    private final List<OfKind> answering;

    ProcedureOf(Kinds kinds, List<OfKind> answering) {
        this.kinds = kinds;
        this.answering = answering;
    }

    /** @throws IllegalStateException where the procedure of the case does not answer to this port */
    <T extends OfKind> T of(String caseReference, Class<T> port) {
        return find(caseReference, port)
                .orElseThrow(() -> new IllegalStateException("The procedure of the kind " + kinds.ofReference(caseReference).code()
                        + " needs a bean that implements " + port.getSimpleName() + ", for " + caseReference));
    }

    /** The answer to this port; empty where a procedure is declared and no more. */
    <T extends OfKind> Optional<T> find(String caseReference, Class<T> port) {
        String kind = kinds.ofReference(caseReference).code();
        return all(port).stream().filter(answers -> answers.kind().equals(kind)).findFirst();
    }

    /** Who works the case: as its procedure says, or as it is declared. */
    WhoIsTold staff(String caseReference) {
        return find(caseReference, WhoIsTold.class).orElseGet(() -> new DeclaredStaff(kinds.ofReference(caseReference)));
    }

    <T extends OfKind> List<T> all(Class<T> port) {
        return answering.stream().filter(port::isInstance).map(port::cast).toList();
    }
}
