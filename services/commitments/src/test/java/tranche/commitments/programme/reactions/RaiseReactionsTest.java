package tranche.commitments.programme.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.OnBroker;
import tranche.commitments.drawdown.CallDesk;
import tranche.values.register.NameId;

/** From closings on the topic to what is told of the raise. */
@Tag("broker")
class RaiseReactionsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;

    @BeforeAll
    static void start() throws IOException {
        service = new CommitmentsProcess(data, OnBroker.properties());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<JsonNode> told(CallDesk desk) {
        List<JsonNode> told = new ArrayList<>();
        service.get(CallDesk.AUDITOR, "/audit/events?type=RaiseThresholdPassed&aggregateId=" + desk.programme())
                .body()
                .get("items")
                .forEach(told::add);
        return told;
    }

    private static List<JsonNode> told(CallDesk desk, int number) {
        return await().atMost(LIMIT).until(() -> told(desk), events -> events.size() == number);
    }

    private static String line(JsonNode event) {
        JsonNode data = event.get("data");
        return event.get("version").asText() + ": " + data.get("percent").asText() + " % with "
                + data.at("/committed/value").asText();
    }

    @Test
    @DisplayName("N-1, D-14: a raise is told at each quarter of its target, of what is committed in its own currency")
    void a_raise_is_told_at_each_threshold_once() {
        CallDesk desk = CallDesk.raising(service, "400.00");

        desk.fund(0, "150.00", "90.00");
        List<JsonNode> half = told(desk, 2);
        desk.fundIn("EUR", 0, "1000.00");
        desk.fund(0, "59.99");
        desk.fund(0, "100.01");
        List<JsonNode> all = told(desk, 4);
        desk.fund(0, "500.00");
        CallDesk other = CallDesk.raising(service, "100.00");
        other.fund(0, "100.00");
        told(other, 4);

        assertThat(half.stream().map(RaiseReactionsTest::line))
                .containsExactly("2: 25 % with 240.00", "3: 50 % with 240.00");
        assertThat(all.subList(0, 2)).isEqualTo(half);
        assertThat(line(all.get(2))).startsWith("4: 75 %");
        assertThat(line(all.get(3))).isEqualTo("5: 100 % with 400.00");
        assertThat(all.getLast().get("eventId").asText())
                .isEqualTo(NameId.of("raise-threshold:" + desk.programme() + ":100")
                        .toString());
        assertThat(told(desk)).isEqualTo(all);
        assertThat(service.get(CallDesk.AUDITOR, "/programmes/" + desk.programme())
                        .text("version"))
                .isEqualTo("5");
    }
}
