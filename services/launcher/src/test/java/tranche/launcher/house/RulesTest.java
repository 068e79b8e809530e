package tranche.launcher.house;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RULES.md")
class RulesTest {

    private static final Path SERVICES = Path.of("..");
    private static final Path CATALOGUE = Path.of("../../schemas/problems.yaml");

    /** A rule by its number; the sections of an RFC are not ours. */
    private static final Pattern RULE = Pattern.compile(
            "(?<!RFC \\d{4} )§ ?\\d+(?:\\.\\d+)*|\\b(?:D-\\d+|I-[1-9]\\d*|A\\d\\d|FP\\d\\d|F\\d\\d|R(?:1[0-2]|[1-9]))\\b");

    private static final Pattern FROM_TO = Pattern.compile("FP(\\d\\d)(?:–| to )FP(\\d\\d)");

    private static final List<Path> SOURCES = new ArrayList<>();
    private static final List<List<String>> LINES = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(SERVICES)) {
            files.filter(file -> file.toString().matches(".*/src/(main|test)/.*\\.(java|sql|jte|properties)"))
                    .filter(file -> !file.endsWith("RulesTest.java"))
                    .forEach(SOURCES::add);
        }
        SOURCES.add(CATALOGUE);
        Files.readAllLines(SERVICES.resolve("RULES.md")).stream()
                .filter(line -> line.matches("\\| [§A-Z].*"))
                .map(line -> List.of(line.substring(2).split(" ?\\| ?", -1)))
                .forEach(LINES::add);
    }

    private static Set<String> cited(String text) {
        Set<String> cited = RULE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(rule -> rule.replace(" ", ""))
                .collect(toCollection(TreeSet::new));
        FROM_TO.matcher(text).results().forEach(range -> {
            for (int i = Integer.parseInt(range.group(1)); i <= Integer.parseInt(range.group(2)); i++) {
                cited.add("FP%02d".formatted(i));
            }
        });
        return cited;
    }

    private static Set<String> inSources() {
        return SOURCES.stream().flatMap(file -> cited(text(file)).stream()).collect(toCollection(TreeSet::new));
    }

    private static Set<String> explained() {
        return LINES.stream().flatMap(line -> cited(line.getFirst()).stream()).collect(toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void explains_every_rule_that_is_cited_and_no_other() {
        assertThat(explained()).isEqualTo(inSources());
    }

    @Test
    void names_a_package_and_a_test_that_are_there() {
        assertThat(LINES).allSatisfy(line -> {
            assertThat(line).hasSize(5);
            String room = "/main/java/tranche/" + line.get(2).replace('.', '/') + "/";
            assertThat(SOURCES).anyMatch(file -> file.toString().contains(room));
            assertThat(SOURCES).anyMatch(file -> file.endsWith(line.get(3) + ".java"));
        });
    }
}
