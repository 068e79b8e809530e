package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.commitment.domain.Books.ANA;
import static tranche.commitments.commitment.domain.Books.AUDITOR;
import static tranche.commitments.commitment.domain.Books.BEN;
import static tranche.commitments.commitment.domain.Books.CARA;
import static tranche.commitments.commitment.domain.Books.LONDON;
import static tranche.commitments.commitment.domain.Books.NOW;
import static tranche.commitments.commitment.domain.Books.SOVEREIGN;
import static tranche.commitments.commitment.domain.Books.STRANGER;
import static tranche.commitments.commitment.domain.Books.TODAY;
import static tranche.commitments.commitment.domain.Books.aFund;
import static tranche.commitments.commitment.domain.Books.aFundCappedAt;
import static tranche.commitments.commitment.domain.Books.commitment;
import static tranche.commitments.commitment.domain.Books.drawn;
import static tranche.commitments.commitment.domain.Books.events;
import static tranche.commitments.commitment.domain.Books.investor;
import static tranche.commitments.commitment.domain.Books.theCommitment;
import static tranche.commitments.commitment.domain.Books.usd;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_BELOW_CALLED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_TOO_GREAT;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_UNCHANGED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CONSENT_MISSING;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CONTENT_CHANGED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.commitments.commitment.domain.CommitmentRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.commitment.domain.CommitmentRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FORBIDDEN;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FOUR_EYES;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FUND_CAP_EXCEEDED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FUND_CLOSED_TO_NEW;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVALID_STATE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVESTOR_NOT_ACTIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.KYC_NOT_CLEARED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.NOT_FOUND;
import static tranche.commitments.commitment.domain.CommitmentRefusal.REASON_MISSING;
import static tranche.commitments.commitment.domain.Motions.CONSENT;
import static tranche.commitments.commitment.domain.Motions.aClosed;
import static tranche.commitments.commitment.domain.Motions.confirm;
import static tranche.commitments.commitment.domain.Motions.isProposed;
import static tranche.commitments.commitment.domain.Motions.proposed;
import static tranche.commitments.commitment.domain.Motions.refusalOf;
import static tranche.commitments.commitment.domain.Motions.to;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.commitment.domain.CommitmentEvent.Amended;
import tranche.commitments.commitment.domain.CommitmentMotion.Amend;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.FundState;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.investor.domain.InvestorState;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.domain.Posting;
import tranche.values.actor.Role;
import tranche.values.money.Money;

@DisplayName("§2.1: a closed commitment")
class AmendCommitmentTest {

    private static final CommitmentId FIRST = commitment(1);

    private static FundBook in(FundBook book, FundBook otherFund) {
        return new FundBook(
                otherFund.fund(),
                book.totals(),
                book.commitments(),
                book.closings(),
                book.investors(),
                book.holdings(),
                book.known());
    }

    private static Amended amended(FundBook book, CommitmentMotion motion) {
        return (Amended)
                events(book.decide(confirm(book, FIRST, motion, BEN), NOW)).getFirst();
    }

    @Test
    void is_increased_when_a_second_person_confirms() {
        FundBook book = aClosed(aFund(), FIRST, "100.00");

        FundBook after = Motions.after(book, FIRST, to("150.00"));

        Commitment increased = theCommitment(after, FIRST);
        assertThat(increased.state()).isEqualTo(CommitmentState.CLOSED);
        assertThat(increased.amount()).isEqualTo(usd("150.00"));
        assertThat(increased.uncalled()).isEqualTo(usd("150.00"));
        assertThat(increased.reason()).contains("as agreed");
        assertThat(increased.dated()).isEqualTo(theCommitment(book, FIRST).dated());
        assertThat(after.total().committed()).isEqualTo(usd("150.00"));
        assertThat(amended(book, to("150.00")).proposedBy()).isEqualTo(CARA.asMaker());
    }

    @Test
    @DisplayName("§7.2: books an increase as what is uncalled, and a decrease as its mirror")
    void books_the_difference() {
        FundBook book = aClosed(aFund(), FIRST, "100.00");

        assertThat(postings(book, to("150.00")))
                .containsExactly(line(Account.UNCALLED, "50.00"), line(Account.COMMITTED, "-50.00"));
        assertThat(postings(book, to("90.00", CONSENT)))
                .containsExactly(line(Account.UNCALLED, "-10.00"), line(Account.COMMITTED, "10.00"));
    }

