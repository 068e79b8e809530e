package tranche.notifications.preference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DigestProperties {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Paris"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("UTC"));

    private static final List<Digest> KINDS = List.of(Digest.HOURLY, Digest.DAILY, Digest.WEEKLY);

    /** The clocks of Paris and of New York go back within these weeks, and forward within the others. */
    private static final List<Instant> CHANGES =
            List.of(Instant.parse("2026-10-24T00:00:00Z"), Instant.parse("2027-03-13T00:00:00Z"));

    @Property(tries = 500)
    void there_is_at_most_one_of_a_key_however_a_clock_goes(
            @ForAll @IntRange(max = 2) int kind,
            @ForAll @IntRange(max = 4) int place,
            @ForAll @IntRange(max = 1) int change,
            @ForAll @LongRange(max = 9 * 24 * 60) long minute,
            @ForAll @IntRange(max = 24 * 60 - 1) int from,
            @ForAll @IntRange(max = 24 * 60 - 1) int to) {
        Digest digest = KINDS.get(kind);
        ZoneId zone = ZONES.get(place);
        Optional<QuietHours> quiet =
                Optional.of(new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L)));
        Map<String, Instant> sent = new HashMap<>();
        List<Instant> times = new ArrayList<>();
        Instant first = CHANGES.get(change).plus(Duration.ofMinutes(minute));
        for (int step = 0; step < 60; step++) {
            Instant due = digest.at(first.plus(Duration.ofMinutes(17L * step)), zone);
            Instant at = quiet.map(hours -> hours.sendAt(due, zone)).orElse(due);
            times.add(at);
            assertThat(sent.merge(digest.key(at, zone), at, (one, _) -> one))
                    .as("%s of %s at %s", digest, zone, due)
                    .isEqualTo(at);
        }
        assertThat(times).isSorted();
    }
}
