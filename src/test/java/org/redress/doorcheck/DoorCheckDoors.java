package org.redress.doorcheck;

import io.swagger.v3.oas.annotations.Hidden;
import org.redress.people.CurrentPerson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Something behind the doors that answers with who is at work. */
@RestController
@Hidden
class DoorCheckDoors {

    private final CurrentPerson person;

    DoorCheckDoors(CurrentPerson person) {
        this.person = person;
    }

    @GetMapping({"/cases/door-check", "/api/cases/door-check", "/api/calendar/door-check", "/calendar/door-check"})
    String who() {
        return person.account();
    }

    @GetMapping("/api/cases/{reference}/door-check")
    String reference(@PathVariable String reference) {
        return reference;
    }

    @PostMapping("/cases/door-check")
    String post() {
        return person.account();
    }

    @PutMapping("/api/cases/door-check/restriction")
    String restrict() {
        return person.account();
    }
}
