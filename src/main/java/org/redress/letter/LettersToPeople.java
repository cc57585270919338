package org.redress.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters keep to what the file says of people: drafts follow it, what is approved stays as it is and only waits or goes. */
@Service
@Transactional
public class LettersToPeople {

    private static final Set<LetterStatus> DRAFTS = EnumSet.of(LetterStatus.DRAFT);
    private static final Set<LetterStatus> APPROVED = EnumSet.of(LetterStatus.APPROVED);

    private final LetterRepository letters;
    private final LetterProofs proofs;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    LettersToPeople(LetterRepository letters, LetterProofs proofs, Clock clock) {
        this.letters = letters;
        this.proofs = proofs;
        this.clock = clock;
    }

    /** Drafts for an addressee go to them as they are now. An approved letter that waits for an arrangement waits for the new one. */
    public void readdress(String caseReference, Addressee was, Addressee is) {
        letters.queueUp(caseReference);
        List<Letter> drafts = letters.findOfCaseToChange(caseReference, DRAFTS);
        drafts.stream().filter(letter -> isFor(letter, was)).forEach(letter -> {
            boolean another = drafts.stream()
                    .anyMatch(other -> other != letter
                            && other.status() == LetterStatus.DRAFT
                            && other.kind().equals(letter.kind())
                            && other.purpose().equals(letter.purpose())
                            && isFor(other, is));
            if (another) {
                letter.end(LetterStatus.SUPERSEDED, "Another draft goes to the same reader", clock.instant());
            } else {
                letter.readdress(is);
            }
            letters.saveAndFlush(letter);
            if (!another) {
                proofs.prove(letter);
            }
        });
        if (!Objects.equals(was.arrange(), is.arrange())) {
            letters.findOfCaseToChange(caseReference, APPROVED).stream().filter(letter -> isFor(letter, was)).forEach(letter -> {
                letter.arrange(is.arrange());
                letters.saveAndFlush(letter);
            });
        }
    }

    /** Nobody of that name and part is on the file any more, or they are not to be told: their drafts are withdrawn. */
    public void withdraw(String caseReference, Addressee whose, String kind, String reason) {
        letters.queueUp(caseReference);
        letters.findOfCaseToChange(caseReference, DRAFTS).stream()
                .filter(letter -> isFor(letter, whose) && (kind == null || letter.kind().code().equals(kind)))
                .forEach(letter -> {
                    letter.end(LetterStatus.WITHDRAWN, reason, clock.instant());
                    letters.saveAndFlush(letter);
                });
    }

    /** Drafts that tell the complainant's name tell it as it is now. */
    public void renameComplainant(String caseReference, String was, String is) {
        letters.findOfCaseToChange(caseReference, DRAFTS).forEach(letter -> {
            try {
                ObjectNode model = (ObjectNode) json.readTree(letter.model());
                if (was.equals(model.path("complainantName").textValue())) {
                    model.put("complainantName", is);
                    letter.renew(json.writeValueAsString(model));
                    letters.saveAndFlush(letter);
                    proofs.prove(letter);
                }
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException("The model that was kept with a letter cannot be read", broken);
            }
        });
    }

    private static boolean isFor(Letter letter, Addressee reader) {
        return letter.to().isSameAs(reader);
    }
}
