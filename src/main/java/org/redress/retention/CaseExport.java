package org.redress.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.casefile.CaseAccess;
import org.redress.casefile.CaseReference;
import org.redress.casefile.Document;
import org.redress.casefile.Documents;
import org.redress.letter.LetterView;
import org.redress.letter.Letters;
import org.redress.people.StaffDirectory;
import org.redress.record.Act;
import org.redress.record.ActRecord;
import org.redress.record.CaseHolding;
import org.redress.record.Head;
import org.redress.record.RecordedAct;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * One case as a bundle: its record to read and as data, its letters and documents, and every row that is kept about it. The
 * head of the chain is printed on it, so that whoever keeps the bundle can later tell whether the record was cut.
 */
@Service
public class CaseExport {

    private static final String EARLIER_TWIN = "possible_duplicate_of";

    private final ActRecord acts;
    private final ObjectProvider<CaseHolding> holdings;
    private final Letters letters;
    private final Documents documents;
    private final CaseAccess access;
    private final StaffDirectory staff;
    private final Bundles bundles;

    CaseExport(
            ActRecord acts,
            ObjectProvider<CaseHolding> holdings,
            Letters letters,
            Documents documents,
            CaseAccess access,
            StaffDirectory staff,
            Bundles bundles) {
        this.acts = acts;
        this.holdings = holdings;
        this.letters = letters;
        this.documents = documents;
        this.access = access;
        this.staff = staff;
        this.bundles = bundles;
    }

    /** A line of the record as it is read on paper. */
    public record Line(
            long number, String utc, String london, String person, String role, String action, String summary, String ground,
            String details, String hash) {}

    /**
     * Writes the bundle. That it was made goes on record first and is the last act in it.
     *
     * @throws IOException where the reader went away
     */
    public void write(String reference, String by, OutputStream out) throws IOException {
        bundles.onRecord(List.of(Act.of(reference, by, "EXPORTED_CASE", "Case exported as a bundle")));
        List<RecordedAct> recorded = acts.of(reference);
        Head head = acts.head();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("reference", reference);
        model.put("head", head.toString());
        model.put("first", recorded.get(recorded.size() - 1).number());
        model.put("last", recorded.get(0).number());
        model.put("madeBy", staff.nameOf(by));
        model.put("madeAt", Bundle.london(recorded.get(0).at()));
        model.put("acts", recorded.stream().map(this::line).toList());
        List<LetterView> written = letters.of(reference);
        List<Document> papers = documents.of(reference);
        model.put("letters", written.stream().map(CaseExport::nameOf).toList());
        model.put("documents", papers.stream().map(CaseExport::nameOf).toList());
        try (Bundle bundle = bundles.open(out)) {
            bundle.page("record.html", "record", model);
            bundle.json("record.json", Map.of(
                    "reference", reference, "head", head.toString(), "first", model.get("first"), "last", model.get("last"),
                    "acts", recorded));
            bundle.json("file.json", rows(reference, by));
            for (LetterView letter : written) {
                bundle.bytes("letters/" + nameOf(letter) + ".pdf", letters.pdf(letter.id()));
                bundle.text("letters/" + nameOf(letter) + ".txt", letters.text(letter.id()));
            }
            for (Document paper : papers) {
                try (InputStream content = documents.content(reference, paper.id())) {
                    bundle.stream("documents/" + nameOf(paper), content);
                }
            }
        }
    }

    /** The name of the bundle. */
    public static String fileName(String reference) {
        return CaseReference.inAddress(reference) + ".zip";
    }

    private Map<String, List<Map<String, Object>>> rows(String reference, String by) {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        List<CaseHolding> ordered = new ArrayList<>(holdings.orderedStream().toList());
        java.util.Collections.reverse(ordered);
        ordered.forEach(holding -> rows.putAll(holding.rows(reference)));
        // the earlier twin may be hidden from whoever exports this case
        rows.getOrDefault("case_file", List.of()).stream()
                .filter(file -> !access.mayKnow((String) file.get(EARLIER_TWIN), by))
                .forEach(file -> file.put(EARLIER_TWIN, null));
        return rows;
    }

    private Line line(RecordedAct act) {
        return new Line(
                act.number(),
                Bundle.utc(act.at()),
                Bundle.london(act.at()),
                "redress".equals(act.person()) ? "Redress" : staff.nameOf(act.person()),
                act.role(),
                act.action(),
                act.summary(),
                act.ground(),
                "{}".equals(act.details()) ? null : act.details(),
                act.hash());
    }

    private static String nameOf(LetterView letter) {
        return letter.kind().code() + "-" + letter.id();
    }

    private static String nameOf(Document paper) {
        return paper.id() + "-" + Bundle.safe(paper.name());
    }
}
