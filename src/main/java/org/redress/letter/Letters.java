package org.redress.letter;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.clock.Now;
import org.springframework.beans.factory.ObjectProvider;
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
    private final LetterProofs proofs;
    private final ObjectProvider<ReaderGuard> guards;
    private final Now now;

    Letters(LetterRepository letters, LetterCopyRepository copies, OutboxRepository outbox, LetterKinds kinds,
            LetterProofs proofs, ObjectProvider<ReaderGuard> guards, Now now) {
        this.letters = letters;
        this.copies = copies;
        this.outbox = outbox;
        this.kinds = kinds;
        this.proofs = proofs;
        this.guards = guards;
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
        Instant at = now.instant();
        Letter letter = new Letter(draft, kind, KeptModel.write(draft.model()), at);
        RenderedLetter page = proofs.rendered(letter, false);
        letters.queueUp(draft.caseReference());
        List<Letter> replaced = draftsLike(draft, kind);
        replaced.forEach(old -> {
            old.end(LetterStatus.SUPERSEDED, "Drafted again from the file", at);
            letters.saveAndFlush(old);
        });
        letters.saveAndFlush(letter);
        replaced.forEach(old -> proofs.passOn(old, letter));
        proofs.prove(letter, page);
        return letter.id();
    }

    /**
     * Drafts a letter for somebody who came onto the file after the letters of its purpose were drafted. Where one of that kind
     * and purpose is there for the addressee, draft or approved, nothing happens.
     *
     * @return whether it was drafted now
     */
    public boolean addLater(Draft draft) {
        letters.queueUp(draft.caseReference());
        boolean there = letters.findOfCase(draft.caseReference(), LISTED).stream()
                .anyMatch(old -> old.purpose().equals(draft.purpose())
                        && old.kind().code().equals(draft.kind())
                        && old.to().isSameAs(draft.to()));
        if (there) {
            return false;
        }
        Letter added = letters.findById(draft(draft)).orElseThrow();
        added.addLater();
        letters.saveAndFlush(added);
        return true;
    }

    /**
     * Brings a draft in line with the file as it is now, so that its days count from the day it goes out. Addressee, author
     * and added words stay. Where nothing of that kind and purpose is drafted for the addressee, nothing happens.
     */
    public void renew(Draft draft) {
        LetterKind kind = kinds.of(draft.kind());
        letters.queueUp(draft.caseReference());
        String model = KeptModel.write(draft.model());
        draftsLike(draft, kind).forEach(letter -> {
            letter.renew(model);
            RenderedLetter page = proofs.rendered(letter, false);
            letters.saveAndFlush(letter);
            proofs.prove(letter, page);
        });
    }

    /** The letters of a case in the order they were drafted, without replaced and withdrawn drafts. */
    @Transactional(readOnly = true)
    public List<LetterView> of(String caseReference) {
        List<Letter> found = letters.findOfCase(caseReference, LISTED);
        Map<Long, OutboxEntry> onTheirWay = outbox.findOf(found.stream().map(Letter::id).toList()).stream()
                .collect(Collectors.toMap(OutboxEntry::letterId, Function.identity()));
        Map<Long, List<String>> proved = proofs.notes(found);
        return found.stream()
                .map(letter -> letter.view(onTheirWay.get(letter.id()), notes(letter, proved)))
                .toList();
    }

    /** One letter. */
    @Transactional(readOnly = true)
    public LetterView get(long id) {
        Letter letter = find(id);
        return letter.view(outbox.findOf(List.of(id)).stream().findFirst().orElse(null),
                notes(letter, proofs.notes(List.of(letter))));
    }

    /** The letter as a page: a draft as it would be today, an approved letter as it was approved. */
    @Transactional(readOnly = true)
    public String html(long id) {
        Letter letter = find(id);
        return copies.findById(id).map(LetterCopy::html).orElseGet(() -> proofs.rendered(letter, true).html());
    }

    /** The letter as plain text: a draft as it would be today, an approved letter as it was approved. */
    @Transactional(readOnly = true)
    public String text(long id) {
        Letter letter = find(id);
        return copies.findById(id).map(LetterCopy::text).orElseGet(() -> proofs.rendered(letter, true).text());
    }

    /** The letter as PDF: a draft as it would be today, an approved letter byte for byte as it was approved. */
    @Transactional(readOnly = true)
    public byte[] pdf(long id) {
        Letter letter = find(id);
        return copies.findById(id).map(LetterCopy::pdf).orElseGet(() -> proofs.draftPdf(letter));
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
        letter.addText(Plain.orNull(text), person, now.instant());
        try {
            letters.saveAndFlush(letter);
        } catch (OptimisticLockingFailureException lost) {
            throw new LetterChangedMeanwhile(id, "someone else");
        }
        proofs.prove(letter);
        return get(id);
    }

    /** Approves a draft that holds nothing but what its reader may read; see {@link #approve(long, String, String)}. */
    public LetterView approve(long id, String person) {
        return approve(id, person, null);
    }

    /**
     * Approves a draft and freezes it: PDF and text are kept byte for byte and nothing changes them again.
     *
     * @param mayStay why it may hold what its reader may not read as a rule; null or blank where nobody says so
     * @throws OwnWorkRefused where the person is the letter's author
     * @throws LetterNotDraft where it is no longer a draft
     * @throws NotForThisReader where it holds what its reader may not read and nobody said why it may stay
     * @throws LetterNotMade where its PDF cannot be made, as the draft said already
     */
    public LetterView approve(long id, String person, String mayStay) {
        Letter letter = findToChange(id);
        Instant at = now.instant();
        letter.approve(person, at);
        RenderedLetter page = proofs.rendered(letter, false);
        List<ReaderGuard.Passage> passages = notForReader(letter, page);
        if (!passages.isEmpty() && (mayStay == null || mayStay.isBlank())) {
            throw new NotForThisReader(letter.kind(), letter.to(), passages);
        }
        byte[] pdf = proofs.pdfOf(letter, page);
        letters.saveAndFlush(letter);
        copies.save(new LetterCopy(id, page, pdf, at));
        proofs.forget(letter);
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
            proofs.forget(letter);
        });
        return drafts.size();
    }

    /** What a letter holds that its reader may not read; empty where there is nothing. */
    @Transactional(readOnly = true)
    public List<ReaderGuard.Passage> notForReader(long id) {
        Letter letter = find(id);
        return notForReader(letter, proofs.rendered(letter, false));
    }

    private List<ReaderGuard.Passage> notForReader(Letter letter, RenderedLetter page) {
        String body = page.words();
        return guards.stream()
                .flatMap(guard -> guard.notFor(letter.caseReference(), letter.to(), body).stream())
                .distinct()
                .toList();
    }

    /** What a person should look at before approving a draft: what its proof found, and what its reader may not read. */
    private List<String> notes(Letter letter, Map<Long, List<String>> proved) {
        if (letter.status() != LetterStatus.DRAFT) {
            return List.of();
        }
        return Stream.concat(
                        proved.getOrDefault(letter.id(), List.of()).stream(),
                        notForReader(letter, proofs.rendered(letter, true)).stream()
                                .map(passage -> "Not for this reader: " + passage.inWords()))
                .toList();
    }

    /** The drafts that a draft stands for: of its kind and purpose, to its addressee. */
    private List<Letter> draftsLike(Draft draft, LetterKind kind) {
        return letters.findDraftsToChange(draft.caseReference(), draft.purpose()).stream()
                .filter(old -> old.kind().equals(kind) && old.to().isSameAs(draft.to()))
                .toList();
    }

    private Letter find(long id) {
        return letters.findById(id).orElseThrow(() -> new LetterUnknown(id));
    }

    private Letter findToChange(long id) {
        return letters.findToChange(id).orElseThrow(() -> new LetterUnknown(id));
    }
}
