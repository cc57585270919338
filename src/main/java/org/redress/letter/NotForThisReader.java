package org.redress.letter;

import java.util.List;
import java.util.stream.Collectors;

/** A letter holds something that its reader may not read. Whoever approves it may say that it stays, with a reason. */
public class NotForThisReader extends LetterRefused {

    private final List<ReaderGuard.Passage> passages;

    NotForThisReader(LetterKind kind, Addressee to, List<ReaderGuard.Passage> passages) {
        super(words(kind, to.name(), passages));
        this.passages = List.copyOf(passages);
    }

    private static String words(LetterKind kind, String reader, List<ReaderGuard.Passage> passages) {
        return "Letter " + kind.code() + " to " + reader + " holds what its reader may not read: "
                + passages.stream().map(ReaderGuard.Passage::inWords).collect(Collectors.joining("; "))
                + ". Send the letters back, or say why it may stay.";
    }

    public List<ReaderGuard.Passage> passages() {
        return passages;
    }
}
