package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.launcher.openapi.ApiDocument.Operation;
import tranche.web.problem.Problems;

@DisplayName("openapi/tranche.yaml")
class ApiDocumentTest {

    private static final String API = "/api/v1/";
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");
    private static final List<String> OWN_STATUSES = List.of("403", "409", "412", "422");

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    @Test
    void describes_every_route_of_every_service_and_no_other() {
        Set<Route> routes = Route.all();
        Set<Route> described =
                DOCUMENT.operations().stream().map(Operation::route).collect(Collectors.toCollection(TreeSet::new));

        assertThat(described.stream().filter(route -> route.path().startsWith(API)))
                .containsExactlyElementsOf(routes.stream()
                        .filter(route -> route.path().startsWith(API))
                        .toList());
        assertThat(routes).as("what is asked outside of the API").containsAll(described);
    }

    @Test
    void names_each_operation_once_and_says_what_it_does_under_a_heading() {
        List<String> tags = DOCUMENT.root().get("tags").findValuesAsText("name");

        assertThat(DOCUMENT.operations().stream()
                        .map(operation -> operation.node().path("operationId").asText()))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
        assertThat(DOCUMENT.operations()).allSatisfy(operation -> {
            assertThat(operation.node().path("summary").asText()).isNotBlank().doesNotEndWith(".");
            assertThat(ApiDocument.texts(operation.node().path("tags"))).hasSize(1);
        });
        assertThat(DOCUMENT.operations().stream()
                        .map(operation -> operation.node().at("/tags/0").asText())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(tags);
    }

    @Test
    void names_only_problems_of_the_catalogue() {
        assertThat(Problems.load().codes()).containsAll(DOCUMENT.problems());
    }

    @Test
    void answers_each_of_an_operations_own_problems_with_the_status_that_it_has() {
        Problems catalogue = Problems.load();
        assertThat(DOCUMENT.operations()).allSatisfy(operation -> {
            List<String> answered = ApiDocument.names(operation.node().get("responses"));
            assertThat(operation.problems().stream()
                            .map(code -> String.valueOf(
                                    catalogue.entry(code).orElseThrow().status()))
                            .filter(OWN_STATUSES::contains))
                    .isSubsetOf(answered);
        });
    }

    @Test
    void gives_each_problem_of_a_response_to_that_response_of_its_status() {
        Problems catalogue = Problems.load();
        assertThat(DOCUMENT.operations())
                .allSatisfy(operation -> operation
                        .node()
                        .get("responses")
                        .properties()
                        .forEach(response -> assertThat(ApiDocument.texts(
                                        DOCUMENT.resolved(response.getValue()).path("x-problems")))
                                .as(response.getKey())
                                .allMatch(code -> response.getKey().equals("default")
                                        || response.getKey()
                                                .equals(String.valueOf(catalogue
                                                        .entry(code)
                                                        .orElseThrow()
                                                        .status())))));
    }

    @Test
    void lets_every_write_be_repeated_safely_and_wait_for_an_earlier_one() {
        assertThat(DOCUMENT.operations().stream()
                        .filter(operation -> operation.template().startsWith(API))
                        .filter(operation -> !operation.node().has("security")))
                .allSatisfy(operation -> assertThat(names(operation)).contains("Tranche-Position"));
        assertThat(DOCUMENT.operations().stream()
                        .filter(operation -> !operation.method().equals("GET"))
                        .filter(operation -> !names(operation).contains("Idempotency-Key"))
                        .map(operation -> operation.node().get("operationId").asText()))
                .as("a secret that is not kept cannot be answered again; what is taken back or replayed stays so")
                .containsExactlyInAnyOrder("inviteAccount", "revokeApiKey", "replayDeadLetter");
    }

    @Test
    void lets_every_list_leave_as_a_file_page_by_page() {
        List<Operation> lists = DOCUMENT.operations().stream()
                .filter(operation -> page(operation)
                        .at("/content/application~1json/schema/properties/items")
                        .isObject())
                .toList();

        assertThat(lists).hasSizeGreaterThan(10).allSatisfy(operation -> {
            assertThat(ApiDocument.names(page(operation).get("content")))
                    .containsExactly("application/json", CommitmentsWalk.CSV, CommitmentsWalk.XLSX);
            assertThat(ApiDocument.names(page(operation).get("headers"))).contains("Link");
            assertThat(names(operation)).contains("limit", "after");
        });
    }

    private static JsonNode page(Operation operation) {
        return DOCUMENT.resolved(operation.node().at("/responses/200"));
    }

    @Test
    void declares_the_parameters_of_each_path() {
        assertThat(DOCUMENT.operations())
                .allSatisfy(operation -> assertThat(DOCUMENT.parameters(operation).stream()
                                .filter(parameter ->
                                        parameter.get("in").asText().equals("path"))
                                .map(parameter -> parameter.get("name").asText()))
                        .containsExactlyElementsOf(PARAMETER
                                .matcher(operation.template())
                                .results()
                                .map((MatchResult found) -> found.group(1))
                                .toList()));
    }

    @Test
    void refers_to_everything_that_it_shares_and_to_nothing_that_is_not_there() {
        Set<String> shared = new TreeSet<>();
        DOCUMENT.root().get("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .forEach(kind -> ApiDocument.names(kind.getValue())
                        .forEach(name -> shared.add("#/components/" + kind.getKey() + "/" + name)));

        assertThat(DOCUMENT.references()).isEqualTo(shared);
    }

    @Test
    void closes_every_object_and_says_which_fields_an_answer_always_has() {
        DOCUMENT.root().findParents("properties").forEach(schema -> {
            boolean open = schema.at("/properties/keys").isObject();
            assertThat(open || schema.has("additionalProperties"))
                    .as(schema.toString())
                    .isTrue();
        });
        assertThat(DOCUMENT.root().at("/components/responses").properties()).allSatisfy(response -> {
            JsonNode schema = DOCUMENT.resolved(response.getValue().at("/content/application~1json/schema"));
            assertThat(ApiDocument.texts(schema.path("required")))
                    .as(response.getKey())
                    .containsExactlyElementsOf(ApiDocument.names(schema.path("properties")));
        });
    }

    private static List<String> names(Operation operation) {
        return DOCUMENT.parameters(operation).stream()
                .map(parameter -> parameter.get("name").asText())
                .toList();
    }
}
