package tranche.commitments.fund.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;
import tranche.values.register.ForeignIdentity;

/** What can be asked of a fund. */
public sealed interface FundCommand {

    FundId id();

    Actor by();

    /** Opens a fund within a programme. The effective date is today in the fund's zone where none is given. */
    record Create(
            FundId id,
            ProgrammeId programme,
            FundContent content,
            Optional<ForeignIdentity> foreign,
            Optional<LocalDate> effectiveDate,
            Actor by)
            implements FundCommand {}

    /** Confirms a change of cap, calendar or terms that another person has proposed. */
    record ChangeTerms(FundId id, TermsChange change, Maker proposedBy, Actor by) implements FundCommand {}

    /** Takes no new commitments from now on. */
    record StopSubscriptions(FundId id, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements FundCommand {}
}
