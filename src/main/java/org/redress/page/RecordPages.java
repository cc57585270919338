package org.redress.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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
    private final RecordedFacts recorded;

    RecordPages(
            VisibleCases visible,
            ActRecord acts,
            CaseExport export,
            CasePermissions permissions,
            CurrentPerson person,
            RecordedFacts recorded) {
        this.visible = visible;
        this.acts = acts;
        this.export = export;
        this.permissions = permissions;
        this.person = person;
        this.recorded = recorded;
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
        return new Line(act, UTC.format(act.at().atZone(ZoneOffset.UTC)), recorded.of(act.details()));
    }

    /**
     * An act with its moment in UTC and what it says in single facts.
     *
     * @param utc the moment in UTC, to the second
     */
    public record Line(RecordedAct act, String utc, List<RecordedFacts.Fact> facts) {

        /** Whether anything is told as it was before. */
        public boolean compares() {
            return facts.stream().anyMatch(fact -> fact.before() != null);
        }

        public Instant at() {
            return act.at();
        }
    }
}
