package tranche.notifications.preference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class QuietHoursProperties {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Paris"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("UTC"));

    @Property(tries = 2_000)
    void hold_for_less_than_two_days_and_never_hold_twice(
            @ForAll @IntRange(max = 24 * 60 - 1) int from,
            @ForAll @IntRange(max = 24 * 60 - 1) int to,
            @ForAll @LongRange(min = 1_767_225_600L, max = 1_830_297_600L) long due,
            @ForAll @IntRange(max = 3) int zone) {
        QuietHours hours = new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
        Instant at = Instant.ofEpochSecond(due);
        Instant sent = hours.sendAt(at, ZONES.get(zone));

        assertThat(sent).isBetween(at, at.plus(Duration.ofHours(49)));
        assertThat(hours.sendAt(sent, ZONES.get(zone))).isEqualTo(sent);
    }
}
