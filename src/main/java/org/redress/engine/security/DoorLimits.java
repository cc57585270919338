package org.redress.engine.security;

import org.redress.engine.accounts.SignInTries;
import org.redress.engine.accounts.TriesUnderWay;
import org.redress.people.CurrentPerson;
import org.springframework.stereotype.Component;

/** Makes the limits that stand in the chains, each with the words of its door. */
@Component
class DoorLimits {

    private final SignInTries tries;
    private final TriesUnderWay underWay;
    private final Floods floods;
    private final CurrentPerson person;

    DoorLimits(SignInTries tries, TriesUnderWay underWay, Floods floods, CurrentPerson person) {
        this.tries = tries;
        this.underWay = underWay;
        this.floods = floods;
        this.person = person;
    }

    SignInLimit ofPasswords(SignInLimit.Who who, SignInLimit.TooEarly tooEarly) {
        return new SignInLimit(tries, underWay, who, tooEarly);
    }

    FloodLimit ofFloods(FloodLimit.TooMany tooMany) {
        return new FloodLimit(floods, person, tooMany);
    }
}
