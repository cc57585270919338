package org.redress.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseReference;
import org.redress.clock.ClockView;
import org.redress.clock.Clocks;
import org.redress.letter.LetterUnknown;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells about a case: its facts and decisions, its clocks, its letters. */
@RestController
@RequestMapping("/api/cases/{reference}")
@Tag(name = "Cases")
class CaseDoor {

    private final CaseAccess access;
    private final CaseViews views;
    private final Clocks clocks;
    private final Letters letters;

    CaseDoor(CaseAccess access, CaseViews views, Clocks clocks, Letters letters) {
        this.access = access;
        this.views = views;
        this.clocks = clocks;
        this.letters = letters;
    }

    @Operation(operationId = "readCase", summary = "The case: facts, parties, decisions, state, letters, documents")
    @GetMapping
    CaseView read(@PathVariable String reference) {
        return views.of(access.visible(reference));
    }

    @Operation(operationId = "readClocks", summary = "Every clock of the case, as it stands or as it was known on a past day")
    @GetMapping("/clocks")
    List<ClockView> clocks(
            @PathVariable String reference,
            @Parameter(description = "A past day: the clocks as the file stood at its end", example = "2026-03-17")
                    @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asKnownOn) {
        String known = access.visible(reference).reference();
        return asKnownOn == null ? clocks.of(known) : clocks.asKnownOn(known, asKnownOn);
    }

    @Operation(operationId = "readLetter", summary = "A letter, as PDF or as text")
    @ApiResponse(responseCode = "200", description = "The letter",
            content = @Content(mediaType = MediaType.APPLICATION_PDF_VALUE, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/letters/{id}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> letterPdf(
            @PathVariable String reference,
            @Parameter(description = "The letter, as the case tells it", example = "7") @PathVariable long id) {
        LetterView letter = letter(reference, id);
        String name = CaseReference.inAddress(letter.caseReference()) + "-" + letter.kind().code() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name).build().toString())
                .body(letters.pdf(id));
    }

    @Operation(operationId = "readLetter", summary = "A letter, as PDF or as text")
    @ApiResponse(responseCode = "200", description = "The letter",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE,
                    schema = @Schema(type = "string", example = "Dear Marisol Quenby-Adeleke ...")))
    @GetMapping(path = "/letters/{id}", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> letterText(
            @PathVariable String reference,
            @Parameter(description = "The letter, as the case tells it", example = "7") @PathVariable long id) {
        letter(reference, id);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(letters.text(id).getBytes(StandardCharsets.UTF_8));
    }

    private LetterView letter(String reference, long id) {
        String known = access.visible(reference, "letter " + id).reference();
        LetterView letter = letters.get(id);
        if (!letter.caseReference().equals(known)) {
            throw new LetterUnknown(id);
        }
        return letter;
    }
}
