package org.redress.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.redress.casefile.CaseNotFound;
import org.redress.draft.Drafts;
import org.redress.people.CurrentPerson;
import org.redress.step.OpenSteps;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Tasklist leaves what somebody has typed into a form and not handed in. Only for a step that they have in hand, of a
 * case that they may see; for every other there is nothing here.
 */
@RestController
@RequestMapping("/api/drafts/{task}")
class DraftDoor {

    private final Drafts drafts;
    private final OpenSteps steps;
    private final VisibleCases visible;
    private final CurrentPerson person;

    DraftDoor(Drafts drafts, OpenSteps steps, VisibleCases visible, CurrentPerson person) {
        this.drafts = drafts;
        this.steps = steps;
        this.visible = visible;
        this.person = person;
    }

    /** The draft, or no content; and the guard that whoever wants to leave one must show. */
    @GetMapping
    ResponseEntity<String> read(@PathVariable String task, CsrfToken guard) {
        caseOf(task);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (guard != null) {
            answer.header(guard.getHeaderName(), guard.getToken());
        }
        return answer.contentType(MediaType.APPLICATION_JSON)
                .body(drafts.find(task, person.account()).orElse("{}"));
    }

    @PutMapping
    ResponseEntity<Void> keep(@PathVariable String task, @RequestBody JsonNode answers) {
        String reference = caseOf(task);
        String text = answers.toString();
        if (!(answers instanceof ObjectNode) || text.contains("\\u0000")) {
            return ResponseEntity.unprocessableEntity().build();
        }
        if (text.length() > Drafts.LONGEST) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        drafts.keep(task, reference, person.account(), text);
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping
    ResponseEntity<Void> forget(@PathVariable String task) {
        caseOf(task);
        drafts.forget(task, person.account());
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler(CaseNotFound.class)
    ResponseEntity<Void> nothingHere() {
        return ResponseEntity.notFound().build();
    }

    private String caseOf(String task) {
        String reference = steps.caseOfHeld(task, person.account()).orElseThrow(() -> new CaseNotFound(task));
        return visible.get(reference).reference();
    }
}
