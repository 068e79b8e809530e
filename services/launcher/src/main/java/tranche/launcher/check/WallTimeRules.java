package tranche.launcher.check;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.LongStream;
import tranche.notifications.preference.domain.QuietHours;
import tranche.notifications.preference.domain.WallTime;

/** When recipients are left in peace, and when they hear of what has waited (rules N-4 and N-5). */
final class WallTimeRules {

    private WallTimeRules() {}

    /** {@code quiet}: when what is due at an instant may go. */
    static Map<String, Object> quiet(ExampleInput input) {
        return Map.of(
                "sendAt",
                input.list("cases").stream()
                        .map(one -> new QuietHours(
                                        LocalTime.parse(one.text("quietStart")), LocalTime.parse(one.text("quietEnd")))
                                .sendAt(one.instant("at"), ZoneId.of(one.text("zone")))
                                .toString())
                        .toList());
    }

    /** {@code digest}: when a clock shows the time of a digest, on each of some days. */
    static Map<String, Object> digests(ExampleInput input) {
        LocalDate start = input.date("start");
        LocalTime at = LocalTime.parse(input.text("at"));
        ZoneId zone = ZoneId.of(input.text("zone"));
        return Map.of(
                "instants",
                LongStream.range(0, input.whole("days"))
                        .mapToObj(day ->
                                WallTime.instant(start.plusDays(day), at, zone).toString())
                        .toList());
    }
}
