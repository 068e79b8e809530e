package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.commitment.domain.Books.ANA;
import static tranche.commitments.commitment.domain.Books.ANA_AS_APPROVER;
import static tranche.commitments.commitment.domain.Books.AUDITOR;
import static tranche.commitments.commitment.domain.Books.BEN;
import static tranche.commitments.commitment.domain.Books.CARA;
import static tranche.commitments.commitment.domain.Books.DORA_WHO_DOES_BOTH;
import static tranche.commitments.commitment.domain.Books.NOW;
import static tranche.commitments.commitment.domain.Books.SOVEREIGN;
import static tranche.commitments.commitment.domain.Books.TODAY;
import static tranche.commitments.commitment.domain.Books.aFund;
import static tranche.commitments.commitment.domain.Books.aFundCappedAt;
import static tranche.commitments.commitment.domain.Books.aFundThatAsksForKyc;
import static tranche.commitments.commitment.domain.Books.aSubmitted;
import static tranche.commitments.commitment.domain.Books.accept;
import static tranche.commitments.commitment.domain.Books.after;
import static tranche.commitments.commitment.domain.Books.anAccepted;
import static tranche.commitments.commitment.domain.Books.cancel;
import static tranche.commitments.commitment.domain.Books.commitment;
import static tranche.commitments.commitment.domain.Books.draft;
import static tranche.commitments.commitment.domain.Books.edit;
import static tranche.commitments.commitment.domain.Books.events;
import static tranche.commitments.commitment.domain.Books.facts;
import static tranche.commitments.commitment.domain.Books.investor;
import static tranche.commitments.commitment.domain.Books.refusal;
import static tranche.commitments.commitment.domain.Books.sendBack;
import static tranche.commitments.commitment.domain.Books.submit;
import static tranche.commitments.commitment.domain.Books.theCommitment;
import static tranche.commitments.commitment.domain.Books.usd;
import static tranche.commitments.commitment.domain.Books.with;
import static tranche.commitments.commitment.domain.Books.withInvestors;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CLOSING_DATE_MISSING;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CONTENT_CHANGED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FORBIDDEN;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FOUR_EYES;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FUND_CAP_EXCEEDED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVALID_STATE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.KYC_NOT_CLEARED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.REASON_MISSING;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.commitment.domain.CommitmentCommand.Accept;
import tranche.commitments.investor.domain.InvestorState;
import tranche.commitments.investor.domain.Kyc;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;

/** Domain §2.1: what the second person does with a submitted commitment. */
class AcceptCommitmentTest {

    private static final CommitmentId FIRST = commitment(1);
    private static final CommitmentId SECOND = commitment(2);

    @Test
    void accepts_what_another_person_made() {
        FundBook book = anAccepted(aFund(), FIRST, "100.00");

        assertThat(theCommitment(book, FIRST).state()).isEqualTo(CommitmentState.ACCEPTED);
        assertThat(theCommitment(book, FIRST).closingDate()).contains(TODAY);
        assertThat(book.total().accepted()).isEqualTo(usd("100.00"));
        assertThat(book.total().committed()).isEqualTo(usd("0"));
        assertThat(theCommitment(book, FIRST).uncalled()).isEqualTo(usd("0"));
    }

    @Test
    @DisplayName("D-1: refuses the maker as checker, whatever account the person uses")
    void refuses_the_maker_as_checker() {
        FundBook book = aSubmitted(aFund(), FIRST, "100.00");

        assertThat(refusal(book.decide(accept(FIRST, ANA_AS_APPROVER), NOW))).isEqualTo(FOUR_EYES);
        assertThat(refusal(book.decide(accept(FIRST, ANA), NOW))).isEqualTo(FOUR_EYES);
    }

