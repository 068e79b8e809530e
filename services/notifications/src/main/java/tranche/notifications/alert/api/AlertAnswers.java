package tranche.notifications.alert.api;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.subject.store.NameViews;
import tranche.notifications.template.Templates;
import tranche.notifications.template.Templates.Saying;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Alerts as callers get them: each said in the caller's language, with the names of today. */
@Singleton
final class AlertAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Worded> TABLE = new Table<>(
            "alerts",
            List.of(
                    Column.id("id", row -> Optional.of(row.alert().id())),
                    Column.text("type", row -> Optional.of(row.alert().type().code())),
                    Column.code("severity", row -> row.alert().type().severity()),
                    Column.code("state", row -> row.alert().state()),
                    Column.text("title", row -> Optional.of(row.saying().title())),
                    Column.text("body", row -> Optional.of(row.saying().body())),
                    Column.text("language", row -> Optional.of(row.language().getLanguage())),
                    Column.id("causeEventId", row -> Optional.of(row.alert().cause())),
                    Column.text("causeType", row -> Optional.of(row.alert().event())),
                    Column.instant("createdAt", row -> Optional.of(row.alert().createdAt())),
                    Column.instant("readAt", row -> row.alert().readAt()),
                    Column.instant("acknowledgedAt", row -> row.alert().acknowledgedAt())));

    private final NameViews names;

    AlertAnswers(NameViews names) {
        this.names = names;
    }

    /** An alert with its text. */
    record Worded(Alert alert, Saying saying, Locale language) {}

    List<Worded> worded(List<Alert> alerts, Locale language) {
        Map<UUID, String> known = names.of(alerts.stream()
                .map(alert -> alert.figures().values())
                .flatMap(Collection::stream)
                .filter(Figure.Named.class::isInstance)
                .map(Figure.Named.class::cast)
                .map(Figure.Named::id)
                .distinct()
                .toList());
        return alerts.stream()
                .map(alert ->
                        new Worded(alert, Templates.of(language).say(alert.type(), alert.figures(), known), language))
                .toList();
    }

    JsonObject json(Alert alert, Locale language) {
        return json(worded(List.of(alert), language).getFirst());
    }

    static JsonObject json(Worded worded) {
        Alert alert = worded.alert();
        JsonObject subject = JsonObject.empty()
                .put("type", alert.subject().kind().code())
                .put("id", alert.subject().id());
        return JsonObject.empty()
                .put("id", alert.id())
                .put("type", alert.type().code())
                .put("severity", alert.type().severity())
                .put("state", alert.state())
                .put(
                        "allowed",
                        alert.allowed().stream().map(Alert.Step::command).toList())
                .put("title", worded.saying().title())
                .put("body", worded.saying().body())
                .put("language", worded.language().getLanguage())
                .put(
                        "cause",
                        JsonObject.empty()
                                .put("eventId", alert.cause())
                                .put("type", alert.event())
                                .put("subject", subject))
                .put("links", List.of(alert.subject().path()))
                .put("createdAt", alert.createdAt())
                .put("readAt", alert.readAt())
                .put("acknowledgedAt", alert.acknowledgedAt())
                .put("version", alert.version());
    }
}
