package tranche.launcher.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.values.decision.Refusal;
import tranche.web.problem.CatalogueCheck;
import tranche.web.problem.Problems;

@DisplayName("The catalogue of errors")
class CatalogueTest {

    private static final Pattern FACT = Pattern.compile("\\{[a-zA-Z]+}");

    private static JsonNode catalogue = new YAMLMapper().createObjectNode();

    @BeforeAll
    static void read() throws IOException {
        catalogue = new YAMLMapper()
                .readTree(EventSchemasTest.FOLDER.resolve("problems.yaml").toFile());
    }

    @Test
    void has_its_codes_in_order_and_in_kebab_case() {
        for (String map : List.of("problems", "findings")) {
            List<String> codes = new ArrayList<>();
            catalogue.get(map).fieldNames().forEachRemaining(codes::add);

            assertThat(codes).isSorted().allMatch(code -> code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
        }
    }

    @Test
    void gives_each_problem_a_status_a_rule_a_title_and_a_remedy() {
        assertThat(catalogue.get("problems").properties()).allSatisfy(entry -> {
            JsonNode problem = entry.getValue();
            assertThat(problem.get("status").asInt()).as(entry.getKey()).isBetween(400, 599);
            assertThat(problem.get("rule").asText()).as(entry.getKey()).isNotBlank();
            assertThat(problem.has("title") && problem.has("remedy"))
                    .as(entry.getKey())
                    .isTrue();
        });
    }

    @Test
    void has_an_entry_for_every_refusal_and_no_other() {
        List<Class<? extends Enum<? extends Refusal>>> refusals = refusals();

        assertThat(refusals).hasSizeGreaterThan(10);
        assertThat(CatalogueCheck.missing(Problems.load(), refusals)).isEmpty();
        assertThat(CatalogueCheck.unused(Problems.load(), refusals)).isEmpty();
    }

    /** Two are told before any decision: of the credential, and of the form. */
    @Test
    void knows_which_refusals_are_of_rights() {
        List<Refusal> all = refusals().stream()
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(Refusal.class::cast)
                .filter(refusal -> !List.of("key-scope-missing", "csrf-refused").contains(refusal.code()))
                .toList();

        assertThat(all)
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal.isOfRights())
                        .as(refusal.code())
                        .isEqualTo(List.of(403, 404)
                                .contains(catalogue
                                        .at("/problems/" + refusal.code() + "/status")
                                        .asInt())));
    }

    /** Every closed list of refusals that the product has. */
    @SuppressWarnings("unchecked") // each is an enum of refusals, which a type cannot say of a class that is found
    private static List<Class<? extends Enum<? extends Refusal>>> refusals() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("tranche").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Refusal.class))
                        .<Class<? extends Enum<? extends Refusal>>>map(
                                type -> (Class<? extends Enum<? extends Refusal>>) type.reflect())
                        .toList();
    }

    @Test
    void says_everything_in_both_languages_with_the_same_facts() {
        assertThat(sentences()).isNotEmpty().allSatisfy((where, sentence) -> {
            assertThat(sentence.properties())
                    .extracting(Map.Entry::getKey)
                    .as(where)
                    .containsExactly("en", "fr");
            assertThat(sentence.get("en").asText()).as(where).isNotBlank();
            assertThat(sentence.get("fr").asText()).as(where).isNotBlank();
            assertThat(facts(sentence.get("fr"))).as(where).isEqualTo(facts(sentence.get("en")));
        });
    }

    @Test
    @DisplayName("sets French with narrow no-break spaces and typographic apostrophes")
    void sets_french_as_french_is_set() {
        assertThat(sentences())
                .allSatisfy((where, sentence) -> assertThat(sentence.get("fr").asText())
                        .as(where)
                        .doesNotContainPattern("(?<!\u202f)[;!?»]")
                        .doesNotContainPattern("(?<=[\\p{L}\\d]) ?: ")
                        .doesNotContainPattern("\\d \\d")
                        .doesNotContain("'"));
    }

    @Test
    void sets_english_with_typographic_apostrophes() {
        assertThat(sentences())
                .allSatisfy((where, sentence) ->
                        assertThat(sentence.get("en").asText()).as(where).doesNotContain("'"));
    }

    private static Map<String, JsonNode> sentences() {
        Map<String, JsonNode> sentences = new TreeMap<>();
        catalogue
                .get("problems")
                .properties()
                .forEach(problem -> List.of("title", "detail", "remedy").forEach(part -> {
                    if (problem.getValue().has(part)) {
                        sentences.put(
                                problem.getKey() + "." + part,
                                problem.getValue().get(part));
                    }
                }));
        catalogue.get("findings").properties().forEach(finding -> sentences.put(finding.getKey(), finding.getValue()));
        return sentences;
    }

    private static TreeSet<String> facts(JsonNode text) {
        TreeSet<String> facts = new TreeSet<>();
        FACT.matcher(text.asText()).results().forEach(found -> facts.add(found.group()));
        return facts;
    }
}
