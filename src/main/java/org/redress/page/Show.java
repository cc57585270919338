package org.redress.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.redress.casefile.CasePath;
import org.redress.casefile.PartyRole;
import org.redress.kernel.InWords;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.redress.people.StaffDirectory;
import org.springframework.util.StringUtils;

/** What templates ask for while they write one page: names, days, and values in words. */
public final class Show {

    /** The account under which the house itself acts. */
    private static final String THE_HOUSE = "redress";

    private final StaffDirectory staff;
    private final Kinds kinds;
    private final Map<String, String> names = new HashMap<>();

    Show(StaffDirectory staff, Kinds kinds) {
        this.staff = staff;
        this.kinds = kinds;
    }

    /** A path of a case as its kind calls it. */
    public String path(String reference, CasePath path) {
        return kinds.find(reference).map(kind -> kind.pathWords(path.name())).orElse(path.name());
    }

    /** A fact as pages say it; null where none is called so. */
    public String factName(String fact) {
        return declared(fact).map(Kind.Fact::words).orElse(null);
    }

    /** The value of a fact in words. */
    public String fact(String fact, Object value) {
        return value(declared(fact).map(one -> one.shown(value)).orElse(value));
    }

    private Optional<Kind.Fact> declared(String fact) {
        return kinds.all().stream().flatMap(kind -> kind.fact(fact).stream()).findFirst();
    }

    /** The kind of a case in words. */
    public String kind(String reference) {
        return kinds.find(reference).map(Kind::name).orElse("");
    }

    /** What a person is to a case, as its kind calls it. */
    public String role(String reference, PartyRole role) {
        return kinds.find(reference).map(kind -> kind.partyWords(role.name())).orElse(role.name());
    }

    /** "Reviews officers": the short name of a group. */
    public String group(String group) {
        return kinds.all().stream()
                .flatMap(kind -> kind.groups().stream())
                .filter(declared -> declared.id().equals(group))
                .map(declared -> StringUtils.capitalize(declared.one()) + "s")
                .findFirst()
                .orElse(group);
    }

    public String day(LocalDate day) {
        return Moments.day(day);
    }

    /** "Thursday 4 June 2026". */
    public String weekday(LocalDate day) {
        return Moments.weekday(day);
    }

    public String dayOf(Instant moment) {
        return Moments.day(moment);
    }

    public String moment(Instant moment) {
        return Moments.moment(moment);
    }

    /** The name of whoever has an account. */
    public String person(String account) {
        return THE_HOUSE.equals(account) ? "Redress" : names.computeIfAbsent(account, staff::nameOf);
    }

    /** A value in words. */
    public String value(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "Yes" : "No";
        }
        if (value instanceof LocalDate day) {
            return day(day);
        }
        if (value instanceof InWords said) {
            return said.words();
        }
        return String.valueOf(value);
    }

    /** "1.4 MB". */
    public String size(long bytes) {
        if (bytes < 1_000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        return bytes < 1_000_000 ? Math.round(bytes / 1_000d) + " kB" : Math.round(bytes / 100_000d) / 10d + " MB";
    }

    /** A reference as it stands in an address. */
    public String address(String reference) {
        return org.redress.casefile.CaseReference.inAddress(reference);
    }
}
