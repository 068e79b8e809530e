package tranche.commitments.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.BEN;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.NOW;
import static tranche.commitments.drawdown.domain.Slices.OPEN;
import static tranche.commitments.drawdown.domain.Slices.POWER;
import static tranche.commitments.drawdown.domain.Slices.PROGRAMME;
import static tranche.commitments.drawdown.domain.Slices.SECOND;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.TODAY;
import static tranche.commitments.drawdown.domain.Slices.VERA;
import static tranche.commitments.drawdown.domain.Slices.aFund;
import static tranche.commitments.drawdown.domain.Slices.achieved;
import static tranche.commitments.drawdown.domain.Slices.after;
import static tranche.commitments.drawdown.domain.Slices.applied;
import static tranche.commitments.drawdown.domain.Slices.approve;
import static tranche.commitments.drawdown.domain.Slices.daysLater;
import static tranche.commitments.drawdown.domain.Slices.draft;
import static tranche.commitments.drawdown.domain.Slices.knowing;
import static tranche.commitments.drawdown.domain.Slices.reconsider;
import static tranche.commitments.drawdown.domain.Slices.the;
import static tranche.commitments.drawdown.domain.Slices.told;
import static tranche.commitments.drawdown.domain.Slices.usd;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.Slices.waitingFor;
import static tranche.commitments.forecast.domain.Outlooks.INES;
import static tranche.commitments.forecast.domain.Outlooks.JULES;
import static tranche.commitments.forecast.domain.Outlooks.closed;
import static tranche.commitments.forecast.domain.Outlooks.gone;
import static tranche.commitments.forecast.domain.Outlooks.linesFor;
import static tranche.commitments.forecast.domain.Outlooks.run;
import static tranche.commitments.forecast.domain.Outlooks.slip;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.CallComponent;
import tranche.commitments.drawdown.domain.CallContent;
import tranche.commitments.drawdown.domain.ComponentType;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheRefusal;
import tranche.commitments.drawdown.domain.Tranches;
import tranche.commitments.forecast.domain.ForecastChange.Kind;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.milestone.domain.Outlook;
import tranche.values.decision.Decision;

@DisplayName("D-34: what is told of a forecast, to whom, and why")
class ForecastRunTest {

    private static final Optional<InvestorId> THE_FUND = Optional.empty();

    private static Tranches both() {
        Tranches first = waitingFor(verified(SHELL));
        Tranches drafted = after(first, draft(SECOND, verified(POWER)));
        return after(drafted, approve(drafted, SECOND, BEN));
    }

    private static List<Kind> kinds(List<ForecastLine> lines) {
        return lines.stream().map(line -> line.change().kind()).toList();
    }

