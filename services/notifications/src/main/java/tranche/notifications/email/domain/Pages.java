package tranche.notifications.email.domain;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.notice.domain.Subject;
import tranche.values.actor.Role;

/** Where the portal shows what an alert is about. */
public final class Pages {

    private Pages() {}

    /**
     * The path of a page that the reader may open.
     *
     * @param project in which the subject lies, where it lies in one
     * @param roles by which the reader was reached
     */
    public static String of(Subject subject, Optional<UUID> project, Collection<Role> roles) {
        boolean isContact = roles.stream().allMatch(role -> role == Role.INVESTOR);
        return switch (subject.kind()) {
            case COMMITMENT -> "/commitments/" + subject.id();
            case CAPITAL_CALL -> isContact ? "/home" : "/calls/" + subject.id();
            case MILESTONE -> project.map(id -> "/projects/" + id).orElse("/projects");
            case RECEIPT, TRANCHE, FUND -> "/alerts";
        };
    }
}
