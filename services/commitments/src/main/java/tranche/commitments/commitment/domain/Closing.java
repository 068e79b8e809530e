package tranche.commitments.commitment.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Maker;
import tranche.values.actor.Scope;
import tranche.values.register.CanonicalJson;
import tranche.values.register.Shelf;
import tranche.values.register.Version;

/**
 * The date on which accepted commitments become effective (domain §1, §2.1).
 *
 * @param date on which it takes effect, in the fund's zone
 * @param commitments that close with it, ascending, none twice, at least one
 * @param reason of the cancellation
 * @param maker who planned it and so does not approve it (rule D-1)
 */
public record Closing(
        ClosingId id,
        ProgrammeId programme,
        FundId fund,
        ClosingKind kind,
        LocalDate date,
        List<CommitmentId> commitments,
        ClosingState state,
        Optional<String> reason,
        Maker maker,
        Version version) {

    /** As many as a large fund has investors: all of them close in one transaction. */
    public static final int MOST_COMMITMENTS = 10_000;

    public Closing {
        commitments = List.copyOf(commitments);
    }

    public Scope scope() {
        return Scope.ofFund(programme.value(), fund.value());
    }

    /** Whoever planned it does not approve it (rule D-1). */
    public boolean mayBeApprovedBy(Actor checker) {
        return FourEyes.isAnother(checker, Set.of(maker));
    }

    /** Whether it may still take effect. */
    public boolean isOpen() {
        return state == ClosingState.PLANNED || state == ClosingState.APPROVED;
    }

    /** The steps that its state admits, in the order of {@link ClosingStep}. */
    public List<ClosingStep> allowed() {
        return Arrays.stream(ClosingStep.values()).filter(this::allows).toList();
    }

    public boolean allows(ClosingStep step) {
        return switch (step) {
            case APPROVE -> state == ClosingState.PLANNED;
            case CANCEL -> isOpen();
        };
    }

    /**
     * The effective date of what happens to the closing itself: its own date once that has come, and until then the day
     * on which it happens, so that its dates never go back.
     */
    public static LocalDate effectiveDate(LocalDate date, LocalDate today) {
        return date.isBefore(today) ? date : today;
    }

    /**
     * What an approval binds (rule D-6): the plan and the content of each of its commitments, so that an edit of one
     * changes it.
     *
     * @param present where its commitments are found, as they are at the time that is asked about
     */
    public ContentHash contentHash(Shelf<CommitmentId, Commitment> present) {
        return ContentHash.of(CanonicalJson.of(Map.of(
                "fundId",
                fund.toString(),
                "kind",
                kind.name(),
                "date",
                date.toString(),
                "commitments",
                commitments.stream()
                        .map(id -> present.get(id).orElseThrow())
                        .map(commitment -> Map.of(
                                "id",
                                commitment.id().toString(),
                                "contentHash",
                                commitment.contentHash().hex()))
                        .toList())));
    }
}
