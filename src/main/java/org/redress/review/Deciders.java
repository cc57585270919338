package org.redress.review;

import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** How letters say who decided: by name or by role, as the body chooses with {@code redress.decider.by-name}. */
@Component
class Deciders {

    /** @param byName whether letters name the person; otherwise they say the role */
    @ConfigurationProperties("redress.decider")
    record Naming(@DefaultValue("false") boolean byName) {}

    private final StaffDirectory staff;
    private final Naming naming;

    Deciders(StaffDirectory staff, Naming naming) {
        this.staff = staff;
        this.naming = naming;
    }

    /** Who decided, at the beginning of a sentence. */
    String words(String account) {
        if (naming.byName()) {
            return staff.nameOf(account);
        }
        return staff.find(account).map(Deciders::role).orElse("Our reviews team");
    }

    private static String role(StaffMember member) {
        if (member.isIn(ReviewGroups.MANAGERS)) {
            return "A manager of our reviews team";
        }
        return member.isIn(ReviewGroups.OFFICERS) ? "An officer of our reviews team" : "A caseworker of our reviews team";
    }
}
