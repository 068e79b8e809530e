package tranche.notifications.alert.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tranche.notifications.alert.AlertWords;
import tranche.notifications.alert.AlertWords.Worded;
import tranche.notifications.alert.domain.Alert;
import tranche.notifications.subject.store.NameViews;
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

    List<Worded> worded(List<Alert> alerts, Locale language) {
        return AlertWords.of(names, alerts, language);
    }

    JsonObject json(Alert alert, Locale language) {
        return worded(List.of(alert), language).getFirst().json();
    }
}
