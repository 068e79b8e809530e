package tranche.notifications.notice.domain;

import java.util.Collection;
import java.util.Optional;
import tranche.values.actor.Role;

/** Where the portal shows what an alert is about. */
public final class Pages {

    private static final String OWN = "/home";

    private Pages() {}

    /**
     * The path of a page that the reader may open; empty where what it is about has none.
     *
     * @param roles by which the reader was reached; none where it asked for more than that, and reads it as the staff does
     */
    public static Optional<String> of(Subject subject, Collection<Role> roles) {
        boolean isContact = !roles.isEmpty() && roles.stream().allMatch(role -> role == Role.INVESTOR);
        return switch (subject.kind()) {
            case PROGRAMME -> Optional.of("/programmes/" + subject.id());
            case COMMITMENT -> Optional.of("/commitments/" + subject.id());
            case CAPITAL_CALL -> Optional.of("/calls/" + subject.id());
            case MILESTONE -> Optional.of("/milestones/" + subject.id());
            // What an investor has to expect of a fund, and where to pay, stands with what is its own.
            case FUND -> isContact ? Optional.of(OWN) : Optional.empty();
            case WEBHOOK_ENDPOINT -> Optional.of("/operations/endpoints/" + subject.id());
            case RECEIPT, TRANCHE -> Optional.empty();
        };
    }
}
