package tranche.portal.alerts.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tranche.portal.alerts.page.AlertModel.Sent;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.Words;

/** How somebody was told of an alert, by which channels, and how long after the thing itself that was. */
record Told(Answered alert, Words words) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** One line for each channel that it takes, the portal first. */
    List<Sent> lines() {
        List<Sent> lines = new ArrayList<>();
        lines.add(line(words.say("alerts.sent.portal"), Optional.of(alert.instant("createdAt")), Optional.empty()));
        alert.objects("deliveries")
                .forEach(sending -> lines.add(line(
                        words.say(
                                sending.text("channel").equals("EMAIL") ? "alerts.sent.email" : "alerts.sent.webhook",
                                "state",
                                sending.text("state")),
                        sending.textIfAny("at").map(Instant::parse),
                        sending.idIfAny("endpointId").map(endpoint -> "/operations/endpoints/" + endpoint))));
        return lines;
    }

    private Sent line(String text, Optional<Instant> at, Optional<String> address) {
        return new Sent(text, at.map(DateWords::machine), at.map(words.dates()::exact), address);
    }

    /** Within how long every channel had it, or that one of them is still at it. */
    String sentence() {
        List<Answered> sendings = alert.objects("deliveries");
        if (sendings.stream().anyMatch(sending -> !has(sending))) {
            return words.say("alerts.told");
        }
        Instant last = alert.instant("createdAt");
        for (Answered sending : sendings) {
            Instant at = sending.instant("at");
            last = at.isAfter(last) ? at : last;
        }
        return words.say(
                "alerts.told.within",
                "time",
                within(Duration.between(alert.object("cause").instant("recordedAt"), last)));
    }

    /** Whether the other side, or a relay, has taken it. */
    private static boolean has(Answered sending) {
        boolean taken =
                sending.text("state").equals("SENT") || sending.text("state").equals("DELIVERED");
        return taken && sending.textIfAny("at").isPresent();
    }

    private String within(Duration time) {
        Duration since = time.isNegative() ? Duration.ZERO : time;
        if (since.compareTo(MINUTE) < 0) {
            return words.say("alerts.within.seconds", "count", Math.ceil(since.toMillis() / 100.0) / 10);
        }
        if (since.compareTo(HOUR) < 0) {
            return words.say(
                    "alerts.within.minutes", "count", since.plus(MINUTE).toMinutes());
        }
        return since.compareTo(DAY) < 0
                ? words.say("alerts.within.hours", "count", since.plus(HOUR).toHours())
                : words.say("alerts.within.days", "count", since.plus(DAY).toDays());
    }
}
