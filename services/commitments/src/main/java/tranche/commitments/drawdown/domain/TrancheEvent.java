package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;

/** What happened to a tranche. */
public sealed interface TrancheEvent extends DrawdownEvent {

    TrancheId id();

    /** @param payload hash of the request, by which the same one is known when it comes twice */
    record Drafted(
            TrancheId id,
            ProgrammeId programme,
            FundId fund,
            Optional<UUID> project,
            String name,
            Money amount,
            ConditionVersion conditions,
            Optional<ForeignIdentity> foreign,
            ContentHash payload,
            LocalDate effectiveDate,
            Maker by)
            implements TrancheEvent {}

    /** A second person approved it: from now on it waits for its conditions. */
    record Created(TrancheId id, LocalDate effectiveDate) implements TrancheEvent {}

    /** A {@link CallDrafted} or a {@link Held} follows. */
    record ConditionsMet(TrancheId id, Evaluation evaluation, LocalDate effectiveDate) implements TrancheEvent {}

    /**
     * The call itself follows.
     *
     * @param evaluation upon which it is drafted: of the conditions being met, or of a person's asking for it
     */
    record CallDrafted(TrancheId id, CallDraft draft, Evaluation evaluation, LocalDate effectiveDate)
            implements TrancheEvent {}

    /** @param why {@link TrancheHold}, or the code of the refusal of the call */
    record Held(TrancheId id, String why, LocalDate effectiveDate) implements TrancheEvent {}

    /** Its call was issued. */
    record Released(TrancheId id, UUID call, LocalDate effectiveDate) implements TrancheEvent {}

    /**
     * Its conditions fell back.
     *
     * @param fellBack which of them had been met or waived and are open again, in their order
     * @param cancelled the call that is cancelled with it, which follows
     */
    record Relocked(
            TrancheId id,
            Evaluation evaluation,
            List<Single> fellBack,
            Optional<UUID> cancelled,
            LocalDate effectiveDate)
            implements TrancheEvent {

        public Relocked {
            fellBack = List.copyOf(fellBack);
        }
    }

    /**
     * It has other conditions, which are looked at at once.
     *
     * @param cancelled the call that is cancelled with it, which follows
     * @param proposedBy account
     */
    record Amended(
            TrancheId id,
            ConditionVersion conditions,
            Optional<UUID> cancelled,
            String reason,
            UUID proposedBy,
            LocalDate effectiveDate)
            implements TrancheEvent {}

    /**
     * It was given up.
     *
     * @param before the state that it was cancelled in
     * @param cancelled the call that is cancelled with it, which follows
     * @param by who proposed it
     */
    record Cancelled(
            TrancheId id,
            TrancheState before,
            Optional<UUID> cancelled,
            String reason,
            Maker by,
            LocalDate effectiveDate)
            implements TrancheEvent {}

    /** The drafted call that ends with the event; empty where none does. */
    default Optional<UUID> cancelledCall() {
        return switch (this) {
            case Relocked relocked -> relocked.cancelled();
            case Amended amended -> amended.cancelled();
            case Cancelled cancelled -> cancelled.cancelled();
            case Drafted _, Created _, ConditionsMet _, CallDrafted _, Held _, Released _ -> Optional.empty();
        };
    }
}
