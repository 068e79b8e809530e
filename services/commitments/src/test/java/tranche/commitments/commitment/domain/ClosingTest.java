package tranche.commitments.commitment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.commitment.domain.Books.ANA;
import static tranche.commitments.commitment.domain.Books.ANA_AS_APPROVER;
import static tranche.commitments.commitment.domain.Books.BEN;
import static tranche.commitments.commitment.domain.Books.CARA;
import static tranche.commitments.commitment.domain.Books.NOW;
import static tranche.commitments.commitment.domain.Books.STRANGER;
import static tranche.commitments.commitment.domain.Books.TODAY;
import static tranche.commitments.commitment.domain.Books.aFund;
import static tranche.commitments.commitment.domain.Books.aSubmitted;
import static tranche.commitments.commitment.domain.Books.accept;
import static tranche.commitments.commitment.domain.Books.after;
import static tranche.commitments.commitment.domain.Books.anAccepted;
import static tranche.commitments.commitment.domain.Books.applied;
import static tranche.commitments.commitment.domain.Books.approve;
import static tranche.commitments.commitment.domain.Books.cancel;
import static tranche.commitments.commitment.domain.Books.closing;
import static tranche.commitments.commitment.domain.Books.commitment;
import static tranche.commitments.commitment.domain.Books.draft;
import static tranche.commitments.commitment.domain.Books.edit;
import static tranche.commitments.commitment.domain.Books.events;
import static tranche.commitments.commitment.domain.Books.facts;
import static tranche.commitments.commitment.domain.Books.plan;
import static tranche.commitments.commitment.domain.Books.refusal;
import static tranche.commitments.commitment.domain.Books.submit;
import static tranche.commitments.commitment.domain.Books.theCommitment;
import static tranche.commitments.commitment.domain.Books.usd;
import static tranche.commitments.commitment.domain.Books.withInvestors;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CLOSING_DATE_AHEAD;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CLOSING_WITHOUT_COMMITMENTS;
import static tranche.commitments.commitment.domain.CommitmentRefusal.COMMITMENT_IN_ANOTHER_CLOSING;
import static tranche.commitments.commitment.domain.CommitmentRefusal.COMMITMENT_NOT_ACCEPTED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.COMMITMENT_OF_ANOTHER_FUND;
import static tranche.commitments.commitment.domain.CommitmentRefusal.CONTENT_CHANGED;
import static tranche.commitments.commitment.domain.CommitmentRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FORBIDDEN;
import static tranche.commitments.commitment.domain.CommitmentRefusal.FOUR_EYES;
import static tranche.commitments.commitment.domain.CommitmentRefusal.INVALID_STATE;
import static tranche.commitments.commitment.domain.CommitmentRefusal.NOT_FOUND;
import static tranche.commitments.commitment.domain.CommitmentRefusal.UNKNOWN_REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.commitment.domain.ClosingCommand.TakeEffect;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.journal.domain.Account;
import tranche.commitments.journal.domain.Posting;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Domain §2.1: a closing from its plan to its effect. */
class ClosingTest {

    private static final CommitmentId FIRST = commitment(1);
    private static final ClosingId SPRING = closing(1);
    private static final ClosingId SUMMER = closing(2);
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Test
    void takes_effect_at_the_approval_when_its_day_is_today() {
        FundBook planned = after(accepted(), plan(SPRING, TODAY, ANA, FIRST));
        FundBook book = after(planned, approve(planned, SPRING, BEN));

        assertThat(planned.closings().get(SPRING).orElseThrow().state()).isEqualTo(ClosingState.PLANNED);
        assertThat(book.closings().get(SPRING).orElseThrow().state()).isEqualTo(ClosingState.EFFECTIVE);
        assertThat(theCommitment(book, FIRST).state()).isEqualTo(CommitmentState.CLOSED);
        assertThat(theCommitment(book, FIRST).closing()).contains(SPRING);
        assertThat(theCommitment(book, FIRST).uncalled()).isEqualTo(usd("100.00"));
        assertThat(theCommitment(book, FIRST).unfunded()).isEqualTo(usd("100.00"));
        assertThat(book.total()).isEqualTo(new Totals(usd("0"), usd("100.00"), false));
    }

    @Test
    @DisplayName("§7.2: a closed commitment is booked as uncalled against committed")
    void books_uncalled_against_committed() {
        FundBook planned = after(accepted(), plan(SPRING, TODAY, ANA, FIRST));
        List<BookEvent> events = events(planned.decide(approve(planned, SPRING, BEN), NOW));
        FundBook book = after(planned, approve(planned, SPRING, BEN));

        assertThat(events)
                .extracting(BookEvent::getClass)
                .containsExactly(
                        ClosingEvent.Approved.class, ClosingEvent.Effective.class, CommitmentEvent.Closed.class);
        assertThat(CommitmentPostings.of((CommitmentEvent) events.get(2), theCommitment(book, FIRST)))
                .containsExactly(
                        Posting.of(Account.UNCALLED, Books.SOVEREIGN.value(), usd("100.00")),
                        Posting.of(Account.COMMITTED, Books.SOVEREIGN.value(), usd("-100.00")));
    }

