package tranche.notifications.preference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What can wait")
class DigestTest {

    @ParameterizedTest(name = "{0}: {1} goes at {2}")
    @CsvSource({
        "NONE,   2026-11-23T21:30:01Z, 2026-11-23T21:30:01Z",
        "HOURLY, 2026-11-23T21:30:01Z, 2026-11-23T22:00:00Z",
        "HOURLY, 2026-11-23T22:00:00Z, 2026-11-23T22:00:00Z",
        "DAILY,  2026-11-23T06:59:59Z, 2026-11-23T07:00:00Z",
        "DAILY,  2026-11-23T07:00:00Z, 2026-11-23T07:00:00Z",
        "DAILY,  2026-11-23T07:00:01Z, 2026-11-24T07:00:00Z",
        "DAILY,  2027-03-27T12:00:00Z, 2027-03-28T06:00:00Z",
        "WEEKLY, 2026-11-23T06:59:59Z, 2026-11-23T07:00:00Z",
        "WEEKLY, 2026-11-23T07:00:01Z, 2026-11-30T07:00:00Z",
        "WEEKLY, 2026-11-29T12:00:00Z, 2026-11-30T07:00:00Z"
    })
    @DisplayName("N-5: goes on the hour, at eight in the recipient's morning, or on Monday at eight")
    void goes_at_the_next_time(Digest digest, Instant due, Instant sent) {
        assertThat(digest.at(due, ZoneId.of("Europe/Paris"))).isEqualTo(sent);
    }
}
