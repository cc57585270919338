package org.redress.letter;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.kernel.WrittenText;

/** What the PDF of a letter cannot show as it was written, in words for whoever approves it. */
final class PrintCheck {

    private static final int MOST_NAMED = 20;

    /**
     * The scripts whose letters a PDF of ours writes right: they stand side by side as they are, or, as in Arabic, each takes
     * the form that {@link RightToLeft} gives it. In every other script letters change with their neighbours.
     */
    private static final Set<UnicodeScript> WRITTEN = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED,
            UnicodeScript.UNKNOWN, UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN, UnicodeScript.HEBREW, UnicodeScript.ARABIC, UnicodeScript.THAI, UnicodeScript.ETHIOPIC,
            UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO,
            UnicodeScript.CHEROKEE, UnicodeScript.CANADIAN_ABORIGINAL, UnicodeScript.TIFINAGH, UnicodeScript.YI,
            UnicodeScript.BRAILLE, UnicodeScript.COPTIC, UnicodeScript.RUNIC, UnicodeScript.OGHAM, UnicodeScript.LISU,
            UnicodeScript.VAI, UnicodeScript.CUNEIFORM, UnicodeScript.EGYPTIAN_HIEROGLYPHS);

    /** A letter with marks of its own that no single character stands for. */
    private static final Pattern MARKED = Pattern.compile("[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}]\\p{Mn}+");

    private final LetterFonts fonts;

    PrintCheck(LetterFonts fonts) {
        this.fonts = fonts;
    }

    /** One sentence or two for each thing that a person should look at; none where the PDF shows the text as it is. */
    List<String> notes(String whole) {
        String text = whole.codePoints()
                .filter(character -> !WrittenText.isInvisible(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        List<String> notes = new ArrayList<>();
        boxes(text, notes);
        scripts(text).forEach((script, words) -> notes.add("The PDF cannot join the letters of this script as its readers do ("
                + script + "): " + named(words) + " Write it in Latin letters as well, or arrange another way."));
        Set<String> marked = MARKED.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!marked.isEmpty()) {
            notes.add("The PDF may set the marks of these letters too high, too low or over each other: " + named(marked)
                    + " Look at them in the PDF.");
        }
        if (text.indexOf(WrittenText.UNREADABLE) >= 0) {
            notes.add("The file holds characters that cannot be read. The letter shows " + WrittenText.UNREADABLE + " for each.");
        }
        return notes;
    }

    private void boxes(String text, List<String> notes) {
        Set<Integer> unprintable = new TreeSet<>();
        RightToLeft.shape(text).codePoints()
                .filter(character -> !fonts.canPrint(character))
                .filter(character -> WRITTEN.contains(UnicodeScript.of(character)))
                .forEach(unprintable::add);
        if (!unprintable.isEmpty()) {
            Set<String> characters = unprintable.stream()
                    .map(character -> RightToLeft.unshape(Character.toString(character)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            notes.add("The PDF shows these characters as boxes, as its fonts do not have them: " + named(characters));
        }
    }

    /** The words in scripts that we cannot write, by the script. */
    private static Map<String, Set<String>> scripts(String text) {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        Matcher word = Pattern.compile("\\S+").matcher(text);
        while (word.find()) {
            word.group().codePoints()
                    .mapToObj(UnicodeScript::of)
                    .filter(script -> !WRITTEN.contains(script))
                    .findFirst()
                    .ifPresent(script -> words.computeIfAbsent(nameOf(script), any -> new LinkedHashSet<>()).add(word.group()));
        }
        return words;
    }

    private static String nameOf(UnicodeScript script) {
        String name = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String named(Set<String> things) {
        return things.stream().limit(MOST_NAMED).collect(Collectors.joining(" "))
                + (things.size() > MOST_NAMED ? " and more." : ".");
    }
}
