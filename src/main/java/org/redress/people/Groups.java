package org.redress.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.springframework.stereotype.Component;

/**
 * The groups that decide who may do what: those of the house, whose ids are fixed because other systems name them, and those that
 * each kind of case declares for the work on it.
 */
@Component
public class Groups {

    /** Those who edit diagrams, tables, forms and letters, and see no case. */
    public static final String PROCESS_OWNERS = "process-owners";

    /** Private Office correspondence. */
    public static final String PRIVATE_OFFICE = "private-office";

    /** Machines that hand in applications and what the force sends, and see nothing else. */
    public static final String INTAKE_CLIENTS = "intake-clients";

    /** Those who administer accounts, and see no case content. */
    public static final String ADMINISTRATORS = "camunda-admin";

    private static final Map<String, String> OF_THE_HOUSE = Map.of(
            PROCESS_OWNERS, "Process owners",
            PRIVATE_OFFICE, "Private Office correspondence",
            INTAKE_CLIENTS, "Machines that hand in applications",
            ADMINISTRATORS, "Administrators of accounts");

    private final Kinds kinds;

    public Groups(Kinds kinds) {
        this.kinds = kinds;
    }

    /** Every group there is, with its name in full, in the order of their ids. */
    public Map<String, String> names() {
        Map<String, String> names = new TreeMap<>(OF_THE_HOUSE);
        kinds.all().forEach(kind -> kind.groups().forEach(group -> names.put(group.id(), group.name())));
        return names;
    }

    /** Those who work on cases of some kind. */
    public Set<String> caseStaff() {
        return kinds.groups();
    }

    /** Those who have a part in the work on cases of some kind. */
    public Set<String> with(Kind.Part part) {
        return kinds.groups(part);
    }

    /** Those who have a part in the work on one case, in the order in which its kind declares them. */
    public List<String> with(Kind.Part part, String caseReference) {
        return kinds.ofReference(caseReference).groups(part);
    }

    /** The groups that a word of a table means: a part of the work stands for every group that has it, any other word for itself. */
    public List<String> named(String word) {
        return Stream.of(Kind.Part.values())
                .filter(part -> part.word().equals(word))
                .findFirst()
                .map(part -> with(part).stream().sorted().toList())
                .orElseGet(() -> List.of(word));
    }

    /** Those who answer for the work on one case, or on any where no case is meant. */
    public Collection<String> managersOf(String caseReference) {
        return kinds.find(caseReference).<Collection<String>>map(kind -> kind.groups(Kind.Part.MANAGER))
                .orElseGet(() -> with(Kind.Part.MANAGER));
    }

    /** What one of its members is called, for example "reviews officer"; the id for a group that no kind declares. */
    public String one(String group) {
        return kinds.all().stream()
                .flatMap(kind -> kind.groups().stream())
                .filter(declared -> declared.id().equals(group))
                .map(Kind.Group::one)
                .findFirst()
                .orElse(group);
    }

    /** Whether somebody works on cases of the kind of this one. */
    public boolean worksOn(StaffMember member, String caseReference) {
        return member.isInAny(kinds.ofReference(caseReference).groupIds());
    }

    /** Whether somebody works on cases of some kind. */
    public boolean isCaseStaff(StaffMember member) {
        return member.isInAny(caseStaff());
    }
}
