package tranche.portal.alerts.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tranche.portal.alerts.page.AlertModel.Sent;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Texts;
import tranche.portal.words.page.Words;

@DisplayName("How somebody was told of an alert")
class ToldTest {

    private static Told told(Locale language, String createdAt, String... deliveries) {
        Words words = new Words(
                Texts.of(language),
                MoneyWords.of(language, List.of()),
                DateWords.of(language, ZoneId.of("UTC")),
                Instant.parse("2026-05-10T00:00:00Z"));
        String json =
                "{'createdAt': '" + createdAt + "', 'cause': {'recordedAt': '2026-03-01T10:00:00Z'}, 'deliveries': ["
                        + String.join(", ", deliveries) + "]}";
        try {
            return new Told(new Answered(new ObjectMapper().readValue(json.replace('\'', '"'), Map.class)), words);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String sent(String channel, String state, String at) {
        return "{'channel': '" + channel + "', 'state': '" + state + "', 'at': "
                + (at.isEmpty() ? "null" : "'" + at + "'") + "}";
    }

    @Test
    @DisplayName("is told with each channel, its state and its time, and within how long the last of them had it")
    void names_every_channel_with_its_time() {
        Told told = told(
                Locale.ENGLISH,
                "2026-03-01T10:00:00.400Z",
                sent("EMAIL", "SENT", "2026-03-01T10:00:02.100Z"),
                sent("WEBHOOK", "DELIVERED", "2026-03-01T10:00:01Z"));

        assertThat(told.sentence()).isEqualTo("Told within 2.1 seconds");
        assertThat(told.lines())
                .extracting(Sent::text)
                .containsExactly("In the portal", "E-mail sent", "Webhook delivered");
        assertThat(told.lines().getLast())
                .isEqualTo(new Sent(
                        "Webhook delivered",
                        Optional.of("2026-03-01T10:00:01Z"),
                        Optional.of("1\u00A0Mar\u00A02026, 10:00:01\u00A0UTC"),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"PENDING,''", "SENDING,''", "FAILED,2026-03-01T10:09:00Z", "BOUNCED_HARD,2026-03-01T10:09:00Z"})
    @DisplayName("claims no time while one of the channels has not taken it")
    void claims_no_time_before_every_channel_has_it(String state, String at) {
        Told told = told(Locale.ENGLISH, "2026-03-01T10:00:00.400Z", sent("EMAIL", state, at));

        assertThat(told.sentence()).isEqualTo("How you are told");
        assertThat(told.lines().getLast().exact().isPresent()).isEqualTo(!at.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:59:59Z,0.0 seconds,'0,0 secondes'",
        "2026-03-01T10:00:59.900Z,59.9 seconds,'59,9 secondes'",
        "2026-03-01T10:01:00Z,2 minutes,2 minutes",
        "2026-03-01T10:59:59Z,60 minutes,60 minutes",
        "2026-03-01T11:00:00Z,2 hours,2 heures",
        "2026-03-03T11:00:00Z,3 days,3 jours"
    })
    void says_no_less_than_it_took(String createdAt, String english, String french) {
        assertThat(told(Locale.ENGLISH, createdAt).sentence()).isEqualTo("Told within " + english);
        assertThat(told(Locale.FRENCH, createdAt).sentence()).isEqualTo("Informé en " + french);
    }
}
