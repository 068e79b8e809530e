package tranche.commitments.commitment.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.money.Money;
import tranche.values.proposal.Content;
import tranche.values.proposal.ProposedCommand;

/**
 * What one person proposes about a closed commitment and another confirms (domain §2.1). The effective date is the day of the
 * confirmation where none is given.
 */
public sealed interface CommitmentMotion {

    /** In the order given; at most {@link Evidence#MOST_DOCUMENTS}. */
    List<Evidence.Document> documents();

    Optional<LocalDate> effectiveDate();

    /** The step that it is. */
    Step step();

    /** Whose standing the decision rests on, beside the one whose commitment it is. */
    Optional<InvestorId> other();

    /**
     * Gives the commitment another amount.
     *
     * @param amount that it shall have
     */
    record Amend(Money amount, Optional<LocalDate> effectiveDate, String reason, List<Evidence.Document> documents)
            implements CommitmentMotion {

        public Amend {
            documents = List.copyOf(documents);
        }

        @Override
        public Step step() {
            return Step.AMEND;
        }

        @Override
        public Optional<InvestorId> other() {
            return Optional.empty();
        }
    }

    /**
     * Gives the commitment, or a part of it, to another investor.
     *
     * @param commitment the one that comes of it, if it is confirmed; a half is rounded by its id, so that goes with it
     * @param part what goes over, of the amount; the whole where it is empty
     */
    record Transfer(
            CommitmentId commitment,
            InvestorId to,
            Optional<Money> part,
            Optional<LocalDate> effectiveDate,
            Optional<String> reason,
            List<Evidence.Document> documents)
            implements CommitmentMotion {

        public Transfer {
            documents = List.copyOf(documents);
        }

        @Override
        public Step step() {
            return Step.TRANSFER;
        }

        @Override
        public Optional<InvestorId> other() {
            return Optional.of(to);
        }

        /** What stays and what goes over; empty where the part is none of the commitment's amount. */
        Optional<Division> divide(Commitment giver) {
            return Division.of(giver, commitment, partOf(giver));
        }

        Money partOf(Commitment giver) {
            return part.orElse(giver.amount());
        }
    }

    /** The command's name among all that is proposed. */
    default ProposedCommand command() {
        return command(step());
    }

    /** The name of a step among all that is proposed, for instance {@code AMEND_COMMITMENT}. */
    static ProposedCommand command(Step step) {
        return new ProposedCommand(step.name() + "_COMMITMENT", "commitment");
    }

    /**
     * What there is to approve (rule D-6): the motion, and what of the commitment it is decided upon, so that nothing is
     * confirmed of a commitment of which more was called or paid since.
     */
    default Content on(Commitment commitment) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("command", command().code());
        members.put("commitmentId", commitment.id().toString());
        members.put("investorId", commitment.investor().toString());
        members.put("state", commitment.state().name());
        members.put("amountBefore", members(commitment.amount()));
        members.put("effectiveDate", effectiveDate().map(LocalDate::toString).orElse(null));
        members.put(
                "documents",
                documents().stream()
                        .map(document -> Map.of("name", document.name(), "sha256", document.sha256()))
                        .toList());
        switch (this) {
            case Amend amend -> {
                members.put("amount", members(amend.amount()));
                members.put("reason", amend.reason());
                members.putAll(members(commitment.drawn()));
            }
            case Transfer transfer -> {
                members.put("toInvestorId", transfer.to().toString());
                members.put("toCommitmentId", transfer.commitment().toString());
                members.put("transferred", members(transfer.partOf(commitment)));
                members.put("reason", transfer.reason().orElse(null));
                Optional<Division> division = transfer.divide(commitment);
                members.put(
                        "stays",
                        division.map(Division::stays)
                                .map(CommitmentMotion::members)
                                .orElse(null));
                members.put(
                        "goes",
                        division.map(Division::goes)
                                .map(CommitmentMotion::members)
                                .orElse(null));
            }
        }
        return Content.shown(members);
    }

    private static Map<String, Object> members(Portion portion) {
        Map<String, Object> members = new HashMap<>(members(portion.drawn()));
        members.put("amount", members(portion.amount()));
        members.put("uncalled", members(portion.uncalled()));
        return members;
    }

    private static Map<String, Object> members(Drawn drawn) {
        return Map.of(
                "called", members(drawn.called()),
                "paid", members(drawn.paid()),
                "restored", members(drawn.restored()),
                "distributed", members(drawn.distributed()));
    }

    private static Map<String, String> members(Money money) {
        return Map.of("value", money.plain(), "currency", money.currency().code());
    }
}
