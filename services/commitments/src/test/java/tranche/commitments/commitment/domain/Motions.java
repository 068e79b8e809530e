package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.commitment.domain.Books.BEN;
import static tranche.commitments.commitment.domain.Books.CARA;
import static tranche.commitments.commitment.domain.Books.NOW;
import static tranche.commitments.commitment.domain.Books.closing;
import static tranche.commitments.commitment.domain.Books.id;
import static tranche.commitments.commitment.domain.Books.theCommitment;
import static tranche.commitments.commitment.domain.Books.usd;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.commitments.commitment.domain.CommitmentCommand.Confirm;
import tranche.commitments.commitment.domain.CommitmentMotion.Amend;
import tranche.commitments.commitment.domain.CommitmentMotion.Transfer;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.proposal.Proposal;

/** Closed commitments, and what Cara proposes about them and Ben confirms. */
final class Motions {

    static final Evidence.Document CONSENT = new Evidence.Document("Consent", "ab".repeat(32));

    private Motions() {}

    /** A book with one closed commitment of the amount. */
    static FundBook aClosed(FundBook fund, CommitmentId id, String amount) {
        ClosingId spring = closing(1);
        FundBook planned =
                Books.after(Books.anAccepted(fund, id, amount), Books.plan(spring, Books.TODAY, Books.ANA, id));
        return Books.after(planned, Books.approve(planned, spring, BEN));
    }

    /** A book with one closed commitment that was taken on. */
    static FundBook aTakenOn(FundBook fund, CommitmentId id, String amount, Drawn drawn) {
        return Books.after(
                Books.withInvestors(fund), Books.takeOn(id, amount, drawn, Books.ANA), Books.approveTakeOn(id, BEN));
    }

    /** After something was called of a commitment, or paid. */
    static FundBook drawn(FundBook book, CommitmentId id, Drawn drawn) {
        return book.with(theCommitment(book, id).drawn(drawn, Books.TODAY, NOW));
    }

    static Amend to(String amount, Evidence.Document... documents) {
        return new Amend(usd(amount), Optional.empty(), "as agreed", List.of(documents));
    }

    static Transfer whole(InvestorId to) {
        return transfer(to, Optional.empty());
    }

    static Transfer part(InvestorId to, String amount) {
        return transfer(to, Optional.of(amount));
    }

    private static Transfer transfer(InvestorId to, Optional<String> amount) {
        return new Transfer(
                new CommitmentId(id(7_000)),
                to,
                amount.map(Books::usd),
                Optional.empty(),
                Optional.of("sold"),
                List.of(CONSENT));
    }

    static Decision<Proposal> proposed(FundBook book, CommitmentId id, CommitmentMotion motion, Actor by) {
        return book.propose(new ProposeMotion(id, motion, id(8_000), by, OptionalLong.empty()), NOW);
    }

    static Refusal refusal(Decision<Proposal> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Proposal>) decision).refusal();
    }

    /** Both times the same rule is asked: what is not proposed is not confirmed either. */
    static Refusal refusalOf(FundBook book, CommitmentId id, CommitmentMotion motion) {
        Refusal refusal = refusal(proposed(book, id, motion, CARA));
        assertThat(Books.refusal(book.decide(confirm(book, id, motion, BEN), NOW)))
                .isEqualTo(refusal);
        return refusal;
    }

    static void isProposed(FundBook book, CommitmentId id, CommitmentMotion motion) {
        assertThat(proposed(book, id, motion, CARA)).isInstanceOf(Decision.Accepted.class);
        assertThat(book.decide(confirm(book, id, motion, BEN), NOW)).isInstanceOf(Decision.Accepted.class);
    }

    static Confirm confirm(FundBook book, CommitmentId id, CommitmentMotion motion, Actor by) {
        return new Confirm(id, motion, motion.on(theCommitment(book, id)).hash(), CARA.asMaker(), by);
    }

    static FundBook after(FundBook book, CommitmentId id, CommitmentMotion motion) {
        return Books.after(book, confirm(book, id, motion, BEN));
    }
}
