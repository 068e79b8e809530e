package tranche.portal.alerts.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tranche.portal.alerts.page.AlertsModel.Action;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.words.page.Words;

/** What stands about an alert in the list and by itself alike. */
record AlertLook(Answered alert) {

    private static final String READ = "read";

    static AlertLook of(Answered alert) {
        return new AlertLook(alert);
    }

    String severity(Words words) {
        return words.say("alerts.severity." + alert.text("severity").toLowerCase(Locale.ROOT));
    }

    String icon() {
        return tone().equals("info") ? "info-circle" : "alert-triangle";
    }

    String tone() {
        return switch (alert.text("severity")) {
            case "CRITICAL" -> "bad";
            case "WARNING" -> "warn";
            default -> "info";
        };
    }

    boolean unread() {
        return alert.textIfAny("readAt").isEmpty();
    }

    /** What its reader can do about it; what is read is not offered to be read. */
    List<Action> actions(Words words, Supplier<String> once) {
        return alert.texts("allowed").stream()
                .filter(command -> unread() || !command.equals(READ))
                .filter(AlertsPage.COMMANDS::containsKey)
                .map(command -> new Action(command, words.say("alerts.do." + command), once.get()))
                .toList();
    }
}