    @Test
    void waits_for_its_day() {
        FundBook planned = after(accepted(), plan(SPRING, TODAY.plusDays(1), ANA, FIRST));
        FundBook approved = after(planned, approve(planned, SPRING, BEN));
        var effect = new TakeEffect(SPRING, Actor.SYSTEM);

        assertThat(approved.closings().get(SPRING).orElseThrow().state()).isEqualTo(ClosingState.APPROVED);
        assertThat(refusal(approved.decide(effect, NOW))).isEqualTo(CLOSING_DATE_AHEAD);

        FundBook effective = applied(approved, effect, TOMORROW);
        assertThat(theCommitment(effective, FIRST).state()).isEqualTo(CommitmentState.CLOSED);
        assertThat(theCommitment(effective, FIRST).version().effectiveDate()).isEqualTo(TODAY.plusDays(1));
        assertThat(refusal(effective.decide(effect, TOMORROW))).isEqualTo(INVALID_STATE);
    }

    @Test
    void is_not_brought_about_by_a_person() {
        FundBook planned = after(accepted(), plan(SPRING, TODAY.plusDays(1), ANA, FIRST));
        FundBook approved = after(planned, approve(planned, SPRING, BEN));

        assertThat(refusal(approved.decide(new TakeEffect(SPRING, BEN), TOMORROW)))
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void takes_effect_only_with_all_its_commitments_accepted() {
        FundBook planned = after(aSubmitted(aFund(), FIRST, "100.00"), plan(SPRING, TODAY, ANA, FIRST));

        assertThat(refusal(planned.decide(approve(planned, SPRING, BEN), NOW))).isEqualTo(COMMITMENT_NOT_ACCEPTED);
        assertThat(facts(planned.decide(approve(planned, SPRING, BEN), NOW)))
                .containsEntry("commitmentIds", List.of(FIRST.toString()));
    }

    @Test
    @DisplayName("D-6: an edit of a commitment voids what was seen of its closing, whatever the closing's day")
    void is_approved_with_the_amounts_that_take_effect() {
        FundBook planned =
                after(withInvestors(aFund()), draft(FIRST, "5.00", ANA), plan(SPRING, TODAY.plusDays(1), ANA, FIRST));
        var seen = approve(planned, SPRING, BEN);
        FundBook edited = after(planned, edit(FIRST, "5000000.00", ANA), submit(FIRST, ANA));
        FundBook accepted = after(edited, accept(FIRST, BEN));

        assertThat(refusal(planned.decide(seen, NOW))).isEqualTo(COMMITMENT_NOT_ACCEPTED);
        assertThat(refusal(edited.decide(approve(edited, SPRING, BEN), NOW))).isEqualTo(COMMITMENT_NOT_ACCEPTED);
        assertThat(refusal(accepted.decide(seen, NOW))).isEqualTo(CONTENT_CHANGED);
        FundBook approved = after(accepted, approve(accepted, SPRING, BEN));
        assertThat(approve(approved, SPRING, BEN).content())
                .as("an acceptance and an approval edit nothing")
                .isEqualTo(approve(edited, SPRING, BEN).content());
        assertThat(applied(approved, new TakeEffect(SPRING, Actor.SYSTEM), TOMORROW)
                        .total()
                        .committed())
                .isEqualTo(usd("5000000.00"));
    }

    @Test
    void stays_approved_when_one_of_its_commitments_was_given_up() {
        FundBook planned = after(accepted(), plan(SPRING, TODAY.plusDays(1), ANA, FIRST));
        FundBook approved = after(planned, approve(planned, SPRING, BEN), cancel(FIRST, ANA));

        assertThat(refusal(approved.decide(new TakeEffect(SPRING, Actor.SYSTEM), TOMORROW)))
                .isEqualTo(COMMITMENT_NOT_ACCEPTED);
    }

    @Test
    @DisplayName("D-1: refuses the planner as approver, whatever account the person uses")
    void refuses_the_planner_as_approver() {
        FundBook planned = after(accepted(), plan(SPRING, TODAY, ANA, FIRST));

        assertThat(refusal(planned.decide(approve(planned, SPRING, ANA_AS_APPROVER), NOW)))
                .isEqualTo(FOUR_EYES);
        assertThat(refusal(planned.decide(approve(planned, SPRING, CARA), NOW))).isEqualTo(FORBIDDEN);
        assertThat(refusal(planned.decide(approve(planned, SPRING, STRANGER), NOW)))
                .isEqualTo(NOT_FOUND);
    }

    @Test
    @DisplayName("D-6: approves the content that was seen and no other")
    void approves_the_content_that_was_seen() {
        FundBook planned = after(accepted(), plan(SPRING, TODAY, ANA, FIRST));
        var other = new ClosingCommand.Approve(SPRING, new ContentHash("0".repeat(64)), BEN, OptionalLong.empty());

        assertThat(refusal(planned.decide(other, NOW))).isEqualTo(CONTENT_CHANGED);
    }

    @Test
    void is_not_dated_before_its_commitments_last_event() {
        assertThat(refusal(accepted().decide(plan(SPRING, TODAY.minusDays(1), ANA, FIRST), NOW)))
                .isEqualTo(EFFECTIVE_DATE_BEFORE_LAST);
        assertThat(events(accepted().decide(plan(SPRING, TODAY, ANA, FIRST), NOW)))
                .hasSize(1);
    }

    @Test
    void is_planned_by_a_manager_with_commitments_of_its_own_fund() {
        assertThat(refusal(accepted().decide(plan(SPRING, TODAY, ANA), NOW))).isEqualTo(CLOSING_WITHOUT_COMMITMENTS);
        assertThat(refusal(accepted().decide(plan(SPRING, TODAY, ANA, commitment(99), FIRST, commitment(98)), NOW)))
                .isEqualTo(UNKNOWN_REFERENCE);
        assertThat(facts(accepted().decide(plan(SPRING, TODAY, ANA, commitment(99), FIRST, commitment(98)), NOW)))
                .containsEntry("fields", List.of("commitmentIds/0", "commitmentIds/2"));
        assertThat(refusal(accepted().decide(plan(SPRING, TODAY, BEN, FIRST), NOW)))
                .isEqualTo(FORBIDDEN);
        assertThat(refusal(FundBook.EMPTY.decide(plan(SPRING, TODAY, ANA, FIRST), NOW)))
                .isEqualTo(NOT_FOUND);
    }

    @Test
    @DisplayName("R11: a commitment of another fund is told as one to whoever sees it, and is not there for others")
    void names_no_commitment_of_another_fund() {
        FundBook book = aFund().with(ofAnotherFund());
        Actor ofTheFund = new Actor(
                Books.id(120),
                Books.id(120),
                new Access(List.of(
                        new Grant(Role.FUND_MANAGER, Scope.ofFund(Books.PROGRAMME.value(), Books.FUND.value())))));

        assertThat(refusal(book.decide(plan(SPRING, TODAY.minusDays(1), ANA, FIRST), NOW)))
                .isEqualTo(COMMITMENT_OF_ANOTHER_FUND);
        assertThat(refusal(book.decide(plan(SPRING, TODAY.minusDays(1), ofTheFund, FIRST), NOW)))
                .isEqualTo(UNKNOWN_REFERENCE);
    }

    /** The accepted one, had another fund taken it. */
    private static Commitment ofAnotherFund() {
        Commitment ours = theCommitment(accepted(), FIRST);
        return new Commitment(
                ours.id(),
                ours.programme(),
                new FundId(Books.id(77)),
                ours.investor(),
                ours.state(),
                ours.amount(),
                ours.dated(),
                ours.precision(),
                ours.drawn(),
                ours.evidence(),
                ours.opening(),
                ours.closingDate(),
                ours.closing(),
                ours.reason(),
                ours.foreign(),
                ours.transfers(),
                ours.makers(),
                ours.version());
    }

    @Test
    void holds_a_commitment_until_it_is_called_off() {
        FundBook planned = after(accepted(), plan(SPRING, TODAY, ANA, FIRST));
        FundBook calledOff = after(planned, cancel(SPRING, CARA));

        assertThat(refusal(planned.decide(plan(SUMMER, TODAY, ANA, FIRST), NOW)))
                .isEqualTo(COMMITMENT_IN_ANOTHER_CLOSING);
        assertThat(events(calledOff.decide(plan(SUMMER, TODAY, ANA, FIRST), NOW)))
                .hasSize(1);
        assertThat(theCommitment(calledOff, FIRST).state()).isEqualTo(CommitmentState.ACCEPTED);
    }

    @Test
    void names_each_commitment_once_and_in_order() {
        CommitmentId second = commitment(2);
        FundBook two = after(
                accepted(), Books.draft(second, "5.00", ANA), Books.submit(second, ANA), Books.accept(second, BEN));
        FundBook planned = after(two, plan(SPRING, TODAY, ANA, second, FIRST, second));

        assertThat(planned.closings().get(SPRING).orElseThrow().commitments()).containsExactly(FIRST, second);
    }

    private static FundBook accepted() {
        return anAccepted(aFund(), FIRST, "100.00");
    }
}
