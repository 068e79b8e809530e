package tranche.notifications.recipient.events;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import tranche.notifications.recipient.domain.GrantFact;
import tranche.portal.AccountDisabled;
import tranche.portal.GrantGiven;
import tranche.portal.GrantWithdrawn;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Who holds which grant, out of the portal's Avro records. */
public final class GrantAvro {

    private GrantAvro() {}

    /** What an event tells of it; empty where it tells of something else. */
    public static Optional<GrantFact> fact(SpecificRecord event) {
        return switch (event) {
            case GrantGiven given ->
                Optional.of(new GrantFact.Given(
                        given.getGrantId(),
                        given.getAccountId(),
                        Role.of(given.getRole()),
                        new Scope(
                                given.getProgrammeId(), given.getFundId(), given.getInvestorId(), given.getProjectId()),
                        given.getUntil(),
                        given.getHead().getRecordedAt()));
            case GrantWithdrawn withdrawn ->
                Optional.of(new GrantFact.Withdrawn(
                        withdrawn.getGrantId(),
                        withdrawn.getAccountId(),
                        withdrawn.getHead().getRecordedAt()));
            case AccountDisabled shut ->
                Optional.of(
                        new GrantFact.Shut(shut.getAccountId(), shut.getHead().getRecordedAt()));
            default -> Optional.empty();
        };
    }
}
