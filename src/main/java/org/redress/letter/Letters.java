package org.redress.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.clock.Now;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters of a case: drafted from the file, shown, added to, approved by someone else, frozen and sent once. */
@Service("letters")
@Transactional
public class Letters {

    private static final Set<LetterStatus> LISTED =
            EnumSet.of(LetterStatus.DRAFT, LetterStatus.APPROVED, LetterStatus.SENT);
    private static final int LONGEST_ADDITION = 20_000;

    private final LetterRepository letters;
    private final LetterCopyRepository copies;
    private final OutboxRepository outbox;
    private final LetterKinds kinds;
    private final LetterRenderer renderer;
    private final Now now;
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    Letters(LetterRepository letters, LetterCopyRepository copies, OutboxRepository outbox, LetterKinds kinds,
            LetterRenderer renderer,
            Now now) {
        this.letters = letters;
        this.copies = copies;
        this.outbox = outbox;
        this.kinds = kinds;
        this.renderer = renderer;
        this.now = now;
    }

    /**
     * Drafts a letter. A draft of the same kind and purpose to the same addressee, not yet approved, is replaced: it is
     * kept and no longer listed.
     *
     * @return the letter's id
     * @throws LetterIncomplete where the model lacks what the letter cannot do without
     * @throws NamesAnother where the letter would tell its addressee the complainant's name
     */
    public long draft(Draft draft) {
        LetterKind kind = kinds.of(draft.kind());
        if (draft.model() instanceof NamesComplainant named && named.complainantName() != null
                && draft.to().role() != Addressee.Role.FORCE) {
            throw new NamesAnother(kind, draft.to().role());
        }
        String model = write(draft.model());
        renderer.render(kind, draft.caseReference(), draft.to(), read(model), null, today(), true);
        letters.queueUp(draft.caseReference());
        Instant at = now.instant();
        letters.findDraftsToChange(draft.caseReference(), draft.purpose()).stream()
                .filter(old -> old.kind().equals(kind)
                        && old.to().role() == draft.to().role()
                        && old.to().name().equals(draft.to().name()))
                .forEach(old -> {
                    old.end(LetterStatus.SUPERSEDED, "Drafted again from the file", at);
                    letters.saveAndFlush(old);
                });
        return letters.saveAndFlush(new Letter(draft, kind, model, at)).id();
    }

    /**
     * Brings a draft in line with the file as it is now, so that its days count from the day it goes out. Addressee, author
     * and added words stay. Where nothing of that kind and purpose is drafted for the addressee, nothing happens.
     */
    public void renew(Draft draft) {
        LetterKind kind = kinds.of(draft.kind());
        letters.queueUp(draft.caseReference());
        String model = write(draft.model());
        letters.findDraftsToChange(draft.caseReference(), draft.purpose()).stream()
                .filter(old -> old.kind().equals(kind)
                        && old.to().role() == draft.to().role()
                        && old.to().name().equals(draft.to().name()))
                .forEach(letter -> {
                    renderer.render(kind, draft.caseReference(), letter.to(), read(model), null, today(), true);
                    letter.renew(model);
                    letters.saveAndFlush(letter);
                });
    }

    /** The letters of a case in the order they were drafted, without replaced and withdrawn drafts. */
    @Transactional(readOnly = true)
    public List<LetterView> of(String caseReference) {
        List<Letter> found = letters.findOfCase(caseReference, LISTED);
        Map<Long, OutboxEntry> onTheirWay = outbox.findOf(found.stream().map(Letter::id).toList()).stream()
                .collect(Collectors.toMap(OutboxEntry::letterId, Function.identity()));
        return found.stream().map(letter -> letter.view(onTheirWay.get(letter.id()), notes(letter))).toList();
    }

    /** One letter. */
    @Transactional(readOnly = true)
    public LetterView get(long id) {
        Letter letter = find(id);
        return letter.view(outbox.findOf(List.of(id)).stream().findFirst().orElse(null), notes(letter));
    }

    /** The letter as a page: a draft as it would be today, an approved letter as it was approved. */
    @Transactional(readOnly = true)
    public String html(long id) {
        Letter letter = find(id);
        return copies.findById(id).map(LetterCopy::html).orElseGet(() -> rendered(letter, true).html());
    }

