package tranche.notifications.alert.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.notifications.alert.AlertWords;
import tranche.notifications.alert.AlertWords.Worded;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.alert.store.AlertViews;
import tranche.notifications.delivery.store.DeliveryViews;
import tranche.notifications.delivery.store.DeliveryViews.Sending;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.Trail;
import tranche.notifications.notice.store.TrailViews;
import tranche.notifications.subject.store.NameViews;
import tranche.notifications.template.Templates;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Alerts as callers get them: each said in the caller's language, with the names of today. */
@Singleton
final class AlertAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Listed> TABLE = new Table<>(
            "alerts",
            List.of(
                    Column.id("id", row -> Optional.of(row.alert().id())),
                    Column.text("type", row -> Optional.of(row.alert().type().code())),
                    Column.code("severity", row -> row.alert().type().severity()),
                    Column.code("state", row -> row.alert().state()),
                    Column.text(
                            "title", row -> Optional.of(row.worded().saying().title())),
                    Column.text("body", row -> Optional.of(row.worded().saying().body())),
                    Column.text(
                            "language",
                            row -> Optional.of(row.worded().language().getLanguage())),
                    Column.id("causeEventId", row -> Optional.of(row.alert().cause())),
                    Column.text("causeType", row -> Optional.of(row.alert().event())),
                    Column.instant("createdAt", row -> Optional.of(row.alert().createdAt())),
                    Column.instant("readAt", row -> row.alert().readAt()),
                    Column.instant("acknowledgedAt", row -> row.alert().acknowledgedAt()),
                    Column.instant("supersededAt", row -> row.alert().supersededAt())));

    private final NameViews names;
    private final AlertViews views;
    private final TrailViews trails;
    private final DeliveryViews deliveries;

    AlertAnswers(NameViews names, AlertViews views, TrailViews trails, DeliveryViews deliveries) {
        this.names = names;
        this.views = views;
        this.trails = trails;
        this.deliveries = deliveries;
    }

    /**
     * An alert in a list.
     *
     * @param under what it stands for besides: superseded ones about the same thing, the last first; empty where these stand in
     *     the list themselves
     */
    record Listed(Worded worded, Optional<List<Worded>> under) {

        Alert alert() {
            return worded.alert();
        }

        JsonObject json() {
            JsonObject json = worded.json();
            return under.map(before -> json.put(
                            "supersedes", before.stream().map(Listed::before).toList()))
                    .orElse(json);
        }

        private static JsonObject before(Worded superseded) {
            return JsonObject.empty()
                    .put("id", superseded.alert().id())
                    .put("type", superseded.alert().type().code())
                    .put("title", superseded.saying().title())
                    .put("createdAt", superseded.alert().createdAt());
        }
    }

    /** Alerts as the list has them in which superseded ones stand beside the others. */
    List<Listed> listed(List<Alert> alerts, Locale language) {
        return worded(alerts, language).stream()
                .map(worded -> new Listed(worded, Optional.empty()))
                .toList();
    }

    /** Alerts as the list has them in which superseded ones stand under those that came after them. */
    List<Listed> open(List<Alert> alerts, Locale language) {
        Map<UUID, List<Alert>> under = views.under(alerts);
        Map<UUID, Worded> worded = worded(
                        Stream.concat(alerts.stream(), under.values().stream().flatMap(List::stream))
                                .toList(),
                        language)
                .stream()
                .collect(Collectors.toMap(one -> one.alert().id(), Function.identity(), (one, _) -> one));
        return alerts.stream()
                .map(alert -> new Listed(
                        Objects.requireNonNull(worded.get(alert.id())),
                        Optional.of(under.getOrDefault(alert.id(), List.of()).stream()
                                .map(one -> Objects.requireNonNull(worded.get(one.id())))
                                .toList())))
                .toList();
    }

    List<Worded> worded(List<Alert> alerts, Locale language) {
        return AlertWords.of(names, alerts, language);
    }

    /** An alert by itself: with the steps that led to it, and with how it was sent. */
    JsonObject whole(Alert alert, Locale language) {
        List<Trail.Step> trail = trails.of(alert.recipient(), alert.id());
        Map<UUID, String> known =
                names.of(trail.stream().flatMap(step -> step.about().stream()).toList());
        Templates templates = Templates.of(language);
        return json(alert, language)
                .put(
                        "trail",
                        trail.stream()
                                .map(step -> JsonObject.empty()
                                        .put("eventId", step.event())
                                        .put("type", step.step().event())
                                        .put(
                                                "title",
                                                templates.step(
                                                        step.step(),
                                                        step.about().size()))
                                        .put("name", name(step, known))
                                        .put("recordedAt", step.at()))
                                .toList())
                .put(
                        "deliveries",
                        deliveries.ofAlert(alert.recipient(), alert.id()).stream()
                                .map(AlertAnswers::json)
                                .toList());
    }

    private static JsonObject json(Sending sending) {
        boolean isCall = sending.channel() == Channel.WEBHOOK;
        return JsonObject.empty()
                .put("id", sending.delivery())
                .put("channel", sending.channel())
                .put("endpointId", isCall ? Optional.of(sending.target()) : Optional.empty())
                .put("state", sending.state())
                .put("at", sending.at());
    }

    /** Of one object what it is called, where that was told; several have no name. */
    private static Optional<String> name(Trail.Step step, Map<UUID, String> known) {
        return step.about().size() == 1
                ? Optional.ofNullable(known.get(step.about().getFirst()))
                : Optional.empty();
    }

    JsonObject json(Alert alert, Locale language) {
        return worded(List.of(alert), language).getFirst().json();
    }
}
