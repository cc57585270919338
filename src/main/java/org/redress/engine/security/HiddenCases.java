package org.redress.engine.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseFiles;
import org.redress.engine.AsTheHouse;
import org.redress.people.CurrentPerson;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * At the engine's doors, what belongs to a case that is restricted to others, or with which the person has a conflict of
 * interest, does not exist. The engine's own rights
 * already refuse it; here the refusal reads like an id that nobody has, and goes on the record. So does the look that
 * somebody who is named takes at a form.
 */
class HiddenCases extends OncePerRequestFilter {

    private static final Pattern ONE_THING =
            Pattern.compile(".*/(task|process-instance|job)/([0-9a-f-]{36})(/.*)?", Pattern.CASE_INSENSITIVE);

    private final HistoryService history;
    private final ManagementService jobs;
    private final CaseAccess access;
    private final CaseFiles cases;
    private final CurrentPerson person;
    private final AsTheHouse asTheHouse;
    private final ObjectMapper json;

    HiddenCases(
            ProcessEngine engine,
            CaseAccess access,
            CaseFiles cases,
            CurrentPerson person,
            AsTheHouse asTheHouse,
            ObjectMapper json) {
        this.history = engine.getHistoryService();
        this.jobs = engine.getManagementService();
        this.access = access;
        this.cases = cases;
        this.person = person;
        this.asTheHouse = asTheHouse;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher asked = ONE_THING.matcher(UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8));
        if (asked.matches() && person.accountIfAny().isPresent()) {
            String what = asked.group(1).toLowerCase(java.util.Locale.ROOT);
            Optional<CaseFile> file = caseOf(what, asked.group(2));
            if (file.isPresent()) {
                String reference = file.get().reference();
                if (!access.mayKnow(file.get())) {
                    access.refused(reference, person.account(), "a step or procedure in the task list");
                    answerThatThereIsNone(response, what, asked.group(2));
                    return;
                }
                if ("/form-variables".equals(asked.group(3))) {
                    access.seen(reference, person.account(), "a step’s form");
                }
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<CaseFile> caseOf(String what, String id) {
        return asTheHouse.call(() -> instanceOf(what, id)
                .map(instance -> history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult())
                .map(HistoricProcessInstance::getBusinessKey)
                .flatMap(cases::find));
    }

    private Optional<String> instanceOf(String what, String id) {
        return switch (what) {
            case "task" -> Optional.ofNullable(history.createHistoricTaskInstanceQuery().taskId(id).singleResult())
                    .map(HistoricTaskInstance::getProcessInstanceId);
            case "job" -> Optional.ofNullable(jobs.createJobQuery().jobId(id).singleResult()).map(Job::getProcessInstanceId);
            default -> Optional.of(id);
        };
    }

    private void answerThatThereIsNone(HttpServletResponse response, String what, String id) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), Map.of(
                "type", "InvalidRequestException", "message", "No matching " + what + " with id " + id));
    }
}
