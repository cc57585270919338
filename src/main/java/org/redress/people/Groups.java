package org.redress.people;

import java.util.Set;

/** The groups that decide who may do what. Their ids are fixed: other systems and the diagrams name them. */
public final class Groups {

    /** Police Complaint Reviews Caseworkers (grade 7). */
    public static final String CASEWORKERS = "caseworkers";

    /** Police Complaint Reviews Officers (grade 6). */
    public static final String REVIEWS_OFFICERS = "reviews-officers";

    /** Police Complaint Reviews Managers (grade 5). */
    public static final String REVIEWS_MANAGERS = "reviews-managers";

    /** Those who edit diagrams, tables, forms and letters, and see no case. */
    public static final String PROCESS_OWNERS = "process-owners";

    /** Private Office correspondence. */
    public static final String PRIVATE_OFFICE = "private-office";

    /** Machines that hand in applications and what the force sends, and see nothing else. */
    public static final String INTAKE_CLIENTS = "intake-clients";

    /** Those who administer accounts, and see no case content. */
    public static final String ADMINISTRATORS = "camunda-admin";

    /** Those who work on review cases and may see them. */
    public static final Set<String> CASE_STAFF = Set.of(CASEWORKERS, REVIEWS_OFFICERS, REVIEWS_MANAGERS);

    /** Every group there is. */
    public static final Set<String> ALL = Set.of(
            CASEWORKERS, REVIEWS_OFFICERS, REVIEWS_MANAGERS, PROCESS_OWNERS, PRIVATE_OFFICE, INTAKE_CLIENTS, ADMINISTRATORS);

    private Groups() {}
}
