package tranche.portal.webhook.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tranche.portal.alerts.page.AlertKind;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.webhook.page.EndpointModel.Again;
import tranche.portal.webhook.page.EndpointModel.Line;
import tranche.portal.webhook.page.EndpointModel.Try;
import tranche.portal.webhook.page.EndpointsModel.Chip;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.Words;

/**
 * How the page says what became of a delivery.
 *
 * @param once makes the key of a form
 */
record DeliveryLines(Words words, Supplier<String> once) {

    private static final String WAITING = "PENDING";

    /** Before the status with which the other side has refused. */
    private static final String HTTP = "http-";

    private static final double MILLIS = 1_000.0;

    Line line(Answered delivery) {
        Instant at = delivery.instant("createdAt");
        List<Answered> tries = delivery.objects("attempts");
        String state = delivery.text("state");
        return new Line(
                delivery.text("id"),
                what(delivery),
                chip(state, !tries.isEmpty()),
                state.equals(WAITING) ? Optional.of(next(delivery)) : Optional.empty(),
                delivery.textIfAny("reason").map(this::reason),
                DateWords.machine(at),
                words.dates().exact(at),
                words.dates().recent(at, words.now()),
                words.say("endpoints.tries", "count", tries.size()),
                tries.stream().map(this::attempt).toList(),
                again(delivery));
    }

    private Optional<Again> again(Answered delivery) {
        boolean came = delivery.text("state").equals("DELIVERED");
        return Optional.of(words.say(came ? "endpoints.again.delivered" : "endpoints.again"))
                .filter(_ -> delivery.texts("allowed").contains("replay"))
                .map(name -> new Again(name, once.get()));
    }

    private String what(Answered delivery) {
        if (delivery.idIfAny("alertId").isEmpty()) {
            return words.say("endpoints.test");
        }
        return delivery.textIfAny("type")
                .map(type -> AlertKind.name(type, words))
                .orElseGet(() -> words.say("endpoints.alert"));
    }

    private Chip chip(String state, boolean tried) {
        return switch (state) {
            case WAITING ->
                tried
                        ? new Chip("bad", "alert-triangle", words.say("endpoints.delivery.failing"))
                        : new Chip("draft", "clock", words.say("endpoints.delivery.waiting"));
            case "SENDING" -> new Chip("info", "send", words.say("endpoints.delivery.sending"));
            case "SENT" -> new Chip("info", "send", words.say("endpoints.delivery.sent"));
            case "DELIVERED" -> new Chip("ok", "circle-check", words.say("endpoints.delivery.delivered"));
            case "BOUNCED_HARD" -> new Chip("bad", "circle-x", words.say("endpoints.delivery.refused"));
            case "FAILED" -> new Chip("bad", "circle-x", words.say("endpoints.delivery.failed"));
            case "CANCELLED" -> new Chip("draft", "ban", words.say("endpoints.delivery.cancelled"));
            default -> throw new IllegalStateException("no such state of a delivery: " + state);
        };
    }

    private String next(Answered delivery) {
        return delivery.textIfAny("nextAttemptAt")
                .map(Instant::parse)
                .map(at -> words.say("endpoints.next", "moment", words.dates().moment(at)))
                .orElseGet(() -> words.say("endpoints.next.unproven"));
    }

    private Try attempt(Answered attempt) {
        Instant at = attempt.instant("at");
        return new Try(DateWords.machine(at), words.dates().exact(at), outcome(attempt));
    }

    private String outcome(Answered attempt) {
        Optional<Long> millis = attempt.wholeIfAny("durationMillis");
        if (millis.isEmpty()) {
            return words.say("endpoints.try.open");
        }
        double seconds = millis.get() / MILLIS;
        return attempt.textIfAny("error")
                .map(error -> words.say("endpoints.try.failed", "reason", reason(error), "seconds", seconds))
                .orElseGet(() -> words.say(
                        "endpoints.try.taken",
                        "status",
                        attempt.wholeIfAny("status").map(String::valueOf).orElse(""),
                        "seconds",
                        seconds));
    }

    private String reason(String code) {
        if (code.startsWith(HTTP)) {
            return words.texts().say("endpoints.reason.http", Map.of("status", code.substring(HTTP.length())));
        }
        String key = "endpoints.reason." + code;
        return words.texts().has(key) ? words.say(key) : code;
    }
}
