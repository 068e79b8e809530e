package tranche.portal.alerts.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tranche.portal.alerts.page.AlertsModel.Action;
import tranche.portal.alerts.page.AlertsModel.Before;
import tranche.portal.alerts.page.AlertsModel.Line;
import tranche.portal.alerts.page.AlertsModel.Show;
import tranche.portal.frame.page.Frame;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.Words;

/** Makes the page of what the service answered: titles and bodies come in the visitor's language. */
final class AlertsSheet {

    private static final String READ = "read";
    private static final String NOBODY_S = new UUID(0, 0).toString();

    private final ServiceReply reply;
    private final Show show;
    private final Supplier<String> once;

    AlertsSheet(ServiceReply reply, Show show, Supplier<String> once) {
        this.reply = reply;
        this.show = show;
        this.once = once;
    }

    AlertsModel model(Frame frame, String csrf, Optional<RefusedForm> refused) {
        List<Line> lines = reply.body().get("items") instanceof List<?> items
                ? items.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> line((Map<?, ?>) item, frame.words()))
                        .toList()
                : List.of();
        Optional<String> more = reply.text("next")
                .map(next -> show.address() + (show == Show.OPEN ? "?" : "&") + "after="
                        + URLEncoder.encode(next, StandardCharsets.UTF_8));
        return new AlertsModel(frame, csrf, !reply.succeeded(), show, lines, more, refused);
    }

    /** The last alert that the page shows, or an id that is nobody's: what is followed goes on behind it. */
    String last() {
        return Answered.of(reply).objects("items").stream()
                .findFirst()
                .map(alert -> alert.text("id"))
                .orElse(NOBODY_S);
    }

    private Line line(Map<?, ?> alert, Words words) {
        String severity = text(alert, "severity");
        boolean presses = severity.equals("WARNING") || severity.equals("CRITICAL");
        boolean unread = alert.get("readAt") == null;
        Instant at = Instant.parse(text(alert, "createdAt"));
        return new Line(
                text(alert, "id"),
                text(alert, "title"),
                page(alert),
                text(alert, "body"),
                words.say("alerts.severity." + severity.toLowerCase(Locale.ROOT)),
                presses ? "alert-triangle" : "info-circle",
                tone(severity),
                unread,
                DateWords.machine(at),
                words.dates().exact(at),
                words.dates().recent(at, words.now()),
                before(alert, words),
                actions(alert, unread, words));
    }

    /** Its own page comes behind what the API has. */
    private static Optional<String> page(Map<?, ?> alert) {
        return alert.get("links") instanceof List<?> links && links.size() > 1
                ? Optional.of(String.valueOf(links.get(1)))
                : Optional.empty();
    }

    private static List<Before> before(Map<?, ?> alert, Words words) {
        return new Answered(alert)
                .objects("supersedes").stream().map(one -> before(one, words)).toList();
    }

    private static Before before(Answered superseded, Words words) {
        Instant at = superseded.instant("createdAt");
        return new Before(
                superseded.text("title"),
                DateWords.machine(at),
                words.dates().exact(at),
                words.dates().recent(at, words.now()));
    }

    private static String tone(String severity) {
        return switch (severity) {
            case "CRITICAL" -> "bad";
            case "WARNING" -> "warn";
            default -> "info";
        };
    }

    private List<Action> actions(Map<?, ?> alert, boolean unread, Words words) {
        if (!(alert.get("allowed") instanceof List<?> allowed)) {
            return List.of();
        }
        return allowed.stream()
                .map(String::valueOf)
                .filter(command -> unread || !command.equals(READ))
                .filter(AlertsPage.COMMANDS::containsKey)
                .map(command -> new Action(command, words.say("alerts.do." + command), once.get()))
                .toList();
    }

    private static String text(Map<?, ?> alert, String member) {
        return String.valueOf(alert.get(member));
    }
}
