package tranche.milestones.reporter.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Scope;

/** What is told of who may report from a site. */
public sealed interface ReporterFact {

    UUID account();

    /** @param until last day on which the grant holds, in UTC */
    record Given(UUID grant, UUID account, Scope scope, Optional<LocalDate> until) implements ReporterFact {}

    record Withdrawn(UUID grant, UUID account) implements ReporterFact {}

    /** The account was shut: none of its grants holds any more. */
    record Shut(UUID account) implements ReporterFact {}
}
