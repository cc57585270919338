package org.redress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.redress.kind.DeclaredClock;
import org.redress.kind.DeclaredLetter;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;

/** A procedure is added, not woven: no floor below it says its words. */
class LowerFloorsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/redress");

    /** Below every procedure. */
    private static final List<String> FLOORS = List.of("kernel", "database", "record", "kind", "clock", "people", "letter", "step",
            "casefile", "retention", "draft", "page", "engine");

    private static final Set<String> NOUNS = Set.of("review", "reviews", "reviewed");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");
    private static final Pattern PART = Pattern.compile("[A-Z]?[a-z0-9]+|[A-Z0-9]+(?![a-z])");

    private static final String APPLICATION = "what an application says stands in the columns of the case still, and moves to the review with them";
    private static final String PAGES = "a page of the review, which moves into its own room";
    private static final String STATE = "a letter or a clearance that is withdrawn, which happens to be called like an end of a case";

    /** What still stands on a lower floor and why. The list may only grow shorter. */
    private static final Map<String, String> STILL = Map.ofEntries(
            Map.entry("casefile/CaseFile.java", APPLICATION),
            Map.entry("casefile/CompletedContents.java", APPLICATION),
            Map.entry("casefile/NewCase.java", APPLICATION),
            Map.entry("clock/ApplicationMade.java", APPLICATION),
            Map.entry("clock/Derivation.java", "explains the clock that counts backwards in words of the one there is"),
            Map.entry("clock/ClockView.java", "an example for the REST description"),
            Map.entry("engine/security/TaskFilters.java", "the name of a list in Tasklist, which people have on their screens"),
            Map.entry("letter/Addressee.java", "who a letter can be written to is a list still"),
            Map.entry("letter/LetterStatus.java", STATE),
            Map.entry("letter/Letters.java", STATE),
            Map.entry("letter/OfficeProperties.java", "what the office of the demo is called, until somebody sets it"),
            Map.entry("page/IopcReasonPages.java", PAGES),
            Map.entry("page/NewAllegationPages.java", PAGES),
            Map.entry("page/PersonPages.java", "sends letters of the review to whoever joins later, until the desk does"),
            Map.entry("page/RecordedFacts.java", "measures are a list of the review still"),
            Map.entry("page/StaffPages.java", STATE),
            Map.entry("people/Clearance.java", STATE),
            Map.entry("people/Clearances.java", STATE));

    @Test
    void no_lower_floor_names_what_a_procedure_declares_or_what_it_is_about() throws IOException {
        Map<String, Set<String>> said = said();
        said.keySet().removeAll(STILL.keySet());

        assertThat(said).as("words of a procedure on a lower floor; declare them in its file and ask org.redress.kind.Kinds").isEmpty();
    }

    @Test
    void nothing_is_excused_that_needs_no_excuse() throws IOException {
        assertThat(STILL.keySet()).isSubsetOf(said().keySet());
    }

    private static Map<String, Set<String>> said() throws IOException {
        Set<String> codes = codes();
        Map<String, Set<String>> said = new TreeMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask parsing = (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
            for (CompilationUnitTree unit : parsing.parse()) {
                Set<String> found = new TreeSet<>();
                unit.accept(new Words(codes, found), null);
                if (!found.isEmpty()) {
                    said.put(SOURCES.toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri())).toString().replace('\\', '/'), found);
                }
            }
        }
        return said;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String floor : FLOORS) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(floor).toAbsolutePath())) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    /** The codes that the kinds of this house declare. */
    private static Set<String> codes() {
        Set<String> codes = new HashSet<>();
        for (Kind kind : Kinds.ofTheHouse().all()) {
            codes.add(kind.code());
            codes.add(kind.process());
            kind.paths().forEach(path -> codes.add(path.code()));
            kind.clocks().stream().map(DeclaredClock::name).forEach(codes::add);
            kind.letters().stream().map(DeclaredLetter::code).forEach(codes::add);
            codes.addAll(kind.groupIds());
        }
        return codes;
    }

    /** Everything that the compiler reads in a file: texts, and names that are given or used. Comments are for people. */
    private static final class Words extends TreeScanner<Void, Void> {

        private final Set<String> codes;
        private final Set<String> found;

        private Words(Set<String> codes, Set<String> found) {
            this.codes = codes;
            this.found = found;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
                boolean wholly = codes.contains(text);
                boolean within = WORD.matcher(text).results().map(MatchResult::group)
                        .anyMatch(word -> codes.contains(word) && word.equals(word.toUpperCase(Locale.ROOT)) || NOUNS.contains(word.toLowerCase(Locale.ROOT)));
                if (wholly || within) {
                    found.add("\"" + text.strip().lines().findFirst().orElse("") + "\"");
                }
            }
            return super.visitLiteral(literal, nothing);
        }

        @Override
        public Void visitIdentifier(IdentifierTree used, Void nothing) {
            name(used.getName().toString());
            return super.visitIdentifier(used, nothing);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree used, Void nothing) {
            name(used.getIdentifier().toString());
            return super.visitMemberSelect(used, nothing);
        }

        @Override
        public Void visitClass(ClassTree given, Void nothing) {
            name(given.getSimpleName().toString());
            return super.visitClass(given, nothing);
        }

        @Override
        public Void visitMethod(MethodTree given, Void nothing) {
            name(given.getName().toString());
            return super.visitMethod(given, nothing);
        }

        @Override
        public Void visitVariable(VariableTree given, Void nothing) {
            name(given.getName().toString());
            return super.visitVariable(given, nothing);
        }

        private void name(String name) {
            Set<String> parts = PART.matcher(name).results().map(part -> part.group().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
            if (codes.contains(name) || parts.stream().anyMatch(NOUNS::contains)) {
                found.add(name);
            }
        }
    }
}
