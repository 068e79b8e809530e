package tranche.portal.raise.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What an event means for the pages. */
public sealed interface Fact {

    /** A programme as it now is. */
    record OfProgramme(
            UUID id,
            String name,
            Currency headline,
            Optional<Money> target,
            Optional<String> targetSource,
            Optional<LocalDate> targetDate,
            LocalDate claimed,
            boolean sample)
            implements Fact {}

    /** A fund as it was made. */
    record OfFund(
            UUID id,
            UUID programme,
            String name,
            Currency currency,
            Optional<Money> cap,
            boolean unverified,
            Optional<String> sourceNote,
            boolean requireKyc,
            String zone,
            Optional<String> sourceSystem,
            Optional<String> externalRef)
            implements Fact {}

    /** A fund's terms from now on, as far as pages show them. */
    record OfTerms(UUID fund, Optional<Money> cap, boolean requireKyc) implements Fact {}

    /** A fund takes no new commitments. */
    record OfClosedFund(UUID fund) implements Fact {}

    /** An investor as it now is. */
    record OfInvestor(UUID id, String name, InvestorKind kind, String country, boolean consentToBeNamed)
            implements Fact {}

    /** What the checks on an investor came to, and until when it holds. */
    record OfKyc(UUID investor, String status, Optional<LocalDate> until) implements Fact {}

    /**
     * A commitment changed.
     *
     * @param step makes the picture after the event from the one before; from nothing where the event is the first
     */
    record OfCommitment(UUID id, Function<Optional<CommitmentPicture>, CommitmentPicture> step) implements Fact {}

    /** A tranche changed: as {@link OfCommitment}. */
    record OfTranche(UUID id, Function<Optional<TranchePicture>, TranchePicture> step) implements Fact {}

    /** A capital call changed in sum: as {@link OfCommitment}. */
    record OfCall(UUID id, Function<Optional<CallPicture>, CallPicture> step) implements Fact {}

    /** Money went out of a fund into a project. */
    record OfInvestment(
            UUID id, UUID programme, UUID fund, UUID project, Optional<UUID> tranche, Money amount, LocalDate date)
            implements Fact {}

    /** The person behind an account. */
    record OfPerson(UUID account, UUID person) implements Fact {}

    /**
     * Something to be told in the feed and in the history; it changes no picture by itself.
     *
     * @param about the tranche, call or investment that it is about; empty for all else
     * @param before what was committed before an amendment or a transfer; empty for all else
     * @param other the commitment at the other end of a transfer; empty for all else
     * @param commitments those of a closing that took effect; empty for all else
     */
    record Told(
            UUID event,
            ChangeKind kind,
            String type,
            Instant recordedAt,
            LocalDate effective,
            UUID actor,
            UUID key,
            long sequence,
            long version,
            Optional<UUID> programme,
            Optional<UUID> fund,
            Optional<UUID> investor,
            Optional<UUID> commitment,
            Optional<UUID> about,
            Optional<CommitmentState> state,
            Optional<Money> amount,
            Optional<Money> before,
            Optional<UUID> other,
            Optional<String> reason,
            List<UUID> commitments)
            implements Fact {
        public Told {
            commitments = List.copyOf(commitments);
        }
    }
}
