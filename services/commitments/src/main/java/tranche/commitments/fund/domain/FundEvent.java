package tranche.commitments.fund.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Maker;
import tranche.values.register.ForeignIdentity;

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

    /**
     * The cap, the calendar or the terms changed.
     *
     * @param content as it now is
     */
    record TermsChanged(
            FundId id, FundContent content, Maker proposedBy, Optional<String> reason, LocalDate effectiveDate)
            implements FundEvent {}

    record ClosedToNew(FundId id, LocalDate effectiveDate) implements FundEvent {}
}