    /** The letter as plain text: a draft as it would be today, an approved letter as it was approved. */
    @Transactional(readOnly = true)
    public String text(long id) {
        Letter letter = find(id);
        return copies.findById(id).map(LetterCopy::text).orElseGet(() -> rendered(letter, true).text());
    }

    /** The letter as PDF: a draft as it would be today, an approved letter byte for byte as it was approved. */
    @Transactional(readOnly = true)
    public byte[] pdf(long id) {
        Letter letter = find(id);
        return copies.findById(id).map(LetterCopy::pdf)
                .orElseGet(() -> renderer.pdf(rendered(letter, true)));
    }

    /**
     * Puts a person's own paragraphs into a draft, or takes them out. Who does so becomes the letter's author.
     *
     * @param text the paragraphs, parted by empty lines; null or blank for none
     * @param expectedVersion the version the person had before them
     * @throws LetterChangedMeanwhile where someone else was first
     * @throws LetterNotDraft where the letter is approved
     */
    public LetterView editAdditionalText(long id, String text, String person, long expectedVersion) {
        Letter letter = findToChange(id);
        letter.mustBeDraft();
        if (letter.version() != expectedVersion) {
            throw new LetterChangedMeanwhile(id, letter.changedBy());
        }
        if (text != null && text.length() > LONGEST_ADDITION) {
            throw new AdditionTooLong(text.length(), LONGEST_ADDITION);
        }
        letter.addText(text == null || text.isBlank() ? null : Plain.text(text).strip(), person, now.instant());
        try {
            letters.saveAndFlush(letter);
        } catch (OptimisticLockingFailureException lost) {
            throw new LetterChangedMeanwhile(id, "someone else");
        }
        return get(id);
    }

    /**
     * Approves a draft and freezes it: PDF and text are kept byte for byte and nothing changes them again.
     *
     * @throws OwnWorkRefused where the person is the letter's author
     * @throws LetterNotDraft where it is no longer a draft
     */
    public LetterView approve(long id, String person) {
        Letter letter = findToChange(id);
        Instant at = now.instant();
        letter.approve(person, at);
        RenderedLetter rendered = rendered(letter, false);
        byte[] pdf = renderer.pdf(rendered);
        letters.saveAndFlush(letter);
        copies.save(new LetterCopy(id, rendered, pdf, at));
        return get(id);
    }

    /**
     * Hands an approved letter over for sending, once: a second call changes nothing.
     *
     * @throws LetterNotApproved where nobody has approved it
     */
    public void send(long id) {
        Letter letter = findToChange(id);
        if (letter.status() != LetterStatus.APPROVED && letter.status() != LetterStatus.SENT) {
            throw new LetterNotApproved(id, letter.status());
        }
        outbox.queue(id, now.instant());
    }

    /**
     * Withdraws the drafts of a purpose that nobody has approved yet, for example because the case goes elsewhere.
     *
     * @return how many were withdrawn
     */
    public int withdrawDrafts(String caseReference, String purpose, String reason) {
        letters.queueUp(caseReference);
        List<Letter> drafts = letters.findDraftsToChange(caseReference, purpose);
        drafts.forEach(letter -> {
            letter.end(LetterStatus.WITHDRAWN, Plain.text(reason), now.instant());
            letters.saveAndFlush(letter);
        });
        return drafts.size();
    }

    private Letter find(long id) {
        return letters.findById(id).orElseThrow(() -> new LetterUnknown(id));
    }

    private Letter findToChange(long id) {
        return letters.findToChange(id).orElseThrow(() -> new LetterUnknown(id));
    }

    private RenderedLetter rendered(Letter letter, boolean draft) {
        return renderer.render(letter.kind(), letter.caseReference(), letter.to(), read(letter.model()),
                letter.additionalText(), today(), draft);
    }

    private List<String> notes(Letter letter) {
        return letter.status() == LetterStatus.DRAFT ? rendered(letter, true).notes() : List.of();
    }

    private LocalDate today() {
        return now.today();
    }

    private String write(Record model) {
        try {
            return json.writeValueAsString(model);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(
                    "The model " + model.getClass().getSimpleName() + " cannot be kept", broken);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(String model) {
        try {
            return json.readValue(model, Map.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The model that was kept with a letter cannot be read", broken);
        }
    }
}
