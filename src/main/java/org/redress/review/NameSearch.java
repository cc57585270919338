package org.redress.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a person in a text, however they are named there: in full, by initials and surname, by rank or title and surname, by
 * surname alone, by collar number, e-mail, telephone, or the address where they live. Marks, capitals and the kind of white
 * space do not hide a name. A surname that the text also uses as an ordinary word is found only beside a first name, initial,
 * title or rank.
 */
final class NameSearch {

    /** Titles and ranks that stand before a surname, and no surname themselves. */
    private static final String TITLES = "mr|mrs|ms|miss|mx|dr|prof|professor|sir|lady|lord|rev|revd|pc|dc|ps|ds|di|dci|dsupt|dcs|pcso|sgt"
            + "|sergeant|constable|inspector|insp|superintendent|supt|commander|detective|special|chief|officer|det|con|staff|acting|temporary"
            + "|t/ps|a/ps|a/insp|t/insp";
    /** A collar, shoulder or warrant number of anybody. */
    private static final Pattern COLLAR = pattern("\\b(?:pc|ps|dc|ds|di|sc|sgt|insp|pcso|constable|sergeant|inspector|officer|collar|warrant|shoulder)"
            + "(?: (?:no\\.?|number))? ?\\d{2,6} ?[a-z]{0,2}\\b");
    private static final Pattern POSTCODE = Pattern.compile("\\b([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})\\b");
    private static final int AROUND = 40;
    private static final int SHORTEST_LINE = 6;
    private static final int SHORTEST_ADJUSTMENT = 15;

    /** Where in a text something stands, and the words around it. */
    record Found(String words, String passage) {}

    private final String text;
    private final String folded;
    private final int[] places;

