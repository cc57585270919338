package org.redress.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CasePermissions;
import org.redress.people.CurrentPerson;
import org.redress.record.ActRecord;
import org.redress.record.RecordedAct;
import org.redress.retention.CaseExport;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The record of one case in full, and the case as a bundle. */
@Controller
class RecordPages {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm:ss", Locale.UK);

    private final VisibleCases visible;
    private final ActRecord acts;
    private final CaseExport export;
    private final CasePermissions permissions;
    private final CurrentPerson person;
    private final ObjectMapper json;

    RecordPages(
            VisibleCases visible,
            ActRecord acts,
            CaseExport export,
            CasePermissions permissions,
            CurrentPerson person,
            ObjectMapper json) {
        this.visible = visible;
        this.acts = acts;
        this.export = export;
        this.permissions = permissions;
        this.person = person;
        this.json = json;
    }

    @GetMapping("/cases/{reference}/record")
    String record(@PathVariable String reference, Model model) {
        CaseFile file = visible.get(reference);
        model.addAttribute("file", file);
        model.addAttribute("lines", acts.of(file.reference()).stream().map(this::line).toList());
        model.addAttribute("head", acts.head());
        model.addAttribute("mayExport", permissions.of(file).contains("export-case"));
        return "page/record";
    }

    /** A bundle leaves the house, so making one is an act and not a look. */
    @PostMapping("/cases/{reference}/export")
    void export(@PathVariable String reference, HttpServletResponse response) throws IOException {
        CaseFile file = visible.get(reference);
        response.setContentType("application/zip");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(CaseExport.fileName(file.reference())).build().toString());
        export.write(file.reference(), person.account(), response.getOutputStream());
    }

    private Line line(RecordedAct act) {
        List<Fact> facts = new ArrayList<>();
        if (act.details() != null) {
            JsonNode details = read(act.details());
            JsonNode before = details.path("before");
            JsonNode after = details.path("after");
            if (after.isObject() || before.isObject()) {
                Set<String> names = new TreeSet<>();
                before.fieldNames().forEachRemaining(names::add);
                after.fieldNames().forEachRemaining(names::add);
                names.forEach(name -> facts.add(new Fact(name, text(before.path(name)), text(after.path(name)))));
            } else {
                details.fields().forEachRemaining(one -> facts.add(new Fact(one.getKey(), null, text(one.getValue()))));
            }
        }
        return new Line(act, UTC.format(act.at().atZone(ZoneOffset.UTC)), facts);
    }

    private JsonNode read(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of an act are not JSON", e);
        }
    }

    /** A value as it was recorded; null where there was none. */
    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "Yes" : "No";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /**
     * An act with its moment in UTC and what it says in single facts.
     *
     * @param utc the moment in UTC, to the second
     */
    public record Line(RecordedAct act, String utc, List<Fact> facts) {

        /** Whether anything is told as it was before. */
        public boolean compares() {
            return facts.stream().anyMatch(fact -> fact.before() != null);
        }

        public Instant at() {
            return act.at();
        }
    }

    /** One fact of an act; before is null where nothing stood there or nothing is compared. */
    public record Fact(String name, String before, String after) {}
}
