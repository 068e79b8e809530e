package tranche.launcher.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.launcher.openapi.ApiDocument.Operation;

/** The services over HTTP, through the front door, against the document that clients are written from. */
@DisplayName("what is asked and answered")
class ContractTest {

    private static final ApiDocument DOCUMENT = ApiDocument.load();
    private static final Contract CONTRACT = new Contract(DOCUMENT);

    private static List<Exchange> exchanges = List.of();

    @BeforeAll
    static void walks() {
        try (Deployment deployment = Deployment.start()) {
            new CommitmentsWalk(deployment).walk();
            new CallsWalk(deployment).walk();
            new TranchesWalk(deployment).walk();
            new PeopleWalk(deployment).walk();
            new ImportsWalk(deployment).walk();
            new MilestonesWalk(deployment).walk();
            new AlertsWalk(deployment).walk();
            new WebhooksWalk(deployment).walk();
            new RecipientsWalk(deployment).walk();
            new OperationsWalk(deployment).walk();
            new DocumentsWalk(deployment).walk();
            exchanges = deployment.exchanges();
        }
    }

    @Test
    void fits_the_document() {
        Map<String, List<String>> differences = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            List<String> found = CONTRACT.differences(exchange);
            if (!found.isEmpty()) {
                differences.put(exchange.toString(), found);
            }
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void is_every_operation_of_the_document() {
        List<Operation> done = exchanges.stream()
                .filter(Exchange::isDone)
                .map(exchange -> DOCUMENT.operation(exchange.method(), exchange.path()))
                .distinct()
                .toList();

        assertThat(DOCUMENT.operations())
                .allSatisfy(operation -> assertThat(done).contains(operation));
    }

    @Test
    void would_show_a_field_too_many_and_a_field_too_few() {
        JsonNode schema = DOCUMENT.at("#/components/schemas/Commitment");
        JsonNode commitment = exchanges.stream()
                .filter(exchange -> exchange.isDone() && exchange.path().matches("/api/v1/commitments/[0-9a-f-]{36}"))
                .findFirst()
                .orElseThrow()
                .json();
        ObjectNode more = commitment.deepCopy();
        more.put("colour", "blue");
        ObjectNode less = commitment.deepCopy();
        less.remove("uncalled");
        ObjectNode other = commitment.deepCopy();
        other.put("amount", 12.5);

        assertThat(CONTRACT.faults(schema, commitment)).isEmpty();
        assertThat(CONTRACT.faults(schema, more)).isNotEmpty();
        assertThat(CONTRACT.faults(schema, less)).isNotEmpty();
        assertThat(CONTRACT.faults(schema, other)).isNotEmpty();
    }

    @Test
    void has_examples_that_fit_their_own_schemas() {
        DOCUMENT.root()
                .findParents("example")
                .forEach(media -> assertThat(CONTRACT.faults(media.get("schema"), media.get("example")))
                        .as(media.toString())
                        .isEmpty());
        DOCUMENT.root()
                .at("/components/schemas")
                .forEach(schema -> schema.path("examples")
                        .forEach(example -> assertThat(CONTRACT.faults(schema, example))
                                .as(example.toString())
                                .isEmpty()));
    }
}
