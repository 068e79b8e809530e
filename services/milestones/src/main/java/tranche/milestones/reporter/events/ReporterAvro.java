package tranche.milestones.reporter.events;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import tranche.milestones.reporter.domain.ReporterFact;
import tranche.portal.AccountDisabled;
import tranche.portal.GrantGiven;
import tranche.portal.GrantWithdrawn;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Who may report from a site, out of the portal's Avro records. */
public final class ReporterAvro {

    private ReporterAvro() {}

    /** What an event tells of it; empty where it tells of something else. */
    public static Optional<ReporterFact> fact(SpecificRecord event) {
        return switch (event) {
            case GrantGiven given
            when isOfReporter(given.getRole()) ->
                Optional.of(new ReporterFact.Given(
                        given.getGrantId(),
                        given.getAccountId(),
                        new Scope(
                                given.getProgrammeId(), given.getFundId(), given.getInvestorId(), given.getProjectId()),
                        given.getUntil()));
            case GrantWithdrawn withdrawn
            when isOfReporter(withdrawn.getRole()) ->
                Optional.of(new ReporterFact.Withdrawn(withdrawn.getGrantId(), withdrawn.getAccountId()));
            case AccountDisabled shut -> Optional.of(new ReporterFact.Shut(shut.getAccountId()));
            default -> Optional.empty();
        };
    }

    private static boolean isOfReporter(String role) {
        return role.equals(Role.SITE_REPORTER.code());
    }
}