    private static ForecastLine only(List<ForecastLine> lines) {
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private static Timetable timetable(Prospects told, TrancheId tranche) {
        return Optional.ofNullable(told.timetables().get(tranche)).orElseThrow();
    }

    private static ForecastRow now(ForecastLine line) {
        return line.change().after().orElseThrow();
    }

    @Test
    void the_first_run_tells_the_fund_and_everybody_who_is_called() {
        Prospects prospects = Outlooks.of(
                waitingFor(verified(SHELL)),
                closed(1, INES, "300.00"),
                closed(2, JULES, "100.00"),
                closed(3, INES, "0.01"));

        List<ForecastEvent> events = run(prospects);

        assertThat(events)
                .extracting(ForecastEvent::investor)
                .containsExactly(THE_FUND, Optional.of(INES), Optional.of(JULES));
        assertThat(kinds(linesFor(events, THE_FUND))).containsExactly(Kind.ADDED);
        // Shell on Wednesday 23 December; ten weekdays to its verification, five business days to the issue, ten of
        // notice.
        assertThat(now(only(linesFor(events, THE_FUND))).due()).isEqualTo(LocalDate.of(2027, 1, 28));
        assertThat(now(only(linesFor(events, Optional.of(INES)))).amount()).isEqualTo(usd("75.00"));
        assertThat(now(only(linesFor(events, Optional.of(JULES)))).amount()).isEqualTo(usd("25.00"));
    }

    @Test
    void what_did_not_change_is_not_told() {
        Prospects told = Outlooks.after(Outlooks.of(waitingFor(verified(SHELL)), closed(1, INES, "300.00")));

        assertThat(run(told)).isEmpty();
    }

    @Test
    void a_slip_moves_the_call_and_names_the_chain_of_reasons() {
        Tranches before = waitingFor(verified(SHELL));
        Prospects told = Outlooks.after(Outlooks.of(before, closed(1, INES, "300.00")));
        Tranches driver = told(before, slip(POWER, 40, "The grid is late"));
        Tranches slipped = told(driver, slip(SHELL, 31, "Concrete", new Outlook.Driver(POWER, 40)));

        List<ForecastEvent> events = run(Outlooks.now(told, slipped));

        ForecastLine line = only(linesFor(events, Optional.of(INES)));
        assertThat(line.change().kind()).isEqualTo(Kind.MOVED);
        assertThat(now(line).due()).isAfter(line.change().before().orElseThrow().due());
        assertThat(line.causes())
                .containsExactly(
                        new ForecastCause(SHELL, 31, Optional.of("Concrete")),
                        new ForecastCause(POWER, 40, Optional.of("The grid is late")));
    }

    @Test
    void whoever_is_not_concerned_is_not_told() {
        Tranches before = both();
        // What Jules has left is called by the first tranche alone.
        Prospects told = Outlooks.after(Outlooks.of(before, closed(1, INES, "1000.00"), closed(2, JULES, "0.01")));
        assertThat(linesFor(
                        run(Outlooks.of(before, closed(1, INES, "1000.00"), closed(2, JULES, "0.01"))),
                        Optional.of(JULES)))
                .isEmpty();

        List<ForecastEvent> events = run(Outlooks.now(told, told(before, slip(POWER, 60, "The grid"))));

        assertThat(events).extracting(ForecastEvent::investor).containsExactly(THE_FUND, Optional.of(INES));
        assertThat(kinds(linesFor(events, Optional.of(INES)))).containsExactlyInAnyOrder(Kind.NONE, Kind.MOVED);
    }

    @Test
    void a_share_that_changes_because_another_tranche_moved_names_that_ones_reasons() {
        Tranches before = both();
        Prospects told = Outlooks.after(Outlooks.of(before, closed(1, INES, "100.00"), closed(2, JULES, "300.00")));
        Tranches slipped = told(before, slip(SHELL, 90, "Concrete"));
        // Ines is left with nothing for whichever call comes second.
        List<ForecastEvent> events = run(Outlooks.now(told, slipped));

        assertThat(linesFor(events, Optional.of(INES)))
                .allSatisfy(line -> assertThat(line.causes())
                        .allSatisfy(cause -> assertThat(cause.milestone()).isEqualTo(SHELL)));
    }

    @Test
    void a_milestone_that_is_taken_out_of_the_plan_takes_the_call_out_and_is_the_reason() {
        Tranches before = waitingFor(verified(SHELL));
        Prospects told = Outlooks.after(Outlooks.of(before, closed(1, INES, "300.00")));

        List<ForecastEvent> events = run(Outlooks.now(told, told(before, gone(the(before, SHELL)))));

        ForecastLine line = only(linesFor(events, Optional.of(INES)));
        assertThat(line.change().kind()).isEqualTo(Kind.REMOVED);
        assertThat(line.causes()).extracting(ForecastCause::milestone).containsExactly(SHELL);
        Prospects after = Outlooks.after(Outlooks.now(told, told(before, gone(the(before, SHELL)))));
        assertThat(run(after)).isEmpty();
    }

    @Test
    @DisplayName("D-34: a call that was issued is expected no longer, and said to be called")
    void what_was_called_is_said_to_be() {
        Tranches before = waitingFor(verified(SHELL));
        Prospects told = Outlooks.after(Outlooks.of(before, closed(1, INES, "300.00")));
        Prospects issued = new Prospects(
                told.fund(),
                told.commitments(),
                List.of(),
                told.drafts(),
                told.facts(),
                told.calendars(),
                told.releases(),
                told.told(),
                told.timetables(),
                Set.of(FIRST));

        List<ForecastEvent> events = run(issued);

        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(only(event.lines()).change().kind()).isEqualTo(Kind.REMOVED);
            assertThat(event.called()).containsExactly(FIRST);
        });
    }

    @Test
    void a_drafted_call_is_expected_as_it_was_drafted() {
        Tranches verified = told(waitingFor(verified(SHELL)), achieved(SHELL, VERA));
        Tranches drafted = applied(verified, reconsider(FIRST), OPEN, NOW);
        UUID call = the(drafted, FIRST).call().orElseThrow();
        LocalDate due = TODAY.plusDays(100);
        Prospects plain = Outlooks.of(drafted, closed(1, INES, "300.00"));
        Prospects prospects = new Prospects(
                plain.fund(),
                plain.commitments(),
                plain.waiting(),
                Map.of(
                        call,
                        new CallContent(
                                due, List.of(new CallComponent(ComponentType.INVESTMENT, usd("90.00"))), "Shell")),
                plain.facts(),
                plain.calendars(),
                plain.releases(),
                plain.told(),
                plain.timetables(),
                plain.called());

        ForecastRow row = now(only(linesFor(run(prospects), THE_FUND)));

        assertThat(row.due()).isEqualTo(due);
        assertThat(row.amount()).isEqualTo(usd("90.00"));
    }

    @Test
    void what_was_met_long_since_and_has_no_call_is_not_expected_in_the_past() {
        Tranches held = waitingFor(
                _ -> Optional.of(new Decision.Refused<>(TrancheRefusal.DRAFTED_BEFORE, Map.of())),
                new DateReached(TODAY));
        Prospects prospects = Outlooks.of(held, closed(1, INES, "300.00"));

        Prospects told = Outlooks.after(prospects, daysLater(60));

        assertThat(timetable(told, FIRST).conditionsMet()).isEqualTo(TODAY);
        assertThat(timetable(told, FIRST).issue()).isAfter(TODAY.plusDays(60));
    }

    @Test
    void what_is_held_does_not_move_with_each_day() {
        Tranches held = waitingFor(
                _ -> Optional.of(new Decision.Refused<>(TrancheRefusal.DRAFTED_BEFORE, Map.of())),
                new DateReached(TODAY));
        Prospects told = Outlooks.after(Outlooks.of(held, closed(1, INES, "300.00")));

        Prospects later = Outlooks.after(told, daysLater(2));

        assertThat(later.timetables()).isEqualTo(told.timetables());
    }

    @Test
    void a_tranche_that_waits_for_another_follows_it() {
        Tranches first = waitingFor(verified(SHELL));
        Facts known = first.facts();
        Tranches knowing = knowing(
                first,
                new Facts(
                        known.milestones(),
                        Map.of(FIRST, new Facts.Awaited(PROGRAMME, Optional.empty(), Set.of())),
                        known.documents(),
                        known.projects()));
        Tranches drafted = after(knowing, draft(SECOND, new TrancheReleased(FIRST)));
        Tranches both = after(drafted, approve(drafted, SECOND, BEN));
        Prospects told = Outlooks.after(Outlooks.of(both, closed(1, INES, "300.00")));
        LocalDate issue = timetable(told, FIRST).issue();
        assertThat(timetable(told, SECOND).conditionsMet()).isEqualTo(issue);

        Prospects later = Outlooks.after(Outlooks.now(told, told(both, slip(SHELL, 31, "Concrete"))));

        assertThat(timetable(later, SECOND).conditionsMet())
                .isEqualTo(timetable(later, FIRST).issue())
                .isAfter(issue);
    }

    @Test
    void a_fund_that_waits_for_nothing_is_told_nothing() {
        assertThat(run(Prospects.NONE)).isEmpty();
        assertThat(run(Outlooks.of(aFund(), closed(1, INES, "300.00")))).isEmpty();
    }
}