    /** @param text the text to search, as its reader gets it */
    NameSearch(String text) {
        this.text = text;
        StringBuilder plain = new StringBuilder(text.length());
        int[] at = new int[text.length() * 4 + 1];
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            for (char character : fold(text.codePointAt(i)).toCharArray()) {
                if (plain.length() == at.length - 1) {
                    at = Arrays.copyOf(at, at.length * 2);
                }
                at[plain.length()] = i;
                plain.append(character);
            }
        }
        at[plain.length()] = text.length();
        folded = plain.toString();
        places = at;
    }

    /** Every place where a person of this name is named; overlapping ones are told once, the longest. */
    List<Found> name(String fullName) {
        List<String> parts = parts(fullName);
        if (parts.isEmpty()) {
            return List.of();
        }
        String surname = loose(parts.get(parts.size() - 1));
        List<Pattern> ways = new ArrayList<>();
        if (parts.size() > 1) {
            String first = loose(parts.get(0));
            String initial = Pattern.quote(new String(Character.toChars(parts.get(0).codePointAt(0))));
            ways.add(pattern("\\b" + first + "[ .,]+(?:[\\p{L}'.-]+ ){0,3}" + surname + "\\b"));
            ways.add(pattern("\\b" + surname + ", ?" + first + "\\b"));
            ways.add(pattern("\\b" + initial + "(?:[. ]+\\p{L})?[. ]+" + surname + "\\b"));
        }
        ways.add(pattern("\\b(?:" + TITLES + ")\\.? (?:\\p{L}\\.? )?" + surname + "\\b"));
        List<Found> found = new ArrayList<>(find(ways));
        find(List.of(pattern("\\b" + surname + "\\b"))).stream()
                .filter(alone -> isNoOrdinaryWord(alone.words()))
                .filter(alone -> found.stream().noneMatch(longer -> longer.words().contains(alone.words())))
                .forEach(found::add);
        return found;
    }

    /** Collar numbers that stand in a name, as {@code PC 4417ZQ Lee Ward} has one. */
    List<Found> collarOf(String fullName) {
        List<Pattern> ways = Arrays.stream(fullName.split("\\s+"))
                .filter(part -> part.replaceAll("\\D", "").length() >= 2)
                .map(part -> pattern("\\b" + Pattern.quote(fold(part)) + "\\b"))
                .toList();
        return find(ways);
    }

    /** Collar numbers of anybody at all. */
    List<Found> anyCollar() {
        return find(List.of(COLLAR));
    }

    List<Found> email(String email) {
        return email == null || email.isBlank() ? List.of() : find(List.of(pattern(Pattern.quote(fold(email.strip())))));
    }

    List<Found> phone(String phone) {
        String digits = phone == null ? "" : phone.replaceAll("\\D", "");
        return digits.length() < SHORTEST_LINE
                ? List.of()
                : find(List.of(pattern("(?<!\\d)" + digits.chars()
                        .mapToObj(digit -> String.valueOf((char) digit))
                        .collect(Collectors.joining("[ ()-]*")) + "(?!\\d)")));
    }

    /** The line with the house and the postcode; a town's name alone says nothing of a person. */
    List<Found> address(List<String> lines) {
        List<Pattern> ways = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher postcode = POSTCODE.matcher(line.toUpperCase(Locale.UK));
            if (postcode.find()) {
                ways.add(pattern("\\b" + fold(postcode.group(1)) + " ?" + fold(postcode.group(2)) + "\\b"));
            } else if (line.length() >= SHORTEST_LINE && (i == 0 || line.chars().anyMatch(Character::isDigit))) {
                ways.add(pattern("\\b" + loose(fold(line)).replace(",", ",?") + "\\b"));
            }
        }
        return find(ways);
    }

    /** What a person told of themselves in confidence, sentence by sentence. */
    List<Found> told(String words) {
        return words == null
                ? List.of()
                : find(Arrays.stream(words.split("[.!?\\n]+"))
                        .map(sentence -> fold(sentence.strip()))
                        .filter(sentence -> sentence.length() >= SHORTEST_ADJUSTMENT)
                        .map(sentence -> pattern(Pattern.quote(sentence)))
                        .toList());
    }

    /** Places that a pattern finds in the text without marks and capitals. */
    List<Found> find(List<Pattern> ways) {
        Map<String, Found> found = new LinkedHashMap<>();
        boolean[] taken = new boolean[folded.length() + 1];
        for (Pattern way : ways) {
            Matcher place = way.matcher(folded);
            while (place.find()) {
                if (place.end() > place.start() && !taken[place.start()] && !taken[place.end() - 1]) {
                    Arrays.fill(taken, place.start(), place.end(), true);
                    String words = text.substring(places[place.start()], places[place.end()]).strip();
                    found.putIfAbsent(words, new Found(words, passage(places[place.start()], places[place.end()])));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Whether the text holds these words, whatever their marks, capitals and white space. */
    boolean holds(String words) {
        return folded.contains(fold(words));
    }

    private boolean isNoOrdinaryWord(String words) {
        int first = words.codePointAt(0);
        boolean capital = Character.isUpperCase(first) || !Character.isLowerCase(first);
        return capital
                && !Pattern.compile("(?<![\\p{L}'])" + Pattern.quote(words.toLowerCase(Locale.ROOT)) + "(?![\\p{L}])",
                                Pattern.UNICODE_CHARACTER_CLASS)
                        .matcher(Character.isUpperCase(first) ? text : "")
                        .find();
    }

    private String passage(int from, int to) {
        int begin = Math.max(0, from - AROUND);
        int end = Math.min(text.length(), to + AROUND);
        return (begin > 0 ? "… " : "") + text.substring(begin, end).replaceAll("\\s+", " ").strip() + (end < text.length() ? " …" : "");
    }

    /** The parts of a name that are a name: no title, no rank, no number. */
    static List<String> parts(String fullName) {
        return Arrays.stream(fold(fullName).split(" +"))
                .map(part -> part.replaceAll("[(),.]+$|^[(]+", ""))
                .filter(part -> !part.isBlank() && !part.matches(TITLES) && part.chars().noneMatch(Character::isDigit))
                .toList();
    }

    private static String loose(String words) {
        return Arrays.stream(words.split("[ -]+")).map(Pattern::quote).collect(Collectors.joining("[ -]+"));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Without marks, capitals and kinds of white space. */
    static String fold(String words) {
        StringBuilder folded = new StringBuilder();
        words.codePoints().forEach(character -> folded.append(fold(character)));
        return folded.toString().replaceAll(" +", " ").strip();
    }

    private static String fold(int character) {
        if (character > ' ' && character < 0x7F) {
            return String.valueOf((char) Character.toLowerCase(character));
        }
        if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return " ";
        }
        if (character == '’' || character == '‘' || character == 'ʼ') {
            return "'";
        }
        if (character >= 0x2010 && character <= 0x2015) {
            return "-";
        }
        if (Character.getType(character) == Character.FORMAT) {
            return "";
        }
        return Normalizer.normalize(new String(Character.toChars(character)), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
