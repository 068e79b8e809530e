package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.commitment.domain.Books.ANA;
import static tranche.commitments.commitment.domain.Books.ANA_AS_APPROVER;
import static tranche.commitments.commitment.domain.Books.BEN;
import static tranche.commitments.commitment.domain.Books.LONDON;
import static tranche.commitments.commitment.domain.Books.NOW;
import static tranche.commitments.commitment.domain.Books.SOVEREIGN;
import static tranche.commitments.commitment.domain.Books.TODAY;
import static tranche.commitments.commitment.domain.Books.aFund;
import static tranche.commitments.commitment.domain.Books.aFundCappedAt;
import static tranche.commitments.commitment.domain.Books.after;
import static tranche.commitments.commitment.domain.Books.approveTakeOn;
import static tranche.commitments.commitment.domain.Books.cancel;
import static tranche.commitments.commitment.domain.Books.commitment;
import static tranche.commitments.commitment.domain.Books.drawn;
import static tranche.commitments.commitment.domain.Books.edit;
import static tranche.commitments.commitment.domain.Books.events;
import static tranche.commitments.commitment.domain.Books.facts;
import static tranche.commitments.commitment.domain.Books.refusal;
import static tranche.commitments.commitment.domain.Books.takeOn;
import static tranche.commitments.commitment.domain.Books.theCommitment;
import static tranche.commitments.commitment.domain.Books.usd;
import static tranche.commitments.commitment.domain.Books.withInvestors;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CALLED_EXCEEDS_COMMITMENT;
import static tranche.commitments.commitment.domain.CommitmentRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FORBIDDEN;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FOUR_EYES;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVALID_STATE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.PAID_EXCEEDS_CALLED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.RESTORED_EXCEEDS_PAID;
import static tranche.commitments.commitment.domain.CommitmentRefusal.SOURCE_MISSING;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.commitment.domain.CommitmentCommand.DraftTakeOn;
import tranche.commitments.fund.domain.FundState;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.domain.Posting;

/** Domain §2.1: a position that exists elsewhere moves in. */
class TakeOnTest {

    private static final CommitmentId FIRST = commitment(1);
    private static final Drawn PARTLY_CALLED = drawn("40.00", "30.00", "10.00", "7.00");

    @Test
    void takes_a_position_on_at_its_own_date_when_a_second_person_approves() {
        FundBook drafted = after(withInvestors(aFund()), takeOn(FIRST, "100.00", PARTLY_CALLED, ANA));
        FundBook book = after(drafted, approveTakeOn(FIRST, BEN));

        assertThat(theCommitment(drafted, FIRST).state()).isEqualTo(CommitmentState.DRAFT);
        assertThat(theCommitment(drafted, FIRST).drawn().called()).isEqualTo(usd("0"));
        Commitment taken = theCommitment(book, FIRST);
        assertThat(taken.state()).isEqualTo(CommitmentState.CLOSED);
        assertThat(taken.version().effectiveDate()).isEqualTo(TODAY.minusDays(30));
        assertThat(taken.uncalled()).isEqualTo(usd("70.00"));
        assertThat(taken.unfunded()).isEqualTo(usd("80.00"));
        assertThat(book.total().committed()).isEqualTo(usd("100.00"));
    }

    @Test
    @DisplayName("I-4: the opening balances add up to the commitment")
    void books_the_opening_balances() {
        FundBook drafted = after(withInvestors(aFund()), takeOn(FIRST, "100.00", PARTLY_CALLED, ANA));
        BookEvent taken = events(drafted.decide(approveTakeOn(FIRST, BEN), NOW)).getFirst();
        FundBook book = after(drafted, approveTakeOn(FIRST, BEN));

        assertThat(CommitmentPostings.of((CommitmentEvent) taken, theCommitment(book, FIRST)))
                .containsExactly(
                        line(Account.UNCALLED, "70.00"),
                        line(Account.CALLED_UNPAID, "10.00"),
                        line(Account.PAID, "20.00"),
                        line(Account.COMMITTED, "-100.00"));
    }

