package tranche.commitments.commitment.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;

/**
 * What can be asked of a fund's commitments. Where no effective date is given it is today in the fund's zone.
 */
public sealed interface CommitmentCommand extends BookCommand {

    CommitmentId id();

    /** Drafts a commitment: an interest indicated. */
    record Draft(
            CommitmentId id,
            InvestorId investor,
            Money amount,
            DatePrecision precision,
            Optional<LocalDate> effectiveDate,
            @Override Optional<ForeignIdentity> foreign,
            Actor by)
            implements CommitmentCommand {}

    /** Changes what is given; the rest stays. */
    record Edit(
            CommitmentId id,
            Optional<Money> amount,
            Optional<DatePrecision> precision,
            Optional<LocalDate> effectiveDate,
            Actor by,
            OptionalLong ifMatch)
            implements CommitmentCommand {}

    record Submit(CommitmentId id, Evidence evidence, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements CommitmentCommand {}

    record Return(CommitmentId id, String reason, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements CommitmentCommand {}

    /** @param content what the caller has seen; not compared where it is empty */
    record Accept(
            CommitmentId id,
            Optional<LocalDate> closingDate,
            Optional<ContentHash> content,
            Optional<LocalDate> effectiveDate,
            Actor by,
            OptionalLong ifMatch)
            implements CommitmentCommand {}

    record Cancel(CommitmentId id, String reason, Optional<LocalDate> effectiveDate, Actor by, OptionalLong ifMatch)
            implements CommitmentCommand {}

    /** Enters a position that exists elsewhere; a second person takes it on. */
    record DraftTakeOn(
            CommitmentId id,
            InvestorId investor,
            Money amount,
            Opening opening,
            @Override Optional<ForeignIdentity> foreign,
            Actor by)
            implements CommitmentCommand {}

    /** @param content what the caller has seen; not compared where it is empty */
    record ApproveTakeOn(CommitmentId id, Optional<ContentHash> content, Actor by, OptionalLong ifMatch)
            implements CommitmentCommand {}

    /**
     * Confirms what another person proposed.
     *
     * @param content what there was to confirm
     */
    record Confirm(CommitmentId id, CommitmentMotion motion, ContentHash content, Maker proposedBy, Actor by)
            implements CommitmentCommand {}
}
