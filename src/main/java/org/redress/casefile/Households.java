package org.redress.casefile;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.people.Conflicts;
import org.redress.people.StaffAddresses;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the people of a case with the staff. The same surname and the same address bar until a manager has looked;
 * the same surname alone is only told to whoever checks for conflicts.
 */
@Service
@Transactional
public class Households {

    private static final Pattern POSTCODE = Pattern.compile("\\b([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})\\b");

    private final CaseFiles cases;
    private final StaffDirectory staff;
    private final StaffAddresses addresses;
    private final Conflicts conflicts;
    private final JdbcTemplate jdbc;

    Households(
            CaseFiles cases, StaffDirectory staff, StaffAddresses addresses, Conflicts conflicts, JdbcTemplate jdbc) {
        this.cases = cases;
        this.staff = staff;
        this.addresses = addresses;
        this.conflicts = conflicts;
        this.jdbc = jdbc;
    }

    /** The case staff who have the surname of somebody on the case, wherever they live. */
    @Transactional(readOnly = true)
    public List<StaffMember> sameSurname(String reference) {
        List<String> surnames =
                cases.parties(reference).stream().map(party -> surname(party.fullName())).toList();
        return staff.caseStaff(reference).stream()
                .filter(member -> surnames.contains(surname(member.fullName())))
                .toList();
    }

    @EventListener
    void compare(CasePeopleChanged changed) {
        addresses.all().keySet().forEach(account -> compare(changed.caseReference(), account));
    }

    @EventListener
    void compare(StaffAddresses.AddressRecorded recorded) {
        jdbc.queryForList("select reference from app.case_file where state <> 'CLOSED' order by reference", String.class)
                .forEach(reference -> compare(reference, recorded.account()));
    }

    private void compare(String reference, String account) {
        StaffMember member = staff.find(account).orElse(null);
        String address = addresses.of(account).map(StaffAddresses.Recorded::address).orElse(null);
        if (member == null || address == null) {
            return;
        }
        cases.parties(reference).stream()
                .filter(party -> surname(party.fullName()).equals(surname(member.fullName())))
                .filter(party -> sameAddress(address, String.join("\n", party.postalAddress())))
                .findFirst()
                .ifPresent(party -> conflicts.barSameHousehold(
                        reference,
                        account,
                        "Same surname and address as the " + cases.part(party).words().toLowerCase(Locale.UK)));
    }

    /** The last word of a name, without marks and capitals. */
    static String surname(String fullName) {
        String[] words = fullName.strip().split("\\s+");
        return plain(words[words.length - 1]);
    }

    /** Whether two addresses are one: by their postcode, or letter by letter where either has none. */
    static boolean sameAddress(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return false;
        }
        String first = postcode(one);
        String second = postcode(other);
        return first.isEmpty() || second.isEmpty() ? plain(one).equals(plain(other)) : first.equals(second);
    }

    private static String postcode(String address) {
        Matcher found = POSTCODE.matcher(address.toUpperCase(Locale.UK));
        String last = "";
        while (found.find()) {
            last = found.group(1) + found.group(2);
        }
        return last;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
