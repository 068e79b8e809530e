package tranche.commitments.commitment.domain;

import static tranche.commitments.commitment.domain.CommitmentRefusal.CONTENT_CHANGED;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tranche.commitments.commitment.domain.CommitmentCommand.Confirm;
import tranche.commitments.investor.domain.Investor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.proposal.Proposal;

/**
 * What two persons decide about a closed commitment (domain §2.1): one proposes, another confirms, and the same rule is asked
 * both times. Whom the first one named need not be seen by the second: what there is to confirm names the investor.
 */
record CommitmentMotions(FundBook book, Instant now) {

    Decision<Proposal> propose(ProposeMotion propose) {
        Optional<Commitment> found = book.commitments().get(propose.id());
        CommitmentMotion motion = propose.motion();
        return Gate.<Proposal>refusal(found, motion.step(), propose.by(), propose.ifMatch())
                .or(() -> refusal(
                        found.orElseThrow(), motion, investor -> book.holdings().show(investor, propose.by())))
                .orElseGet(() -> accepted(proposal(found.orElseThrow(), propose)));
    }

    private Proposal proposal(Commitment commitment, ProposeMotion propose) {
        return Proposal.of(
                propose.proposal(),
                propose.motion().command(),
                commitment.id().value(),
                Set.of(Scope.ofFund(
                        commitment.programme().value(), commitment.fund().value())),
                propose.motion().on(commitment),
                propose.by(),
                now);
    }

    Decision<BookEvent> confirm(Confirm confirm) {
        Optional<Commitment> found = book.commitments().get(confirm.id());
        CommitmentMotion motion = confirm.motion();
        return Gate.<BookEvent>ofConfirming(found, motion.step(), confirm.proposedBy(), confirm.by())
                .or(() -> contentChanged(motion.on(found.orElseThrow()).hash(), confirm.content()))
                .or(() -> refusal(found.orElseThrow(), motion, _ -> true))
                .orElseGet(() -> accepted(carried(found.orElseThrow(), confirm)));
    }

    private static Optional<Decision<BookEvent>> contentChanged(ContentHash present, ContentHash seen) {
        return present.equals(seen)
                ? Optional.empty()
                : Optional.of(refused(CONTENT_CHANGED, Map.of("contentHash", present.hex())));
    }

    private <E> Optional<Decision<E>> refusal(
            Commitment commitment, CommitmentMotion motion, Predicate<Investor> seen) {
        return Dates.<E>refusal(book, commitment.version(), motion.effectiveDate(), now)
                .or(() -> switch (motion) {
                    case CommitmentMotion.Amend amend -> new Amending(book, now).refusal(commitment, amend);
                    case CommitmentMotion.Transfer transfer ->
                        new Transferring(book, now).refusal(commitment, transfer, seen);
                });
    }

    private List<BookEvent> carried(Commitment commitment, Confirm confirm) {
        LocalDate effective =
                Dates.effective(book, commitment.version(), confirm.motion().effectiveDate(), now);
        return switch (confirm.motion()) {
            case CommitmentMotion.Amend amend -> List.of(Amending.amended(commitment, amend, confirm, effective));
            case CommitmentMotion.Transfer transfer ->
                Transferring.transferred(commitment, transfer, confirm, effective);
        };
    }
}
