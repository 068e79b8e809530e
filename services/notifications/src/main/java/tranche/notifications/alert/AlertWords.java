package tranche.notifications.alert;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.subject.store.NameViews;
import tranche.notifications.template.Templates;
import tranche.notifications.template.Templates.Fact;
import tranche.notifications.template.Templates.Saying;
import tranche.web.json.JsonObject;

/** Alerts as they are said in a language, with the names of today, and as they are written down for programs. */
public final class AlertWords {

    private AlertWords() {}

    /**
     * An alert with its text.
     *
     * @param facts the figures that stand out
     */
    public record Worded(Alert alert, Saying saying, List<Fact> facts, Locale language) {

        public Worded {
            facts = List.copyOf(facts);
        }

        /** The alert as every program gets it. */
        public JsonObject json() {
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
                    .put("title", saying.title())
                    .put("body", saying.body())
                    .put("language", language.getLanguage())
                    .put(
                            "cause",
                            JsonObject.empty()
                                    .put("eventId", alert.cause())
                                    .put("type", alert.event())
                                    .put("recordedAt", alert.causedAt())
                                    .put("subject", subject))
                    .put("links", alert.links())
                    .put("createdAt", alert.createdAt())
                    .put("readAt", alert.readAt())
                    .put("acknowledgedAt", alert.acknowledgedAt())
                    .put("supersededAt", alert.supersededAt())
                    .put("supersedes", null)
                    .put("facts", facts.stream().map(Worded::json).toList())
                    .put("trail", null)
                    .put("deliveries", null)
                    .put("version", alert.version());
        }

        private static JsonObject json(Fact fact) {
            return JsonObject.empty()
                    .put("code", fact.gap())
                    .put("name", fact.name())
                    .put("value", fact.value());
        }
    }

    /** Alerts with their texts, in their order, each in the language of its recipient. */
    public static List<Worded> of(Connection connection, List<Alert> alerts, Map<UUID, Locale> languages)
            throws SQLException {
        Map<UUID, String> names = NameViews.of(connection, named(alerts));
        return alerts.stream()
                .map(alert -> worded(alert, names, Objects.requireNonNull(languages.get(alert.recipient()))))
                .toList();
    }

    /** All of them in one language, outside of any transaction. */
    public static List<Worded> of(NameViews views, List<Alert> alerts, Locale language) {
        Map<UUID, String> names = views.of(named(alerts));
        return alerts.stream().map(alert -> worded(alert, names, language)).toList();
    }

    private static Worded worded(Alert alert, Map<UUID, String> names, Locale language) {
        Templates templates = Templates.of(language);
        return new Worded(
                alert,
                templates.say(alert.type(), alert.figures(), names),
                templates.facts(alert.type(), alert.figures()),
                language);
    }

    private static List<UUID> named(List<Alert> alerts) {
        return alerts.stream()
                .map(alert -> alert.figures().values())
                .flatMap(Collection::stream)
                .flatMap(Figure::named)
                .distinct()
                .toList();
    }
}
