package org.redress.engine.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.IncidentQuery;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.redress.people.CurrentPerson;
import org.redress.people.Groups;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriUtils;

/**
 * The two figures of Cockpit for which the engine does not ask what the person may see. How much runs of each procedure it
 * adds up for everybody alike, hidden cases among it, and so it does with how many steps wait for each group, for whoever has a
 * right on all tasks. Here both become what the person's own lists hold. Every other count of the engine is a
 * query that asks for rights.
 */
class HiddenCounts extends OncePerRequestFilter {

    private static final Pattern STATISTICS = Pattern.compile(".*/process-definition/statistics/?");
    private static final Pattern GROUPS = Pattern.compile(".*/task/report/candidate-group-count/?");

    private static final String INSTANCES = "instances";
    private static final String INCIDENTS = "incidents";
    private static final String FAILED_JOBS = "failedJobs";

    private final IdentityService identity;
    private final RuntimeService running;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final CurrentPerson person;
    private final Groups groups;
    private final ObjectMapper json;

    HiddenCounts(ProcessEngine engine, CurrentPerson person, Groups groups, ObjectMapper json) {
        this.identity = engine.getIdentityService();
        this.running = engine.getRuntimeService();
        this.jobs = engine.getManagementService();
        this.tasks = engine.getTaskService();
        this.person = person;
        this.groups = groups;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !asksFor(STATISTICS, request) && !asksFor(GROUPS, request);
    }

    private static boolean asksFor(Pattern figure, HttpServletRequest request) {
        return figure.matcher(UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (asksFor(GROUPS, request)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), asThePerson(this::waitingByGroup));
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpServletResponse.SC_OK && answer.getContentSize() > 0) {
            ArrayNode lines = (ArrayNode) json.readTree(answer.getContentAsByteArray());
            boolean rootIncidents = Boolean.parseBoolean(request.getParameter("rootIncidents"));
            asThePerson(() -> {
                lines.forEach(line -> count((ObjectNode) line, rootIncidents));
                return lines;
            });
            byte[] counted = json.writeValueAsBytes(inOrder(lines, request));
            answer.resetBuffer();
            answer.getOutputStream().write(counted);
        }
        answer.copyBodyToResponse();
    }

    /** The engine knows the person only while it answers them: here they are told to it once more. */
    private <T> T asThePerson(Supplier<T> counting) {
        identity.setAuthentication(person.account(), new ArrayList<>(person.groups()));
        try {
            return counting.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** As Cockpit expects it: a line for each group for which steps wait in nobody's hands. */
    private ArrayNode waitingByGroup() {
        ArrayNode lines = json.createArrayNode();
        groups.names().keySet().forEach(group -> {
            long waiting = tasks.createTaskQuery().taskCandidateGroup(group).count();
            if (waiting > 0) {
                lines.addObject().put("groupName", group).put("taskCount", waiting);
            }
        });
        return lines;
    }

    private void count(ObjectNode line, boolean rootIncidents) {
        ProcessInstanceQuery instances = running.createProcessInstanceQuery();
        IncidentQuery incidents = running.createIncidentQuery();
        JobQuery failed = jobs.createJobQuery().noRetriesLeft();
        if (line.has("key")) {
            // Cockpit's own list has one line for all versions of a procedure
            String key = line.get("key").asText();
            instances.processDefinitionKey(key);
            incidents.processDefinitionKeyIn(key);
            failed.processDefinitionKey(key);
        } else {
            String version = line.get("id").asText();
            instances.processDefinitionId(version);
            incidents.processDefinitionId(version);
            failed.processDefinitionId(version);
        }
        line.put(INSTANCES, instances.count());
        if (line.path(FAILED_JOBS).asLong() > 0) {
            line.put(FAILED_JOBS, failed.count());
        }
        if (line.get(INCIDENTS) instanceof ArrayNode kinds) {
            countKinds(kinds, rootIncidents ? roots(incidents) : incidents.list());
        } else {
            line.put(INCIDENTS, incidents.count());
        }
    }

    private static List<Incident> roots(IncidentQuery incidents) {
        return incidents.list().stream().filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId())).toList();
    }

    private static void countKinds(ArrayNode kinds, List<Incident> seen) {
        for (Iterator<JsonNode> all = kinds.iterator(); all.hasNext(); ) {
            ObjectNode kind = (ObjectNode) all.next();
            String type = kind.get("incidentType").asText();
            long count = seen.stream().filter(incident -> incident.getIncidentType().equals(type)).count();
            kind.put("incidentCount", count);
            if (count == 0) {
                all.remove();
            }
        }
    }

    /** A list sorted by numbers is sorted again, or its order would tell what was taken out of them. */
    private ArrayNode inOrder(ArrayNode lines, HttpServletRequest request) {
        String by = request.getParameter("sortBy");
        if (!INSTANCES.equals(by) && !INCIDENTS.equals(by)) {
            return lines;
        }
        Comparator<JsonNode> order = Comparator.comparingLong(line -> line.path(by).asLong());
        List<JsonNode> sorted = new ArrayList<>();
        lines.forEach(sorted::add);
        sorted.sort("desc".equals(request.getParameter("sortOrder")) ? order.reversed() : order);
        return json.createArrayNode().addAll(sorted);
    }
}