    @Test
    void refuses_the_maker_as_approver_and_whoever_is_none() {
        FundBook drafted = after(withInvestors(aFund()), takeOn(FIRST, "100.00", PARTLY_CALLED, ANA));

        assertThat(refusal(drafted.decide(approveTakeOn(FIRST, ANA_AS_APPROVER), NOW)))
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(drafted.decide(approveTakeOn(FIRST, Books.CARA), NOW)))
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void refuses_a_position_that_does_not_add_up() {
        assertThat(refused(drawn("40.00", "40.01", "0", "0"))).isEqualTo(PAID_EXCEEDS_CALLED);
        assertThat(refused(drawn("40.00", "40.00", "40.01", "0"))).isEqualTo(RESTORED_EXCEEDS_PAID);
        assertThat(refused(drawn("100.01", "40.00", "0", "0"))).isEqualTo(CALLED_EXCEEDS_COMMITMENT);
        assertThat(refused(drawn("1.00", "0", "0", "-0.01"))).isEqualTo(AMOUNT_NOT_POSITIVE);
        assertThat(refused(drawn("1.001", "0", "0", "0"))).isEqualTo(CommitmentRefusal.AMOUNT_NOT_WHOLE);
    }

    @Test
    void takes_a_position_on_at_each_edge() {
        accepted(drawn("40.00", "40.00", "40.00", "0"));
        accepted(drawn("100.00", "100.00", "0", "250.00"));
        accepted(drawn("110.00", "100.00", "10.00", "0"));
    }

    @Test
    void asks_for_a_source_and_a_day_that_has_come() {
        FundBook book = withInvestors(aFund());

        assertThat(refusal(book.decide(from(" ", TODAY), NOW))).isEqualTo(SOURCE_MISSING);
        assertThat(refusal(book.decide(from("statement", TODAY.plusDays(1)), NOW)))
                .isEqualTo(EFFECTIVE_DATE_AHEAD);
        assertThat(events(book.decide(from("statement", TODAY), NOW))).hasSize(1);
    }

    @Test
    void is_let_in_although_the_fund_takes_no_new_ones_and_uses_up_its_cap() {
        FundBook closed =
                withInvestors(aFund(Optional.of(usd("50.00")), Terms.DEFAULT, FundState.CLOSED_TO_NEW, LONDON));
        FundBook capped = withInvestors(aFundCappedAt("50.00"));

        FundBook taken = after(closed, takeOn(FIRST, "100.00", PARTLY_CALLED, ANA), approveTakeOn(FIRST, BEN));
        assertThat(theCommitment(taken, FIRST).state()).isEqualTo(CommitmentState.CLOSED);

        FundBook full = after(
                capped,
                takeOn(FIRST, "50.00", drawn("0", "0", "0", "0"), ANA),
                approveTakeOn(FIRST, BEN),
                Books.draft(commitment(2), "0.01", ANA),
                Books.submit(commitment(2), ANA));
        assertThat(refusal(full.decide(Books.accept(commitment(2), BEN), NOW)))
                .isEqualTo(CommitmentRefusal.FUND_CAP_EXCEEDED);
    }

    @Test
    void is_not_edited_or_submitted_but_can_be_cancelled() {
        FundBook drafted = after(withInvestors(aFund()), takeOn(FIRST, "100.00", PARTLY_CALLED, ANA));

        assertThat(refusal(drafted.decide(edit(FIRST, "1.00", ANA), NOW))).isEqualTo(INVALID_STATE);
        assertThat(facts(drafted.decide(edit(FIRST, "1.00", ANA), NOW)))
                .containsEntry("allowed", List.of("take-on-approval", "cancellation"));
        assertThat(theCommitment(after(drafted, cancel(FIRST, ANA)), FIRST).state())
                .isEqualTo(CommitmentState.CANCELLED);
    }

    private static CommitmentRefusal refused(Drawn drawn) {
        return (CommitmentRefusal) refusal(withInvestors(aFund()).decide(takeOn(FIRST, "100.00", drawn, ANA), NOW));
    }

    private static void accepted(Drawn drawn) {
        assertThat(events(withInvestors(aFund()).decide(takeOn(FIRST, "100.00", drawn, ANA), NOW)))
                .hasSize(1);
    }

    private static DraftTakeOn from(String source, LocalDate asOf) {
        return new DraftTakeOn(
                FIRST, SOVEREIGN, usd("100.00"), new Opening(PARTLY_CALLED, asOf, source), Optional.empty(), ANA);
    }

    private static Posting line(Account account, String amount) {
        return Posting.of(account, SOVEREIGN.value(), usd(amount));
    }
}
