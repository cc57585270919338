package org.redress.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.redress.casefile.CaseFile;
import org.redress.casefile.CaseNotFound;
import org.redress.casefile.Document;
import org.redress.casefile.Documents;
import org.redress.casefile.ScannerUnavailable;
import org.redress.casefile.UploadRefused;
import org.redress.casefile.UploadsBusy;
import org.redress.kernel.Fault;
import org.redress.people.CurrentPerson;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Papers of a case: onto the file and off it again. */
@Controller
class DocumentPages {

    private final VisibleCases visible;
    private final Documents documents;
    private final CurrentPerson person;

    DocumentPages(VisibleCases visible, Documents documents, CurrentPerson person) {
        this.visible = visible;
        this.documents = documents;
        this.person = person;
    }

    @GetMapping("/cases/{reference}/documents")
    ModelAndView ask(@PathVariable String reference) {
        return page(visible.get(reference), "", List.of(), List.of(), HttpStatus.OK);
    }

    /** What can be kept is kept; what cannot is named, each file with its reason. */
    @PostMapping("/cases/{reference}/documents")
    ModelAndView add(
            @PathVariable String reference,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes afterwards,
            HttpServletResponse response)
            throws IOException {
        CaseFile file = visible.get(reference);
        List<Fault> faults = new ArrayList<>();
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        List<String> kept = new ArrayList<>();
        String typed = Typed.text(note);
        List<MultipartFile> chosen = files == null
                ? List.of()
                : files.stream().filter(one -> one.getOriginalFilename() != null && !one.getOriginalFilename().isEmpty()).toList();
        if (chosen.isEmpty()) {
            faults.add(new Fault("files", "Choose a file"));
        }
        if (Typed.cannotBeKept(typed)) {
            faults.add(new Fault("note", "Type the note again: it holds a character that cannot be kept"));
        } else {
            for (MultipartFile one : chosen) {
                try {
                    Documents.Upload upload = new Documents.Upload(one.getOriginalFilename(), one.getSize(), one);
                    kept.add(documents
                            .addAll(file.reference(), List.of(upload), Typed.orNull(typed), person.account())
                            .get(0)
                            .name());
                } catch (ScannerUnavailable | UploadsBusy away) {
                    faults.add(new Fault("files", away.getMessage()));
                    response.setHeader(HttpHeaders.RETRY_AFTER, "60");
                    status = HttpStatus.SERVICE_UNAVAILABLE;
                } catch (UploadRefused refused) {
                    faults.add(new Fault("files", refused.getMessage()));
                }
            }
        }
        if (!faults.isEmpty()) {
            return page(file, typed, kept, faults, status);
        }
        afterwards.addFlashAttribute(
                "done", kept.size() == 1 ? kept.get(0) + " is on the file." : kept.size() + " files are on the file.");
        return CaseForm.back(file, "#documents");
    }

    /** Always to be saved, never to be opened in this house's name: what it holds was written by somebody else. */
    @GetMapping("/cases/{reference}/documents/{id}")
    ResponseEntity<InputStreamResource> fetch(@PathVariable String reference, @PathVariable long id) {
        String known = visible.get(reference, "document " + id).reference();
        Document document = documents.find(known, id).orElseThrow(() -> new CaseNotFound(reference));
        return ResponseEntity.ok()
                .contentLength(document.size())
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(document.name(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(documents.content(known, id)));
    }

    private static ModelAndView page(CaseFile file, String note, List<String> kept, List<Fault> faults, HttpStatus status) {
        ModelAndView page = new ModelAndView("page/documents", status);
        page.addObject("file", file);
        page.addObject("note", note);
        page.addObject("kept", kept);
        page.addObject("faults", faults);
        return page;
    }
}
