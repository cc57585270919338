package org.redress.casefile;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.redress.kind.Kinds;
import org.redress.people.CurrentPerson;
import org.redress.people.Permission;
import org.redress.people.Permissions;
import org.redress.step.StepContext;
import org.redress.step.TaskBar;
import org.springframework.stereotype.Component;

/** What the person at work may do to a case as it stands now, and who may hold which step of it. */
@Component
public class CasePermissions implements TaskBar {

    private final Permissions permissions;
    private final CaseFiles cases;
    private final CurrentPerson person;
    private final Kinds kinds;

    CasePermissions(Permissions permissions, CaseFiles cases, CurrentPerson person, Kinds kinds) {
        this.permissions = permissions;
        this.cases = cases;
        this.person = person;
        this.kinds = kinds;
    }

    /** The actions of {@code permissions.csv} that the person at work may do to this case in its present state. */
    public Set<String> of(CaseFile file) {
        Set<String> groups = person.groups();
        Set<String> may = new TreeSet<>();
        permissions.all().stream()
                .filter(permission -> permission.isFor(groups))
                .filter(permission -> permission.states().allow(isClosed(file)))
                .forEach(permission -> may.add(permission.action()));
        return may;
    }

    /** Whether the state of the case allows it. */
    public boolean stateAllows(Permission permission, CaseFile file) {
        return permission.states().allow(isClosed(file));
    }

    @Override
    public Optional<String> refusal(StepContext context) {
        Optional<Permission> permission = permissions.ofStep(context.step());
        if (permission.isEmpty()) {
            return refusalWithoutLine(context);
        }
        if (!permission.get().isFor(context.groups()) || worksOtherKindsAlone(context)) {
            return Optional.of(lacksRole(context, permission.get().who()));
        }
        if (permission.get().states() == Permission.States.NONE) {
            return Optional.empty();
        }
        return cases.find(context.caseReference())
                .filter(file -> !stateAllows(permission.get(), file))
                .map(file -> "Case " + file.reference() + " is " + (isClosed(file) ? "closed" : "not closed")
                        + ", so this step cannot be done.");
    }

    private boolean worksOtherKindsAlone(StepContext context) {
        return kinds.find(context.caseReference()).filter(kind -> !kinds.openTo(context.groups()).contains(kind.code())).isPresent();
    }

    /** A step without Java is for whoever the diagram offers it to, out of the groups that work such cases. */
    private Optional<String> refusalWithoutLine(StepContext context) {
        Set<String> who = new TreeSet<>(context.offeredTo());
        if (!who.isEmpty() && context.caseReference() != null) {
            who.retainAll(kinds.ofReference(context.caseReference()).groupIds());
            return who.stream().anyMatch(context.groups()::contains) ? Optional.empty() : Optional.of(lacksRole(context, who));
        }
        return Optional.of("No role may do this step. A line 'step " + context.step() + "' in permissions.csv would say who.");
    }

    private static String lacksRole(StepContext context, Set<String> who) {
        return context.person() + " does not have the role that this step needs (" + String.join(", ", new TreeSet<>(who)) + ").";
    }

    private static boolean isClosed(CaseFile file) {
        return file.state() == CaseState.CLOSED;
    }
}
