package org.redress.people;

import java.util.List;
import java.util.Optional;
import org.redress.kind.Kind;

/** The accounts as they are now, wherever they are kept. Lists are in the order of account ids. */
public interface StaffDirectory {

    Optional<StaffMember> find(String account);

    List<StaffMember> inGroup(String group);

    /** Every person with an account; machines are no staff. */
    List<StaffMember> all();

    /** The people who work on cases of some kind. */
    List<StaffMember> caseStaff();

    /** The people who work on cases of the kind of this one. */
    List<StaffMember> caseStaff(String caseReference);

    /** The groups that have a part in the work on a case, in the order in which its kind declares them. */
    List<String> groupsWith(Kind.Part part, String caseReference);

    /** The name to show for an account, also of somebody who has left; the account's id where nobody was ever known by it. */
    default String nameOf(String account) {
        return find(account).map(StaffMember::fullName).orElse(account);
    }
}
