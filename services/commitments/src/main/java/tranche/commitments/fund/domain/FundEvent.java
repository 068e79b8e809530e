package tranche.commitments.fund.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.commitments.register.domain.ForeignIdentity;
import tranche.values.actor.Maker;

/** What happened to a fund. */
public sealed interface FundEvent {

    FundId id();

    LocalDate effectiveDate();

    record Created(
            FundId id,
            ProgrammeId programme,
            FundContent content,
            ZoneId zone,
            Optional<ForeignIdentity> foreign,
            LocalDate effectiveDate,
            Maker by)
            implements FundEvent {}

    record ClosedToNew(FundId id, LocalDate effectiveDate) implements FundEvent {}
}