    private static List<Posting> postings(FundBook book, CommitmentMotion motion) {
        return CommitmentPostings.of(amended(book, motion), theCommitment(Motions.after(book, FIRST, motion), FIRST));
    }

    private static Posting line(Account account, String amount) {
        return Posting.of(account, SOVEREIGN.value(), usd(amount));
    }

    @Test
    void is_decreased_to_what_is_called_and_no_cent_below() {
        FundBook book =
                Motions.drawn(aClosed(aFund(), FIRST, "100.00"), FIRST, drawn("70.00", "60.00", "20.00", "0.00"));

        FundBook after = Motions.after(book, FIRST, to("50.00", CONSENT));

        assertThat(theCommitment(after, FIRST).uncalled()).isEqualTo(usd("0.00"));
        assertThat(theCommitment(after, FIRST).unfunded()).isEqualTo(usd("10.00"));
        assertThat(after.total().committed()).isEqualTo(usd("50.00"));
        assertThat(refusalOf(book, FIRST, to("49.99", CONSENT))).isEqualTo(AMOUNT_BELOW_CALLED);
    }

    @Test
    void is_not_decreased_without_a_document_of_consent() {
        FundBook book = aClosed(aFund(), FIRST, "100.00");

        assertThat(refusalOf(book, FIRST, to("99.99"))).isEqualTo(CONSENT_MISSING);
        isProposed(book, FIRST, to("99.99", CONSENT));
        isProposed(book, FIRST, to("100.01"));
        assertThat(amended(book, to("99.99", CONSENT)).documents()).containsExactly(CONSENT);
    }

    @Test
    void is_not_given_the_amount_that_it_has() {
        assertThat(refusalOf(aClosed(aFund(), FIRST, "100.00"), FIRST, to("100.00")))
                .isEqualTo(AMOUNT_UNCHANGED);
    }

    @Test
    void is_increased_up_to_the_cap_and_no_cent_beyond() {
        FundBook book = aClosed(aFundCappedAt("120.00"), FIRST, "100.00");

        isProposed(book, FIRST, to("120.00"));
        assertThat(refusalOf(book, FIRST, to("120.01"))).isEqualTo(FUND_CAP_EXCEEDED);
        FundBook full = Motions.after(book, FIRST, to("120.00"));
        isProposed(full, FIRST, to("119.99", CONSENT));
    }

    @Test
    void is_increased_only_while_the_fund_takes_new_ones() {
        FundBook book = in(
                aClosed(aFund(), FIRST, "100.00"),
                aFund(Optional.empty(), Terms.DEFAULT, FundState.CLOSED_TO_NEW, LONDON));

        assertThat(refusalOf(book, FIRST, to("100.01"))).isEqualTo(FUND_CLOSED_TO_NEW);
        isProposed(book, FIRST, to("99.99", CONSENT));
    }

    @Test
    void is_increased_only_for_an_active_investor_that_is_cleared() {
        FundBook book = aClosed(aFund(), FIRST, "100.00");
        FundBook suspended = Books.with(book, investor(SOVEREIGN, InvestorState.SUSPENDED, Optional.empty()));
        FundBook asked = in(
                book,
                aFund(Optional.empty(), new Terms(10, CallBasis.COMMITMENT, true, false), FundState.OPEN, LONDON));

        assertThat(refusalOf(suspended, FIRST, to("100.01"))).isEqualTo(INVESTOR_NOT_ACTIVE);
        isProposed(suspended, FIRST, to("99.99", CONSENT));
        assertThat(refusalOf(asked, FIRST, to("100.01"))).isEqualTo(KYC_NOT_CLEARED);
        isProposed(asked, FIRST, to("99.99", CONSENT));
    }

    @Test
    void is_given_an_amount_of_the_funds_currency_in_whole_cents() {
        FundBook book = aClosed(aFund(), FIRST, "100.00");

        assertThat(refusalOf(book, FIRST, amend(Money.of("EUR", "150.00")))).isEqualTo(CURRENCY_NOT_THE_FUNDS);
        assertThat(refusalOf(book, FIRST, to("100.001"))).isEqualTo(AMOUNT_NOT_WHOLE);
        assertThat(refusalOf(book, FIRST, to("0.00", CONSENT))).isEqualTo(AMOUNT_NOT_POSITIVE);
        isProposed(book, FIRST, amend(usd("9".repeat(34) + ".99")));
        FundBook crowded = Books.after(
                book,
                Books.draft(commitment(2), "1.00", ANA),
                Books.submit(commitment(2), ANA),
                Books.accept(commitment(2), BEN));
        assertThat(refusalOf(crowded, FIRST, amend(usd("9".repeat(34) + ".99"))))
                .isEqualTo(AMOUNT_TOO_GREAT);
        assertThat(refusalOf(book, FIRST, new Amend(usd("150.00"), Optional.empty(), " ", List.of())))
                .isEqualTo(REASON_MISSING);
    }

