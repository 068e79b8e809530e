package tranche.notifications.email.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.domain.Subject;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** That somebody could not be mailed what he must be told (rule N-8). */
public final class Undelivered {

    /** Why a mail is given up for which nobody has an address any more: no host has refused it. */
    public static final Set<String> WITHOUT_ADDRESS = Set.of("no-address", "address-not-verified");

    private Undelivered() {}

    /**
     * What managers are told of it; empty where the mail was not mandatory, or told of such a failure itself.
     *
     * @param cause id of the event by which the mail is not tried any more
     * @param event full name of its record
     * @param type of the alert that was mailed
     * @param object to which its subject belongs
     * @param roles by which its recipient was told
     * @param failure why the mail is not tried any more, as a code
     */
    public static Optional<Notice> notice(
            UUID cause,
            String event,
            Instant recordedAt,
            AlertType type,
            Subject subject,
            Scope object,
            Set<Role> roles,
            String failure) {
        if (type == AlertType.NT_01 || !type.isMandatoryFor(roles)) {
            return Optional.empty();
        }
        Map<String, Figure> figures = new HashMap<>();
        figures.put("type", new Figure.Words(type.code()));
        figures.put("what", new Figure.Words(WITHOUT_ADDRESS.contains(failure) ? "ADDRESS" : "MAIL"));
        figures.put("failure", new Figure.Words(failure));
        figures.put("whose", new Figure.Words(object.investor().isPresent() ? "INVESTOR" : "OTHER"));
        object.investor().ifPresent(investor -> figures.put("investor", new Figure.Named(investor)));
        // A project belongs to no fund: whoever manages one of its programme is told, as of all that happens there.
        boolean isOfProject = object.project().isPresent();
        Audience managers = new Audience(Set.of(Role.FUND_MANAGER), object, isOfProject);
        return Optional.of(new Notice(AlertType.NT_01, cause, event, recordedAt, subject, managers, Set.of(), figures));
    }
}
