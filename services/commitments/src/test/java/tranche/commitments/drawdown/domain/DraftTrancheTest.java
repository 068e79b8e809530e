package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.ABSENT;
import static tranche.commitments.drawdown.domain.Slices.ANA;
import static tranche.commitments.drawdown.domain.Slices.BEN;
import static tranche.commitments.drawdown.domain.Slices.CARA;
import static tranche.commitments.drawdown.domain.Slices.DAYS;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.NOW;
import static tranche.commitments.drawdown.domain.Slices.OPEN;
import static tranche.commitments.drawdown.domain.Slices.POWER;
import static tranche.commitments.drawdown.domain.Slices.PROGRAMME;
import static tranche.commitments.drawdown.domain.Slices.PROJECT;
import static tranche.commitments.drawdown.domain.Slices.SECOND;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.TODAY;
import static tranche.commitments.drawdown.domain.Slices.aFund;
import static tranche.commitments.drawdown.domain.Slices.after;
import static tranche.commitments.drawdown.domain.Slices.draft;
import static tranche.commitments.drawdown.domain.Slices.events;
import static tranche.commitments.drawdown.domain.Slices.facts;
import static tranche.commitments.drawdown.domain.Slices.id;
import static tranche.commitments.drawdown.domain.Slices.knowing;
import static tranche.commitments.drawdown.domain.Slices.planned;
import static tranche.commitments.drawdown.domain.Slices.refusal;
import static tranche.commitments.drawdown.domain.Slices.the;
import static tranche.commitments.drawdown.domain.Slices.told;
import static tranche.commitments.drawdown.domain.Slices.usd;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.TrancheRefusal.AMOUNT_NOT_POSITIVE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.AMOUNT_NOT_WHOLE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.commitments.drawdown.domain.TrancheRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.drawdown.domain.TrancheRefusal.EXTERNAL_REFERENCE_CONFLICT;
import static tranche.commitments.drawdown.domain.TrancheRefusal.FORBIDDEN;
import static tranche.commitments.drawdown.domain.TrancheRefusal.MILESTONE_GONE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.UNKNOWN_REFERENCE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.drawdown.domain.TrancheCommand.Draft;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Shelf;

/** Domain §2.6: how a tranche comes to be. */
class DraftTrancheTest {

    private static final Draft PLAIN = draft(FIRST, verified(SHELL));

    private static Decision<TrancheEvent> asked(Tranches tranches, Draft draft) {
        return tranches.decide(draft, OPEN, NOW);
    }

    private static Draft by(Actor by) {
        return new Draft(
                FIRST,
                PLAIN.project(),
                PLAIN.name(),
                PLAIN.amount(),
                PLAIN.conditions(),
                PLAIN.foreign(),
                PLAIN.effectiveDate(),
                by);
    }

    private static Draft of(Money amount) {
        return new Draft(
                FIRST,
                PLAIN.project(),
                PLAIN.name(),
                amount,
                PLAIN.conditions(),
                PLAIN.foreign(),
                PLAIN.effectiveDate(),
                ANA);
    }

    private static Draft on(LocalDate day) {
        return new Draft(
                FIRST,
                PLAIN.project(),
                PLAIN.name(),
                PLAIN.amount(),
                PLAIN.conditions(),
                PLAIN.foreign(),
                Optional.of(day),
                ANA);
    }

    private static Draft called(TrancheId id, String name, String reference) {
        return new Draft(
                id,
                PLAIN.project(),
                name,
                PLAIN.amount(),
                PLAIN.conditions(),
                Optional.of(new ForeignIdentity("awards", reference)),
                PLAIN.effectiveDate(),
                ANA);
    }

    @Test
    void has_its_first_conditions_from_its_own_day() {
        Tranches drafted = after(aFund(), on(TODAY.minusDays(3)));

        assertThat(the(drafted, FIRST).conditions().number()).isEqualTo(1);
        assertThat(the(drafted, FIRST).conditions().effectiveFrom()).isEqualTo(TODAY.minusDays(3));
        assertThat(the(drafted, FIRST).maker()).isEqualTo(ANA.asMaker());
        assertThat(refusal(asked(aFund(), on(TODAY.plusDays(1))))).isEqualTo(EFFECTIVE_DATE_AHEAD);
    }

    @Test
    void is_drafted_by_a_manager_of_a_fund_that_is_there() {
        var nowhere = new Tranches(Optional.empty(), DAYS, Shelf.empty(), Facts.NONE, Map.of(), Map.of());

        assertThat(refusal(asked(aFund(), by(BEN)))).isEqualTo(FORBIDDEN);
        assertThat(events(asked(aFund(), by(CARA)))).hasSize(1);
        assertThat(facts(asked(nowhere, by(ANA)))).containsEntry("field", "fundId");
        assertThat(refusal(asked(nowhere, by(BEN)))).isEqualTo(FORBIDDEN);
    }

