package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.commitment.domain.Books.BANK;
import static tranche.commitments.commitment.domain.Books.BEN;
import static tranche.commitments.commitment.domain.Books.CARA;
import static tranche.commitments.commitment.domain.Books.FUND;
import static tranche.commitments.commitment.domain.Books.LONDON;
import static tranche.commitments.commitment.domain.Books.NOW;
import static tranche.commitments.commitment.domain.Books.PROGRAMME;
import static tranche.commitments.commitment.domain.Books.SOVEREIGN;
import static tranche.commitments.commitment.domain.Books.TODAY;
import static tranche.commitments.commitment.domain.Books.aFund;
import static tranche.commitments.commitment.domain.Books.commitment;
import static tranche.commitments.commitment.domain.Books.drawn;
import static tranche.commitments.commitment.domain.Books.events;
import static tranche.commitments.commitment.domain.Books.id;
import static tranche.commitments.commitment.domain.Books.investor;
import static tranche.commitments.commitment.domain.Books.theCommitment;
import static tranche.commitments.commitment.domain.Books.usd;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CONSENT_MISSING;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CONTENT_CHANGED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FOUR_EYES;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVALID_STATE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVESTOR_NOT_ACTIVE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.KYC_NOT_CLEARED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.LINES_UNPAID;
import static tranche.commitments.commitment.domain.CommitmentRefusal.TRANSFER_EXCEEDS_COMMITMENT;
import static tranche.commitments.commitment.domain.CommitmentRefusal.TRANSFER_TO_SAME_INVESTOR;
import static tranche.commitments.commitment.domain.CommitmentRefusal.UNKNOWN_REFERENCE;
import static tranche.commitments.commitment.domain.Motions.CONSENT;
import static tranche.commitments.commitment.domain.Motions.aClosed;
import static tranche.commitments.commitment.domain.Motions.aTakenOn;
import static tranche.commitments.commitment.domain.Motions.confirm;
import static tranche.commitments.commitment.domain.Motions.isProposed;
import static tranche.commitments.commitment.domain.Motions.part;
import static tranche.commitments.commitment.domain.Motions.proposed;
import static tranche.commitments.commitment.domain.Motions.refusalOf;
import static tranche.commitments.commitment.domain.Motions.whole;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.commitment.domain.CommitmentEvent.TransferReceived;
import tranche.commitments.commitment.domain.CommitmentEvent.Transferred;
import tranche.commitments.commitment.domain.CommitmentMotion.Transfer;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.FundState;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.investor.domain.InvestorState;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.domain.Posting;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

@DisplayName("§2.1: what goes over to another investor")
class TransferCommitmentTest {

    private static final CommitmentId FIRST = commitment(1);
    private static final CommitmentId TAKER = new CommitmentId(id(7_000));

    /** Of a hundred, so much was called and paid here. */
    private static FundBook paid(String amount) {
        return Motions.drawn(aClosed(aFund(), FIRST, "100.00"), FIRST, drawn(amount, amount, "0.00", "0.00"));
    }

    private static Transferred transferred(FundBook book, Transfer transfer) {
        return (Transferred)
                events(book.decide(confirm(book, FIRST, transfer, BEN), NOW)).getFirst();
    }

    @Test
    void is_the_whole_with_all_that_has_happened() {
        FundBook book = paid("30.00");

        FundBook after = Motions.after(book, FIRST, whole(BANK));

        Commitment given = theCommitment(after, FIRST);
        assertThat(given.state()).isEqualTo(CommitmentState.TRANSFERRED);
        assertThat(given.amount()).isEqualTo(usd("100.00"));
        assertThat(given.drawn()).isEqualTo(drawn("0.00", "0.00", "0.00", "0.00"));
        assertThat(given.uncalled()).isEqualTo(usd("0.00"));
        assertThat(given.unfunded()).isEqualTo(usd("0.00"));
        assertThat(given.allowed()).isEmpty();
        assertThat(given.transfers().to()).containsExactly(TAKER);
        Commitment taken = theCommitment(after, TAKER);
        assertThat(taken.state()).isEqualTo(CommitmentState.CLOSED);
        assertThat(taken.investor()).isEqualTo(BANK);
        assertThat(taken.amount()).isEqualTo(usd("100.00"));
        assertThat(taken.drawn()).isEqualTo(drawn("30.00", "30.00", "0.00", "0.00"));
        assertThat(taken.uncalled()).isEqualTo(usd("70.00"));
        assertThat(taken.transfers().from()).contains(FIRST);
        assertThat(taken.evidence().map(Evidence::documents)).contains(List.of(CONSENT));
        assertThat(taken.closingDate()).isEqualTo(given.closingDate()).isPresent();
        assertThat(taken.version().number()).isEqualTo(1);
        assertThat(taken.makers()).containsExactly(CARA.asMaker());
        assertThat(after.total()).isEqualTo(book.total());
    }

