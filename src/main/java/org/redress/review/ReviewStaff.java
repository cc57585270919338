package org.redress.review;

import org.redress.desk.Told;
import org.redress.desk.WhoIsTold;
import org.springframework.stereotype.Component;

/** Who works reviews, as the desk tells and raises what needs attention. */
@Component
class ReviewStaff implements WhoIsTold {

    @Override
    public String kind() {
        return Applications.KIND;
    }

    @Override
    public String group(Told told) {
        return switch (told) {
            case CASEWORKER -> ReviewGroups.CASEWORKERS;
            case OFFICER -> ReviewGroups.OFFICERS;
            case MANAGER -> ReviewGroups.MANAGERS;
        };
    }

    @Override
    public String words(Told told) {
        return switch (told) {
            case CASEWORKER -> "the caseworker";
            case OFFICER -> "the reviews officers";
            case MANAGER -> "the manager";
        };
    }

    @Override
    public String oneOf(Told told) {
        return switch (told) {
            case CASEWORKER -> "caseworker";
            case OFFICER -> "reviews officer";
            case MANAGER -> "reviews manager";
        };
    }
}