    private static Amend amend(Money amount) {
        return new Amend(amount, Optional.empty(), "as agreed", List.of());
    }

    @Test
    void holds_from_a_day_that_is_not_before_its_last_nor_ahead() {
        FundBook book = aClosed(aFund(), FIRST, "100.00");

        assertThat(refusalOf(book, FIRST, on(TODAY.minusDays(1)))).isEqualTo(EFFECTIVE_DATE_BEFORE_LAST);
        assertThat(refusalOf(book, FIRST, on(TODAY.plusDays(1)))).isEqualTo(EFFECTIVE_DATE_AHEAD);
        assertThat(amended(book, on(TODAY)).effectiveDate()).isEqualTo(TODAY);
    }

    private static Amend on(LocalDate day) {
        return new Amend(usd("150.00"), Optional.of(day), "as agreed", List.of());
    }

    @Test
    @DisplayName("D-1: is amended by two persons, whatever accounts they use")
    void is_amended_by_two_persons() {
        FundBook book = aClosed(aFund(), FIRST, "100.00");
        Amend more = to("150.00");
        var caras = Books.person(202, 102, Role.APPROVER);

        assertThat(Books.refusal(book.decide(confirm(book, FIRST, more, caras), NOW)))
                .isEqualTo(FOUR_EYES);
        assertThat(Books.refusal(book.decide(confirm(book, FIRST, more, ANA), NOW)))
                .isEqualTo(FORBIDDEN);
        assertThat(Books.refusal(book.decide(confirm(book, FIRST, more, STRANGER), NOW)))
                .isEqualTo(NOT_FOUND);
        assertThat(Motions.refusal(proposed(book, FIRST, more, BEN))).isEqualTo(FORBIDDEN);
        assertThat(Motions.refusal(proposed(book, FIRST, more, AUDITOR))).isEqualTo(FORBIDDEN);
        assertThat(Motions.refusal(proposed(book, FIRST, more, STRANGER))).isEqualTo(NOT_FOUND);
        assertThat(Motions.refusal(proposed(book, commitment(9), more, CARA))).isEqualTo(NOT_FOUND);
    }

    @Test
    @DisplayName("D-6: what was called since is another content")
    void is_confirmed_as_it_was_seen() {
        FundBook book = aClosed(aFund(), FIRST, "100.00");
        var seen = confirm(book, FIRST, to("60.00", CONSENT), BEN);
        FundBook called = Motions.drawn(book, FIRST, drawn("50.00", "0.00", "0.00", "0.00"));

        assertThat(Books.refusal(called.decide(seen, NOW))).isEqualTo(CONTENT_CHANGED);
        isProposed(called, FIRST, to("60.00", CONSENT));
    }

    @Test
    void is_not_amended_before_it_closes() {
        FundBook accepted = Books.anAccepted(aFund(), FIRST, "100.00");

        assertThat(refusalOf(accepted, FIRST, to("150.00"))).isEqualTo(INVALID_STATE);
    }

    @Test
    void tells_with_each_closing_what_is_committed_with_all_that_it_lets_in() {
        CommitmentId second = commitment(2);
        ClosingId spring = Books.closing(2);
        FundBook before = aClosed(aFund(), FIRST, "100.00");
        FundBook accepted = Books.after(
                before,
                Books.draft(second, "20.00", ANA),
                Books.submit(second, ANA),
                Books.accept(second, BEN),
                Books.draft(commitment(3), "3.00", ANA),
                Books.submit(commitment(3), ANA),
                Books.accept(commitment(3), BEN),
                Books.plan(spring, TODAY, ANA, second, commitment(3)));

        List<BookEvent> events = events(accepted.decide(Books.approve(accepted, spring, BEN), NOW));

        assertThat(events)
                .filteredOn(CommitmentEvent.Closed.class::isInstance)
                .hasSize(2)
                .allSatisfy(event -> assertThat(((CommitmentEvent.Closed) event).fundCommitted())
                        .isEqualTo(usd("123.00")));
    }
}
