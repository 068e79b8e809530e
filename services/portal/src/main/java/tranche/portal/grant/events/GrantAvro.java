package tranche.portal.grant.events;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.flow.writer.Outgoing;
import tranche.portal.GrantGiven;
import tranche.portal.GrantProposed;
import tranche.portal.GrantRejected;
import tranche.portal.GrantWithdrawn;
import tranche.portal.grant.domain.GrantBook;
import tranche.portal.grant.domain.GrantEvent;
import tranche.portal.grant.domain.HeldGrant;
import tranche.values.actor.Maker;
import tranche.values.actor.Scope;

/** A grant's events as records of {@code portal.events}; the account is the key, the grant the aggregate. */
public final class GrantAvro {

    /** The aggregate's kind in the event table. */
    public static final String AGGREGATE = "grant";

    private GrantAvro() {}

    /** @param after the book right after the event */
    public static Outgoing outgoing(GrantBook after, GrantEvent event) {
        HeldGrant grant = after.grant(event.grant());
        UUID account = after.holding().account();
        LocalDate day = LocalDate.ofInstant(grant.changedAt(), ZoneOffset.UTC);
        return new Outgoing(AGGREGATE, grant.id(), grant.version(), day, head -> record(head, account, event));
    }

    private static SpecificRecord record(Head head, UUID account, GrantEvent event) {
        return switch (event) {
            case GrantEvent.GrantProposed proposed -> proposed(head, account, proposed);
            case GrantEvent.GrantGiven given -> given(head, account, given);
            case GrantEvent.GrantRejected rejected -> new GrantRejected(head, account, rejected.grant());
            case GrantEvent.GrantWithdrawn withdrawn -> withdrawn(head, account, withdrawn);
        };
    }

    private static GrantProposed proposed(Head head, UUID account, GrantEvent.GrantProposed event) {
        Scope scope = event.role().scope();
        return new GrantProposed(
                head,
                account,
                event.grant(),
                event.role().role().code(),
                scope.programme().orElse(null),
                scope.fund().orElse(null),
                scope.investor().orElse(null),
                scope.project().orElse(null),
                event.until().orElse(null),
                event.expiresAt(),
                event.contentHash());
    }

    private static GrantGiven given(Head head, UUID account, GrantEvent.GrantGiven event) {
        Scope scope = event.role().scope();
        return new GrantGiven(
                head,
                account,
                event.grant(),
                event.role().role().code(),
                scope.programme().orElse(null),
                scope.fund().orElse(null),
                scope.investor().orElse(null),
                scope.project().orElse(null),
                event.until().orElse(null),
                event.proposedBy().map(Maker::account).orElse(null),
                event.firstSteps());
    }

    private static GrantWithdrawn withdrawn(Head head, UUID account, GrantEvent.GrantWithdrawn event) {
        Scope scope = event.role().scope();
        return new GrantWithdrawn(
                head,
                account,
                event.grant(),
                event.role().role().code(),
                scope.programme().orElse(null),
                scope.fund().orElse(null),
                scope.investor().orElse(null),
                scope.project().orElse(null));
    }
}
