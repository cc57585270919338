package org.redress.letter;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a line of a letter may end. A web or e-mail address and a reference stay in one line, where they fit into one: broken,
 * nobody can type them. It says where, and marks nothing up, so that the words keep their order in the PDF.
 */
final class WholeWords implements FSTextBreaker {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern WHOLE =
            Pattern.compile(".*(https?://|www\\.).+|[^@]+@[^@]+\\.[^@]+|[^/]+\\.[^/]+/.*|\\w+/\\d+/\\w+\\W*");
    /** What is longer fits into no line. */
    private static final int LONGEST = 200;

    private record Span(int from, int to) {}

    private final BreakIterator lines = BreakIterator.getLineInstance(Locale.UK);
    private List<Span> whole = List.of();

    @Override
    public void setText(String text) {
        lines.setText(text);
        List<Span> found = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (word.end() - word.start() <= LONGEST && WHOLE.matcher(word.group()).matches()) {
                found.add(new Span(word.start(), word.end()));
            }
        }
        whole = found;
    }

    @Override
    public int next() {
        int next = lines.next();
        while (next != BreakIterator.DONE && isInside(next)) {
            next = lines.next();
        }
        return next;
    }

    private boolean isInside(int place) {
        return whole.stream().anyMatch(span -> place > span.from() && place < span.to());
    }
}
