package tranche.notifications.preference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.testkit.vectors.Vectors;
import tranche.testkit.vectors.Vectors.Vector;

@DisplayName("Quiet hours")
class QuietHoursTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    static List<Vector> vectors() {
        return Vectors.of("quiet");
    }

    private static Instant sendAt(String from, String to, String due) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to)).sendAt(Instant.parse(due), PARIS);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @DisplayName("N-4: what is due within them goes at their end")
    void holds_what_is_due_within_them(Vector vector) {
        List<String> sent = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (JsonNode one : vector.input().get("cases")) {
            QuietHours hours = new QuietHours(
                    LocalTime.parse(one.get("quietStart").textValue()),
                    LocalTime.parse(one.get("quietEnd").textValue()));
            sent.add(hours.sendAt(
                            Instant.parse(one.get("at").textValue()),
                            ZoneId.of(one.get("zone").textValue()))
                    .toString());
        }
        vector.expected().get("sendAt").forEach(at -> expected.add(at.textValue()));

        assertThat(sent).isEqualTo(expected);
    }

    @Test
    void of_no_length_are_none() {
        assertThat(sendAt("22:00", "22:00", "2026-11-23T21:00:00Z")).isEqualTo("2026-11-23T21:00:00Z");
    }

    @Test
    @DisplayName("N-4: the hour that a clock repeats in autumn is quiet once, at its first time")
    void the_repeated_hour_is_quiet_once() {
        assertThat(sendAt("01:00", "02:30", "2026-10-25T00:15:00Z")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(sendAt("01:00", "02:30", "2026-10-25T01:15:00Z")).isEqualTo("2026-10-25T01:15:00Z");
    }
}