    @Test
    @DisplayName("§5.2: is a part, with that share of each amount, and no cent is lost")
    void is_a_part_with_its_share() {
        FundBook book = paid("10.01");

        FundBook after = Motions.after(book, FIRST, part(BANK, "50.00"));

        // A half each: the cent that is left goes to the smaller id.
        Commitment given = theCommitment(after, FIRST);
        assertThat(given.state()).isEqualTo(CommitmentState.CLOSED);
        assertThat(given.amount()).isEqualTo(usd("50.00"));
        assertThat(given.drawn()).isEqualTo(drawn("5.01", "5.01", "0.00", "0.00"));
        assertThat(given.reason()).contains("sold");
        assertThat(theCommitment(after, TAKER).drawn()).isEqualTo(drawn("5.00", "5.00", "0.00", "0.00"));
        assertThat(after.total()).isEqualTo(book.total());
        Transfer rest = new Transfer(
                commitment(9), BANK, Optional.of(usd("50.00")), Optional.empty(), Optional.empty(), List.of());
        FundBook gone = Motions.after(after, FIRST, rest);
        assertThat(theCommitment(gone, FIRST).state()).isEqualTo(CommitmentState.TRANSFERRED);
        assertThat(theCommitment(gone, FIRST).transfers().to()).containsExactly(TAKER, commitment(9));
        assertThat(gone.total()).isEqualTo(book.total());
    }

    @Test
    @DisplayName("§7.2: is booked from the one to the other, with what was contributed here")
    void is_booked_from_the_one_to_the_other() {
        FundBook book = paid("30.00");
        Transfer transfer = part(BANK, "40.00");

        List<Posting> postings = CommitmentPostings.of(
                transferred(book, transfer), theCommitment(Motions.after(book, FIRST, transfer), FIRST));

        assertThat(postings)
                .containsExactly(
                        line(Account.CONTRIBUTED_CAPITAL, SOVEREIGN, "12.00"),
                        line(Account.CONTRIBUTED_CAPITAL, BANK, "-12.00"),
                        line(Account.UNCALLED, SOVEREIGN, "-28.00"),
                        line(Account.UNCALLED, BANK, "28.00"),
                        line(Account.PAID, SOVEREIGN, "-12.00"),
                        line(Account.PAID, BANK, "12.00"),
                        line(Account.COMMITTED, SOVEREIGN, "40.00"),
                        line(Account.COMMITTED, BANK, "-40.00"));
    }

    @Test
    void books_as_contributed_only_what_was_called_in_this_fund() {
        FundBook taken = aTakenOn(aFund(), FIRST, "100.00", drawn("30.00", "30.00", "10.00", "7.00"));
        FundBook book = Motions.drawn(taken, FIRST, drawn("50.00", "50.00", "10.00", "7.00"));
        Transfer transfer = part(BANK, "50.00");

        FundBook after = Motions.after(book, FIRST, transfer);

        Commitment there = theCommitment(after, TAKER);
        assertThat(there.drawn()).isEqualTo(drawn("25.00", "25.00", "5.00", "3.50"));
        assertThat(there.opening().orElseThrow().drawn()).isEqualTo(drawn("15.00", "15.00", "5.00", "3.50"));
        assertThat(there.opening().orElseThrow().source()).isEqualTo("administrator's statement");
        assertThat(theCommitment(after, FIRST).opening().orElseThrow().drawn())
                .isEqualTo(drawn("15.00", "15.00", "5.00", "3.50"));
        assertThat(CommitmentPostings.of(transferred(book, transfer), theCommitment(after, FIRST)))
                .contains(line(Account.CONTRIBUTED_CAPITAL, BANK, "-10.00"), line(Account.PAID, BANK, "20.00"));
    }

    private static Posting line(Account account, InvestorId investor, String amount) {
        return Posting.of(account, investor.value(), usd(amount));
    }

    @Test
    void tells_first_of_what_was_given_and_then_of_what_came_of_it() {
        FundBook book = paid("30.00");

        List<BookEvent> events = events(book.decide(confirm(book, FIRST, whole(BANK), BEN), NOW));

        assertThat(events).hasSize(2);
        assertThat(((Transferred) events.getFirst()).isWhole()).isTrue();
        assertThat(((TransferReceived) events.getLast()).from()).isEqualTo(FIRST);
        assertThat(events).allMatch(event -> event.effectiveDate().equals(TODAY));
    }

    @Test
    void waits_until_all_that_is_called_is_paid() {
        FundBook open =
                Motions.drawn(aClosed(aFund(), FIRST, "100.00"), FIRST, drawn("30.00", "29.99", "0.00", "0.00"));

        assertThat(refusalOf(open, FIRST, whole(BANK))).isEqualTo(LINES_UNPAID);
        assertThat(refusalOf(open, FIRST, part(BANK, "1.00"))).isEqualTo(LINES_UNPAID);
        isProposed(paid("30.00"), FIRST, whole(BANK));
    }

