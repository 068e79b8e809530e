package tranche.portal.alerts.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tranche.portal.alerts.page.AlertModel.Fact;
import tranche.portal.alerts.page.AlertModel.Opens;
import tranche.portal.alerts.page.AlertModel.Sent;
import tranche.portal.alerts.page.AlertModel.Step;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Texts;
import tranche.portal.words.page.Words;

@DisplayName("One alert")
class AlertSheetTest {

    private static final String ENDPOINT = "01a22358-0a41-77d7-8eeb-19e87e052e7a";

    private static Words words(Locale language) {
        return new Words(
                Texts.of(language),
                MoneyWords.of(language),
                DateWords.of(language, ZoneOffset.UTC),
                Instant.parse("2026-11-28T16:00:00Z"));
    }

    private static Map<String, Object> alert(String page) {
        Map<String, Object> alert = new HashMap<>();
        alert.put("id", "96589351-a544-5971-bd4f-c3b8057a0f5a");
        alert.put("type", "CC-03");
        alert.put("severity", "WARNING");
        alert.put("title", "Capital call");
        alert.put("body", "Pay it.");
        alert.put("allowed", List.of("read", "acknowledgement"));
        alert.put("createdAt", "2026-11-28T15:08:03Z");
        alert.put("readAt", null);
        alert.put("cause", Map.of("recordedAt", "2026-11-28T15:08:01Z"));
        alert.put("deliveries", List.of());
        alert.put("links", page.isEmpty() ? List.of("/api/v1/x") : List.of("/api/v1/x", page));
        alert.put("facts", List.of(Map.of("code", "amount", "name", "To pay", "value", "USD 5.00")));
        alert.put(
                "trail",
                List.of(Map.of(
                        "eventId", ENDPOINT,
                        "type", "tranche.milestones.MilestoneAchieved",
                        "title", "Counts as verified",
                        "name", "Shell",
                        "recordedAt", "2026-11-28T15:08:01Z")));
        return alert;
    }

    private static AlertModel model(Map<String, Object> alert, Locale language) {
        return new AlertSheet(new Answered(alert), () -> "once").model(words(language));
    }

    @Test
    void has_its_figures_and_its_way_from_the_evidence_to_the_second() {
        AlertModel model = model(alert("/calls/1"), Locale.ENGLISH);

        assertThat(model.facts()).containsExactly(new Fact("To pay", "USD 5.00"));
        assertThat(model.trail())
                .extracting(Step::title, Step::about, Step::clock)
                .containsExactly(tuple("Counts as verified", Optional.of("Shell"), "15:08:01"));
        assertThat(model.clock()).isEqualTo("15:08:03");
        assertThat(model(alert("/calls/1"), Locale.FRENCH).clock())
                .isEqualTo("15\u00A0h\u00A008\u00A0min\u00A003\u00A0s");
        assertThat(model.actions()).extracting(AlertsModel.Action::command).containsExactly("read", "acknowledgement");
        assertThat(model.fewer()).isEqualTo("/preferences#cc-03");
    }

    @Test
    void says_how_it_was_sent_and_to_which_endpoint() {
        Map<String, Object> alert = alert("");
        alert.put(
                "deliveries",
                List.of(Map.of(
                        "channel",
                        "WEBHOOK",
                        "state",
                        "DELIVERED",
                        "at",
                        "2026-11-28T15:08:05Z",
                        "endpointId",
                        ENDPOINT)));

        AlertModel model = model(alert, Locale.ENGLISH);

        assertThat(model.told()).isEqualTo("Told within 4.0 seconds");
        assertThat(model.sent())
                .extracting(Sent::text, Sent::address)
                .containsExactly(
                        tuple("In the portal", Optional.empty()),
                        tuple("Webhook delivered", Optional.of("/operations/endpoints/" + ENDPOINT)));
    }

    @ParameterizedTest
    @CsvSource({
        "/home,See my forecast and what to pay",
        "/calls/1,Open the call",
        "/milestones/1,Open the milestone",
        "/commitments/1,Open the commitment",
        "/programmes/1,Open the programme",
        "/operations/endpoints/1,Open the endpoint"
    })
    void opens_the_page_of_what_it_is_about(String page, String name) {
        assertThat(model(alert(page), Locale.ENGLISH).opens()).contains(new Opens(name, page));
        assertThat(model(alert(""), Locale.ENGLISH).opens()).isEmpty();
    }
}
