package tranche.portal.alerts.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tranche.portal.alerts.page.AlertsModel.AllRead;
import tranche.portal.alerts.page.AlertsModel.Before;
import tranche.portal.alerts.page.AlertsModel.Line;
import tranche.portal.alerts.page.AlertsModel.Show;
import tranche.portal.frame.page.Frame;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.Words;

/**
 * Makes the page of what the service answered: titles and bodies come in the visitor's language.
 *
 * @param chosen the alert that was asked for; the first of the list is read where none was
 */
record AlertsSheet(ServiceReply reply, Show show, Optional<UUID> chosen, Supplier<String> once) {

    private static final String NOBODY_S = new UUID(0, 0).toString();

    AlertsModel model(Frame frame, String csrf, Optional<AlertModel> one, Optional<RefusedForm> refused) {
        Optional<String> more = reply.text("next")
                .map(next -> show.address() + (show == Show.OPEN ? "?" : "&") + "after="
                        + URLEncoder.encode(next, StandardCharsets.UTF_8));
        return new AlertsModel(
                frame,
                csrf,
                !reply.succeeded(),
                show,
                Answered.of(reply).objects("items").stream()
                        .map(alert -> line(alert, frame.words()))
                        .toList(),
                more,
                one,
                chosen.isPresent(),
                allRead(),
                refused);
    }

    /** The last alert that the page shows, or an id that is nobody's: what is followed goes on behind it. */
    String last() {
        return first().map(UUID::toString).orElse(NOBODY_S);
    }

    /** The alert that is read beside the list; empty where there is none. */
    Optional<UUID> read() {
        return chosen.or(this::first);
    }

    private Optional<UUID> first() {
        return Answered.of(reply).objects("items").stream().findFirst().map(alert -> alert.id("id"));
    }

    private Optional<AllRead> allRead() {
        boolean isUnread = Answered.of(reply).objects("items").stream()
                .anyMatch(alert -> AlertLook.of(alert).unread());
        return first().filter(_ -> isUnread && show != Show.SUPERSEDED)
                .map(id -> new AllRead("/alerts/" + id + "/" + AlertsPage.ALL, once.get()));
    }

    private Line line(Answered alert, Words words) {
        AlertLook look = AlertLook.of(alert);
        Instant at = alert.instant("createdAt");
        UUID id = alert.id("id");
        return new Line(
                id.toString(),
                alert.text("title"),
                alert.text("body"),
                show.address(id),
                read().filter(id::equals).isPresent(),
                look.severity(words),
                look.icon(),
                look.tone(),
                look.unread(),
                DateWords.machine(at),
                words.dates().exact(at),
                words.dates().recent(at, words.now()),
                alert.objects("supersedes").stream()
                        .map(one -> before(one, words))
                        .toList());
    }

    private Before before(Answered superseded, Words words) {
        Instant at = superseded.instant("createdAt");
        return new Before(
                superseded.text("title"),
                show.address(superseded.id("id")),
                DateWords.machine(at),
                words.dates().exact(at),
                words.dates().recent(at, words.now()));
    }
}
