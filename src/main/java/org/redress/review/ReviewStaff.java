package org.redress.review;

import org.redress.desk.Told;
import org.redress.desk.WhoIsTold;
import org.redress.people.Groups;
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
            case CASEWORKER -> Groups.CASEWORKERS;
            case OFFICER -> Groups.REVIEWS_OFFICERS;
            case MANAGER -> Groups.REVIEWS_MANAGERS;
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
