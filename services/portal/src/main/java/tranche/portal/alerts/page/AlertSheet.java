package tranche.portal.alerts.page;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tranche.portal.alerts.page.AlertModel.Fact;
import tranche.portal.alerts.page.AlertModel.Opens;
import tranche.portal.alerts.page.AlertModel.Step;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.Words;

/**
 * Makes one alert of what the service answered.
 *
 * @param once makes the key of a form
 */
record AlertSheet(Answered alert, Supplier<String> once) {

    /** Pages of what alerts are about, by the beginnings of their addresses. */
    private static final Map<String, String> OPENS = Map.of(
            "/home", "alerts.open.home",
            "/calls/", "alerts.open.call",
            "/milestones/", "alerts.open.milestone",
            "/commitments/", "alerts.open.commitment",
            "/programmes/", "alerts.open.programme",
            "/operations/", "alerts.open.endpoint");

    AlertModel model(Words words) {
        Instant at = alert.instant("createdAt");
        AlertLook look = AlertLook.of(alert);
        Told told = new Told(alert, words);
        String type = alert.text("type");
        return new AlertModel(
                alert.text("id"),
                alert.text("title"),
                alert.text("body"),
                AlertKind.name(type, words),
                look.severity(words),
                look.icon(),
                look.tone(),
                look.unread(),
                DateWords.machine(at),
                words.dates().exact(at),
                alert.objects("facts").stream()
                        .map(fact -> new Fact(fact.text("name"), fact.text("value")))
                        .toList(),
                alert.objects("trail").stream().map(step -> step(step, words)).toList(),
                words.dates().clock(at),
                told.sentence(),
                told.lines(),
                opens(words),
                look.actions(words, once),
                "/preferences#" + type.toLowerCase(Locale.ROOT));
    }

    private static Step step(Answered step, Words words) {
        Instant at = step.instant("recordedAt");
        TrailLook look = TrailLook.of(step.text("type"));
        return new Step(
                look.icon(),
                look.tone(),
                step.text("title"),
                step.textIfAny("name"),
                DateWords.machine(at),
                words.dates().exact(at),
                words.dates().clock(at));
    }

    private Optional<Opens> opens(Words words) {
        return alert.texts("links").stream()
                .skip(1)
                .findFirst()
                .flatMap(address -> OPENS.entrySet().stream()
                        .filter(one -> address.startsWith(one.getKey()))
                        .map(one -> new Opens(words.say(one.getValue()), address))
                        .findFirst());
    }
}
