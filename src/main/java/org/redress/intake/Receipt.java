package org.redress.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.Document;

/** What a door answers when it has taken something in. */
final class Receipt {

    private Receipt() {}

    /** A case was opened. */
    @Schema(name = "ApplicationTaken", description = "A case was opened", example = """
            {"reference": "RV/2026/000042K"}""")
    record OfApplication(@Schema(description = "The reference of the case", example = "RV/2026/000042K") String reference) {}

    /** A notice or an answer is on the file. */
    @Schema(name = "Taken", description = "It is on the file", example = """
            {"reference": "RV/2026/000042K", "receivedOn": "2026-03-09"}""")
    record OfNotice(
            @Schema(example = "RV/2026/000042K") String reference, @Schema(example = "2026-03-09") LocalDate receivedOn) {}

    /** Papers are on the file. */
    @Schema(name = "PapersTaken", description = "The papers are on the file", example = """
            {"reference": "RV/2026/000042K", "receivedOn": "2026-03-09", "notTaken": ["specialCircumstances"]}""")
    record OfPapers(
            @Schema(example = "RV/2026/000042K") String reference,
            @Schema(example = "2026-03-09") LocalDate receivedOn,
            @Schema(description = "Facts that were sent and are not for papers to say", example = "[\"specialCircumstances\"]")
                    List<String> notTaken) {}

    /** A reply is on the file. */
    @Schema(name = "ReplyTaken", description = "The reply is on the file", example = """
            {"reference": "RV/2026/000042K", "id": 17, "receivedOn": "2026-04-20"}""")
    record OfReply(
            @Schema(example = "RV/2026/000042K") String reference,
            @Schema(description = "The recommendation", example = "17") long id,
            @Schema(example = "2026-04-20") LocalDate receivedOn) {}

    /** A file is on the case. */
    @Schema(name = "DocumentTaken", description = "The file is on the case", example = """
            {"id": 5, "name": "outcome letter.pdf", "mediaType": "application/pdf", "size": 48213,
             "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""")
    record OfDocument(
            @Schema(example = "5") long id,
            @Schema(description = "Its name, without any folder", example = "outcome letter.pdf") String name,
            @Schema(description = "What it is, told by its content", example = "application/pdf") String mediaType,
            @Schema(description = "Bytes", example = "48213") long size,
            @Schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String sha256) {

        static OfDocument of(Document document) {
            return new OfDocument(document.id(), document.name(), document.mediaType(), document.size(), document.sha256());
        }
    }

    /** Who may see the case has changed. */
    @Schema(name = "RestrictionTaken", description = "Who may see the case has changed", example = """
            {"reference": "RV/2026/000042K", "restricted": true, "restrictionVersion": "0d4f2c61"}""")
    record OfRestriction(
            @Schema(example = "RV/2026/000042K") String reference,
            @Schema(example = "true") boolean restricted,
            @Schema(description = "Stands for who may see the case now", example = "0d4f2c61") String restrictionVersion) {}
}
