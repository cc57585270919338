package org.redress.page;

import java.util.Optional;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseNotFound;
import org.redress.people.CurrentPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The cases that the person at work may see. A case that is hidden from them looks like one that is not there. */
@Component
class VisibleCases {

    private static final Logger log = LoggerFactory.getLogger(VisibleCases.class);

    private final CaseFiles cases;
    private final CaseAccess access;
    private final CurrentPerson person;

    VisibleCases(CaseFiles cases, CaseAccess access, CurrentPerson person) {
        this.cases = cases;
        this.access = access;
        this.person = person;
    }

    /** @throws CaseNotFound where there is no such case, or it is hidden from this person */
    CaseFile get(String asWritten) {
        return get(asWritten, "the case file");
    }

    /**
     * @param what what of the case they look at, for the record of a restricted case
     * @throws CaseNotFound where there is no such case, or it is hidden from this person
     */
    CaseFile get(String asWritten, String what) {
        try {
            return access.visible(asWritten, what);
        } catch (CaseNotFound hidden) {
            cases.find(asWritten).ifPresent(file -> log.info(
                    "Refused to {}: case {} is hidden from them", person.account(), file.reference()));
            throw hidden;
        }
    }

    /** The earlier case of which this one may be a duplicate, where it is not hidden from this person. */
    Optional<String> earlierTwin(CaseFile file) {
        return access.earlierTwin(file);
    }

    /** The case, where this person may see it; nothing goes on the record, as nobody opened it. */
    Optional<CaseFile> glimpse(String asWritten) {
        return cases.find(asWritten).filter(access::mayKnow);
    }
}
