package org.redress.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseFile;
import org.redress.casefile.Documents;
import org.redress.casefile.RestrictionRefused;
import org.redress.casefile.Restrictions;
import org.redress.people.CurrentPerson;
import org.redress.people.StaffDirectory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What is put on a case file, and who may see it. */
@RestController
@RequestMapping("/api/cases/{reference}")
@Tag(name = "Cases")
class CaseFileDoor {

    private final CasesToWrite cases;
    private final CaseAccess access;
    private final Documents documents;
    private final Restrictions restrictions;
    private final StaffDirectory staff;
    private final CurrentPerson person;

    CaseFileDoor(
            CasesToWrite cases,
            CaseAccess access,
            Documents documents,
            Restrictions restrictions,
            StaffDirectory staff,
            CurrentPerson person) {
        this.cases = cases;
        this.access = access;
        this.documents = documents;
        this.restrictions = restrictions;
        this.staff = staff;
        this.person = person;
    }

    @Operation(operationId = "addDocuments", summary = "Puts files on the case",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content =
                    @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = Upload.class))))
    @PostMapping("/documents")
    @ResponseStatus(HttpStatus.CREATED)
    List<Receipt.OfDocument> upload(
            @PathVariable String reference,
            @Parameter(hidden = true) @RequestParam("file") List<MultipartFile> files,
            @Parameter(hidden = true) @RequestParam(name = "note", required = false) String note)
            throws IOException {
        CaseFile file = cases.get(reference);
        List<Documents.Upload> uploads = files.stream()
                .map(sent -> new Documents.Upload(sent.getOriginalFilename(), sent.getSize(), sent))
                .toList();
        return documents.addAll(file.reference(), uploads, note, person.account()).stream()
                .map(Receipt.OfDocument::of)
                .toList();
    }

    @Operation(operationId = "restrictCase",
            summary = "Restricts a case to named people, or lifts the restriction; with the restrictionVersion of the case as it"
                    + " was read, only where nobody changed it since")
    @PutMapping("/restriction")
    Receipt.OfRestriction restriction(@PathVariable String reference, @RequestBody Sent<RestrictionBody> body) {
        CaseFile file = access.visible(reference);
        RestrictionBody said = body.whole((restriction, wrong) -> new TreeSet<>(restriction.allowed()).stream()
                .filter(account -> staff.find(account).isEmpty())
                .forEach(account -> wrong.name("allowed", "Nobody has the account " + account + ". Check its spelling.")));
        Runnable change = () -> {
            if (said.restricted()) {
                restrictions.restrict(
                        file.reference(),
                        new TreeSet<>(said.allowed()),
                        Boolean.TRUE.equals(said.givenAway()),
                        said.reason(),
                        person.account());
            } else {
                restrictions.lift(file.reference(), said.reason(), person.account());
            }
        };
        try {
            if (said.restrictionVersion() == null) {
                change.run();
            } else {
                restrictions.whereStill(said.restrictionVersion(), file.reference(), change);
            }
        } catch (RestrictionRefused refused) {
            throw body.refused(refused.field(), refused.getMessage());
        }
        return new Receipt.OfRestriction(file.reference(), said.restricted(), restrictions.mark(file.reference()));
    }
}
