package org.redress.casefile;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.casefile.CaseSection.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the file itself brings to the page of a case, where it takes no more than a look. */
@Configuration(proxyBeanMethods = false)
class FileSections {

    @Bean
    CaseSection adjustmentsOnPage() {
        return CaseSection.of(Part.NOTICE, 200, "page/case/adjustments", (file, asked) -> Optional.of(Map.of()));
    }

    @Bean
    CaseSection conflictComesUp() {
        return CaseSection.of(Part.COMES_UP, 200, "page/case/conflict", (file, asked) -> Optional.of(Map.of()));
    }

    @Bean
    CaseSection aboutOnPage() {
        return CaseSection.of(Part.SECTION, 400, "page/case/about", (file, asked) -> Optional.of(Map.of()));
    }

    @Bean
    CaseSection documentsOnPage(Documents documents, PaperDescriptions descriptions) {
        return CaseSection.of(
                Part.SECTION,
                1200,
                "page/case/documents",
                (file, asked) -> Optional.of(Map.of(
                        "documents",
                        documents.of(file.reference()),
                        "paperDescriptions",
                        descriptions.of(file.reference()).stream()
                                .collect(Collectors.toMap(paper -> String.valueOf(paper.document()), Function.identity())))));
    }

    @Bean
    CaseSection notesOnPage(CaseFiles cases) {
        return CaseSection.of(
                Part.SECTION,
                1300,
                "page/case/notes",
                (file, asked) -> Optional.of(Map.of("notes", cases.notes(file.reference()))));
    }
}