    @Test
    void is_at_most_the_amount_in_whole_cents_of_its_currency() {
        FundBook book = paid("30.00");

        isProposed(book, FIRST, part(BANK, "100.00"));
        assertThat(refusalOf(book, FIRST, part(BANK, "100.01"))).isEqualTo(TRANSFER_EXCEEDS_COMMITMENT);
        isProposed(book, FIRST, part(BANK, "0.01"));
        assertThat(refusalOf(book, FIRST, part(BANK, "0.00"))).isEqualTo(AMOUNT_NOT_POSITIVE);
        assertThat(refusalOf(book, FIRST, part(BANK, "0.001"))).isEqualTo(AMOUNT_NOT_WHOLE);
        Transfer euros = new Transfer(
                TAKER, BANK, Optional.of(Money.of("EUR", "1.00")), Optional.empty(), Optional.empty(), List.of());
        assertThat(refusalOf(book, FIRST, euros)).isEqualTo(CURRENCY_NOT_THE_FUNDS);
    }

    private static FundBook asking(FundBook book, boolean kyc, boolean consent) {
        return new FundBook(
                aFund(Optional.empty(), new Terms(10, CallBasis.COMMITMENT, kyc, consent), FundState.OPEN, LONDON)
                        .fund(),
                book.totals(),
                book.commitments(),
                book.closings(),
                book.investors(),
                book.holdings(),
                book.known());
    }

    @Test
    @DisplayName(
            "§2.1: goes over with a document of consent where the fund's terms ask for it, when proposed and when confirmed")
    void goes_over_with_consent_where_the_terms_ask_for_it() {
        FundBook book = paid("30.00");
        FundBook asked = asking(book, false, true);
        Transfer silent = new Transfer(TAKER, BANK, Optional.empty(), Optional.empty(), Optional.of("sold"), List.of());

        isProposed(book, FIRST, silent);
        assertThat(refusalOf(asked, FIRST, silent)).isEqualTo(CONSENT_MISSING);
        isProposed(asked, FIRST, whole(BANK));
        assertThat(transferred(asked, whole(BANK)).documents()).containsExactly(CONSENT);
    }

    @Test
    void goes_to_another_who_is_known_active_and_cleared() {
        FundBook book = paid("30.00");
        Investor suspended = investor(BANK, InvestorState.SUSPENDED, Optional.empty());
        FundBook asked = asking(book, true, false);

        assertThat(refusalOf(book, FIRST, whole(SOVEREIGN))).isEqualTo(TRANSFER_TO_SAME_INVESTOR);
        assertThat(refusalOf(book, FIRST, whole(new InvestorId(id(77))))).isEqualTo(UNKNOWN_REFERENCE);
        assertThat(refusalOf(Books.with(book, suspended), FIRST, whole(BANK))).isEqualTo(INVESTOR_NOT_ACTIVE);
        assertThat(refusalOf(asked, FIRST, whole(BANK))).isEqualTo(KYC_NOT_CLEARED);
    }

    @Test
    @DisplayName("§10: an investor that whoever proposes does not see is none, whatever its standing")
    void goes_to_somebody_whom_the_first_person_sees() {
        Actor ofTheFund = new Actor(
                id(300),
                id(300),
                new Access(List.of(new Grant(Role.FUND_MANAGER, Scope.ofFund(PROGRAMME.value(), FUND.value())))));
        FundBook book = paid("30.00");
        FundBook suspended = Books.with(book, investor(BANK, InvestorState.SUSPENDED, Optional.empty()));

        assertThat(Motions.refusal(proposed(book, FIRST, whole(BANK), ofTheFund)))
                .isEqualTo(UNKNOWN_REFERENCE);
        assertThat(Motions.refusal(proposed(suspended, FIRST, whole(BANK), ofTheFund)))
                .isEqualTo(UNKNOWN_REFERENCE);
    }

    @Test
    @DisplayName("D-1, D-6: is confirmed by another person, as it was seen, once")
    void is_confirmed_by_another_as_it_was_seen_and_once() {
        FundBook book = paid("30.00");
        var seen = confirm(book, FIRST, whole(BANK), BEN);
        FundBook more = Motions.drawn(book, FIRST, drawn("40.00", "40.00", "0.00", "0.00"));

        assertThat(Books.refusal(book.decide(confirm(book, FIRST, whole(BANK), CARA), NOW)))
                .isEqualTo(FOUR_EYES);
        assertThat(Books.refusal(more.decide(seen, NOW))).isEqualTo(CONTENT_CHANGED);
        assertThat(Books.refusal(Books.after(book, seen).decide(seen, NOW))).isEqualTo(INVALID_STATE);
    }

    @Test
    void is_shown_as_it_would_be_divided() {
        FundBook book = paid("30.00");

        String content =
                part(BANK, "25.00").on(theCommitment(book, FIRST)).text().orElseThrow();

        assertThat(content)
                .contains("\"command\":\"transfer-commitment\"", "\"toInvestorId\":\"" + BANK + "\"", CONSENT.sha256())
                .contains("\"transferred\":{\"currency\":\"USD\",\"value\":\"25.00\"}")
                .contains("\"uncalled\":{\"currency\":\"USD\",\"value\":\"17.50\"}")
                .contains("\"uncalled\":{\"currency\":\"USD\",\"value\":\"52.50\"}");
        assertThat(part(BANK, "101.00").on(theCommitment(book, FIRST)).text().orElseThrow())
                .contains("\"goes\":null");
    }
}
