package tranche.testkit.house;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail is worthless: each is held over canaries that break it. */
@DisplayName("The rules of the house")
class HouseRulesTest {

    private static final House HOUSE = new House("tranche.testkit.canary");
    private static final JavaClasses CLASSES = HOUSE.withTests();

    static List<ArchRule> rules() {
        return HouseRules.of(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_reports_its_own_canaries_and_nobody_elses(ArchRule rule) {
        List<String> report = report(rule);

        assertThat(canaries().filter(canary -> isNamed(canary, report)).map(JavaClass::getName))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(canaries()
                        .filter(canary -> sentence(canary).equals(rule.getDescription()))
                        .map(JavaClass::getName)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_reports_every_way_in_which_a_canary_breaks_it(ArchRule rule) {
        List<String> report = report(rule);

        Stream<String> ways = canaries()
                .filter(canary -> sentence(canary).equals(rule.getDescription()))
                .flatMap(canary -> canary.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMethod::getFullName);

        assertThat(ways).allSatisfy(way -> assertThat(report).anyMatch(line -> line.contains("<" + way + ">")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_fails_where_it_finds_nothing_to_look_at(ArchRule rule) {
        JavaClasses elsewhere = new ClassFileImporter().importClasses(String.class);

        assertThatThrownBy(() -> rule.check(elsewhere))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void each_canary_breaks_a_rule_that_there_is() {
        Set<String> sentences = rules().stream().map(ArchRule::getDescription).collect(toUnmodifiableSet());

        assertThat(canaries()).allSatisfy(canary -> assertThat(sentences).contains(sentence(canary)));
    }

    @Test
    void each_has_a_sentence_of_its_own() {
        assertThat(rules()).extracting(ArchRule::getDescription).doesNotHaveDuplicates();
    }

    /** That a canary bears its mark is not what it is reported for. */
    private static List<String> report(ArchRule rule) {
        return rule.evaluate(CLASSES).getFailureReport().getDetails().stream()
                .filter(line -> !line.contains("<" + Breaks.class.getName() + ">"))
                .toList();
    }

    private static Stream<JavaClass> canaries() {
        return CLASSES.stream().filter(javaClass -> javaClass.isAnnotatedWith(Breaks.class));
    }

    private static String sentence(JavaClass canary) {
        return canary.getAnnotationOfType(Breaks.class).value();
    }

    private static boolean isNamed(JavaClass canary, List<String> report) {
        return report.stream()
                .anyMatch(line -> line.matches("(?s).*\\b" + canary.getName().replace("$", "\\$") + "\\b(?!\\$).*"));
    }
}