    @Test
    void is_of_the_funds_currency_above_zero_and_payable() {
        assertThat(facts(asked(aFund(), of(Money.of("EUR", "100.00"))))).containsEntry("currency", "USD");
        assertThat(refusal(asked(aFund(), of(Money.of("EUR", "0"))))).isEqualTo(CURRENCY_NOT_THE_FUNDS);
        assertThat(refusal(asked(aFund(), of(usd("0"))))).isEqualTo(AMOUNT_NOT_POSITIVE);
        assertThat(refusal(asked(aFund(), of(usd("0.001"))))).isEqualTo(AMOUNT_NOT_WHOLE);
        assertThat(events(asked(aFund(), of(usd("0.01"))))).hasSize(1);
    }

    @Test
    void names_every_condition_that_names_nothing() {
        var conditions = new Condition[] {
            verified(SHELL),
            verified(ABSENT),
            new AnyOf(1, List.of(new DateReached(TODAY), new MilestoneVerified(ABSENT), new TrancheReleased(SECOND))),
            new TrancheReleased(FIRST)
        };

        assertThat(facts(asked(aFund(), draft(FIRST, conditions))))
                .containsEntry(
                        "fields",
                        List.of(
                                "conditions/1/milestoneId",
                                "conditions/2/conditions/1/milestoneId",
                                "conditions/2/conditions/2/trancheId",
                                "conditions/3/trancheId"));
    }

    @Test
    void waits_for_what_is_in_the_plan_of_its_own_programme() {
        var elsewhere = new ProgrammeId(id(9));
        Tranches gone = told(aFund(), new MilestoneNews.Gone(SHELL, "SUPERSEDED"));

        assertThat(refusal(asked(gone, PLAIN))).isEqualTo(MILESTONE_GONE);
        assertThat(facts(asked(gone, PLAIN))).containsEntry("milestoneIds", List.of(SHELL.toString()));
        assertThat(refusal(asked(knowing(aFund(), planned(SHELL, elsewhere)), PLAIN)))
                .isEqualTo(UNKNOWN_REFERENCE);
        assertThat(events(asked(gone, draft(FIRST, verified(POWER))))).hasSize(1);
    }

    @Test
    void waits_for_another_tranche_of_its_programme_and_never_for_itself() {
        Draft draft = draft(FIRST, new TrancheReleased(SECOND));
        var elsewhere = new ProgrammeId(id(9));

        assertThat(events(asked(awaiting(SECOND, PROGRAMME), draft))).hasSize(1);
        assertThat(refusal(asked(awaiting(SECOND, elsewhere), draft))).isEqualTo(UNKNOWN_REFERENCE);
        assertThat(refusal(asked(awaiting(FIRST, PROGRAMME), draft(FIRST, new TrancheReleased(FIRST)))))
                .isEqualTo(UNKNOWN_REFERENCE);
    }

    private static Tranches awaiting(TrancheId id, ProgrammeId programme) {
        Facts facts = new Facts(
                Map.of(),
                Map.of(id, new Facts.Awaited(programme, Optional.empty(), Set.of())),
                Map.of(),
                Set.of(PROJECT));
        return knowing(aFund(), facts);
    }

    @Test
    void is_of_a_project_of_the_programme_or_of_none() {
        assertThat(facts(asked(aFund(), project(Optional.of(id(404)))))).containsEntry("fields", List.of("projectId"));
        assertThat(facts(asked(aFund(), project(Optional.of(id(404)), List.of(verified(ABSENT))))))
                .as("all at once")
                .containsEntry("fields", List.of("projectId", "conditions/0/milestoneId"));
        assertThat(events(asked(aFund(), project(Optional.empty())))).hasSize(1);
    }

    private static Draft project(Optional<UUID> project) {
        return project(project, PLAIN.conditions());
    }

    private static Draft project(Optional<UUID> project, List<Condition> conditions) {
        return new Draft(
                FIRST, project, PLAIN.name(), PLAIN.amount(), conditions, PLAIN.foreign(), PLAIN.effectiveDate(), ANA);
    }

    @Test
    void is_the_same_when_it_comes_twice_under_one_name_and_refused_when_it_differs() {
        Tranches first = after(aFund(), called(FIRST, "Shell", "A-1"));

        assertThat(events(asked(first, called(SECOND, "Shell", "A-1")))).isEmpty();
        assertThat(refusal(asked(first, called(SECOND, "Tools", "A-1")))).isEqualTo(EXTERNAL_REFERENCE_CONFLICT);
        assertThat(facts(asked(first, called(SECOND, "Tools", "A-1")))).containsEntry("existingId", FIRST.toString());
        assertThat(events(asked(first, called(SECOND, "Shell", "A-2")))).hasSize(1);
    }
}