    @Test
    @DisplayName("D-1: whoever edited the content or handed in the evidence is a maker too")
    void refuses_an_editor_as_checker() {
        FundBook drafted = after(withInvestors(aFund()), draft(FIRST, "100.00", ANA));
        FundBook edited = after(drafted, edit(FIRST, "90.00", DORA_WHO_DOES_BOTH), submit(FIRST, ANA));
        FundBook handedIn = after(drafted, submit(FIRST, DORA_WHO_DOES_BOTH));
        FundBook againEdited =
                after(after(edited, sendBack(FIRST, BEN)), edit(FIRST, "80.00", CARA), submit(FIRST, CARA));

        assertThat(refusal(edited.decide(accept(FIRST, DORA_WHO_DOES_BOTH), NOW)))
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(handedIn.decide(accept(FIRST, DORA_WHO_DOES_BOTH), NOW)))
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(againEdited.decide(accept(FIRST, DORA_WHO_DOES_BOTH), NOW)))
                .isEqualTo(FOUR_EYES);
        assertThat(events(edited.decide(accept(FIRST, BEN), NOW))).hasSize(1);
    }

    @Test
    @DisplayName("D-7: the system is never a checker")
    void refuses_the_system_as_checker() {
        FundBook book = aSubmitted(aFund(), FIRST, "100.00");
        Actor system = new Actor(Actor.SYSTEM.account(), Actor.SYSTEM.person(), BEN.access());

        assertThat(refusal(book.decide(accept(FIRST, system), NOW))).isEqualTo(FOUR_EYES);
    }

    @Test
    void lets_only_approvers_accept() {
        FundBook book = aSubmitted(aFund(), FIRST, "100.00");

        assertThat(refusal(book.decide(accept(FIRST, CARA), NOW))).isEqualTo(FORBIDDEN);
        assertThat(refusal(book.decide(accept(FIRST, AUDITOR), NOW))).isEqualTo(FORBIDDEN);
    }

    @Test
    void accepts_only_what_is_submitted() {
        FundBook drafted = after(withInvestors(aFund()), draft(FIRST, "100.00", ANA));
        FundBook accepted = anAccepted(aFund(), FIRST, "100.00");

        assertThat(refusal(drafted.decide(accept(FIRST, BEN), NOW))).isEqualTo(INVALID_STATE);
        assertThat(refusal(accepted.decide(accept(FIRST, BEN), NOW))).isEqualTo(INVALID_STATE);
    }

    @Test
    @DisplayName("D-6: accepts the content that was seen and no other")
    void accepts_the_content_that_was_seen() {
        FundBook book = aSubmitted(aFund(), FIRST, "100.00");
        ContentHash present = theCommitment(book, FIRST).contentHash();
        ContentHash former = theCommitment(after(withInvestors(aFund()), draft(FIRST, "100.00", ANA)), FIRST)
                .contentHash();

        assertThat(refusal(book.decide(seen(former), NOW))).isEqualTo(CONTENT_CHANGED);
        assertThat(facts(book.decide(seen(former), NOW))).containsEntry("contentHash", present.hex());
        assertThat(events(book.decide(seen(present), NOW))).hasSize(1);
    }

    @Test
    void refuses_one_cent_more_than_the_cap_leaves() {
        FundBook fund = anAccepted(aFundCappedAt("100.00"), FIRST, "60.00");
        FundBook tooMuch = after(fund, draft(SECOND, "40.01", ANA), submit(SECOND, ANA));
        FundBook justRight = after(fund, draft(SECOND, "40.00", ANA), submit(SECOND, ANA));

        assertThat(refusal(tooMuch.decide(accept(SECOND, BEN), NOW))).isEqualTo(FUND_CAP_EXCEEDED);
        assertThat(facts(tooMuch.decide(accept(SECOND, BEN), NOW)))
                .containsEntry("amount", "40.01 USD")
                .containsEntry("room", "40.00 USD");
        assertThat(after(justRight, accept(SECOND, BEN)).total().towardsCap()).isEqualTo(usd("100.00"));
    }

    @Test
    void gives_the_room_back_when_an_accepted_commitment_is_cancelled() {
        FundBook fund = anAccepted(aFundCappedAt("100.00"), FIRST, "60.00");
        FundBook freed = after(fund, cancel(FIRST, ANA), draft(SECOND, "100.00", ANA), submit(SECOND, ANA));

        assertThat(events(freed.decide(accept(SECOND, BEN), NOW))).hasSize(1);
    }

    @Test
    void asks_for_cleared_checks_where_the_terms_do() {
        Optional<Kyc> clearedUntilToday = Optional.of(new Kyc(Kyc.Status.CLEARED, Optional.of(TODAY)));
        Optional<Kyc> clearedUntilYesterday = Optional.of(new Kyc(Kyc.Status.CLEARED, Optional.of(TODAY.minusDays(1))));

        assertThat(refusal(checked(Optional.empty()).decide(accept(FIRST, BEN), NOW)))
                .isEqualTo(KYC_NOT_CLEARED);
        assertThat(facts(checked(Optional.empty()).decide(accept(FIRST, BEN), NOW)))
                .containsEntry("kyc", "NONE");
        assertThat(facts(checked(clearedUntilYesterday).decide(accept(FIRST, BEN), NOW)))
                .containsEntry("kyc", "LAPSED");
        assertThat(events(checked(clearedUntilToday).decide(accept(FIRST, BEN), NOW)))
                .hasSize(1);
    }

    @Test
    void asks_for_a_closing_date() {
        var undated =
                new Accept(FIRST, Optional.empty(), Optional.empty(), Optional.empty(), BEN, OptionalLong.empty());

        assertThat(refusal(aSubmitted(aFund(), FIRST, "100.00").decide(undated, NOW)))
                .isEqualTo(CLOSING_DATE_MISSING);
    }

    @Test
    void refuses_a_total_of_more_digits_than_an_amount_may_have() {
        String most = "9".repeat(34);
        FundBook book = after(anAccepted(aFund(), FIRST, most), draft(SECOND, "1", ANA), submit(SECOND, ANA));

        assertThat(refusal(book.decide(accept(SECOND, BEN), NOW))).isEqualTo(CommitmentRefusal.AMOUNT_TOO_GREAT);
    }

    @Test
    void sends_back_with_a_reason_and_keeps_it() {
        FundBook book = aSubmitted(aFund(), FIRST, "100.00");
        FundBook returned = after(book, sendBack(FIRST, BEN));
        var wordless = new CommitmentCommand.Return(FIRST, " ", Optional.empty(), BEN, OptionalLong.empty());

        assertThat(theCommitment(returned, FIRST).state()).isEqualTo(CommitmentState.DRAFT);
        assertThat(theCommitment(returned, FIRST).reason()).contains("a page is missing");
        assertThat(refusal(book.decide(wordless, NOW))).isEqualTo(REASON_MISSING);
        assertThat(refusal(returned.decide(sendBack(FIRST, BEN), NOW))).isEqualTo(INVALID_STATE);
    }

    @Test
    void cancels_until_it_is_closed() {
        FundBook accepted = anAccepted(aFund(), FIRST, "100.00");
        FundBook cancelled = after(accepted, cancel(FIRST, ANA));

        assertThat(theCommitment(cancelled, FIRST).state()).isEqualTo(CommitmentState.CANCELLED);
        assertThat(cancelled.total().towardsCap()).isEqualTo(usd("0"));
        assertThat(refusal(cancelled.decide(cancel(FIRST, ANA), NOW))).isEqualTo(INVALID_STATE);
        assertThat(refusal(accepted.decide(cancel(FIRST, BEN), NOW))).isEqualTo(FORBIDDEN);
    }

    private static FundBook checked(Optional<Kyc> kyc) {
        FundBook book = aSubmitted(aFundThatAsksForKyc(), FIRST, "100.00");
        return with(book, investor(SOVEREIGN, InvestorState.ACTIVE, kyc));
    }

    private static Accept seen(ContentHash content) {
        return new Accept(FIRST, Optional.of(TODAY), Optional.of(content), Optional.empty(), BEN, OptionalLong.empty());
    }
}
