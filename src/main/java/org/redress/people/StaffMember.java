package org.redress.people;

import java.util.Collection;
import java.util.Set;

/**
 * One account.
 *
 * @param account the account's id, for example {@code caseworker1}
 * @param fullName the name to show to colleagues
 * @param groups the groups that the account belongs to, see {@link Groups}
 */
public record StaffMember(String account, String fullName, Set<String> groups) {

    public StaffMember {
        groups = Set.copyOf(groups);
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }

    public boolean isInAny(Collection<String> some) {
        return some.stream().anyMatch(groups::contains);
    }
}
