package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.NOW;
import static tranche.commitments.drawdown.domain.Slices.OPEN;
import static tranche.commitments.drawdown.domain.Slices.POWER;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.SHUT;
import static tranche.commitments.drawdown.domain.Slices.TODAY;
import static tranche.commitments.drawdown.domain.Slices.VERA;
import static tranche.commitments.drawdown.domain.Slices.achieved;
import static tranche.commitments.drawdown.domain.Slices.amend;
import static tranche.commitments.drawdown.domain.Slices.cancel;
import static tranche.commitments.drawdown.domain.Slices.confirm;
import static tranche.commitments.drawdown.domain.Slices.daysLater;
import static tranche.commitments.drawdown.domain.Slices.events;
import static tranche.commitments.drawdown.domain.Slices.id;
import static tranche.commitments.drawdown.domain.Slices.reconsider;
import static tranche.commitments.drawdown.domain.Slices.redraft;
import static tranche.commitments.drawdown.domain.Slices.revoked;
import static tranche.commitments.drawdown.domain.Slices.the;
import static tranche.commitments.drawdown.domain.Slices.told;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.Slices.waitingFor;
import static tranche.commitments.drawdown.domain.Slices.waived;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.TrancheEvent.Amended;
import tranche.commitments.drawdown.domain.TrancheEvent.CallDrafted;
import tranche.commitments.drawdown.domain.TrancheEvent.Relocked;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.values.decision.Decision;

/** What holds for a tranche whatever is told, in whatever order and however often, and whatever people do meanwhile. */
class TrancheProperties {

    /** What is told, or done. */
    enum Kind {
        ACHIEVED,
        REVOKED,
        WAIVED,
        WAIVERS_REVOKED,
        GONE,
        TOLD_AGAIN,
        CALL_CANCELLED,
        CALL_ISSUED,
        REDRAFTED,
        AMENDED,
        CANCELLED
    }

    /**
     * @param number which milestone, or which conditions
     * @param isEmpty whether the fund has too little to be called
     */
    record Act(Kind kind, int number, int daysLater, boolean isEmpty) {
        MilestoneId milestone() {
            return number % 2 == 0 ? SHELL : POWER;
        }
    }

    @Property(tries = 1000)
    void keeps_its_promises_on_every_walk(@ForAll("walks") List<Act> walk) {
        var trail = new Trail();
        walk.forEach(trail::take);

        Statistics.label("walks on which a second call is drafted")
                .collect(trail.drafted.size() > 1)
                .coverage(share -> share.check(true).percentage(hundredths -> hundredths > 4));
        Statistics.label("walks on which a drafted call ends by itself")
                .collect(trail.hasEndedByItself)
                .coverage(share -> share.check(true).percentage(hundredths -> hundredths > 4));
        Statistics.label("walks that end in a release")
                .collect(the(trail.tranches, FIRST).state() == TrancheState.RELEASED)
                .coverage(share -> share.check(true).percentage(hundredths -> hundredths > 1));
    }

    @Property(tries = 300)
    void drafts_once_whatever_the_order_of_what_is_told_and_however_often(
            @ForAll("tellings") List<MilestoneId> tellings) {
        Tranches tranches = waitingFor(verified(SHELL), verified(POWER));
        List<TrancheEvent> happened = new ArrayList<>();
        for (MilestoneId milestone : tellings) {
            tranches = told(tranches, achieved(milestone, VERA));
            List<TrancheEvent> events = events(tranches.decide(reconsider(FIRST), OPEN, NOW));
            happened.addAll(events);
            tranches = Slices.applied(tranches, events, NOW);
        }

        assertThat(happened).filteredOn(CallDrafted.class::isInstance).hasSize(1);
        assertThat(the(tranches, FIRST).call()).contains(CallDraft.idOf(FIRST, 1));
        assertThat(the(tranches, FIRST).version().number()).isEqualTo(4);
    }

    /** Both milestones, in any order, each at least once. */
    @Provide
    Arbitrary<List<MilestoneId>> tellings() {
        return Arbitraries.of(SHELL, POWER)
                .list()
                .ofMinSize(0)
                .ofMaxSize(8)
                .map(told -> {
                    List<MilestoneId> all = new ArrayList<>(told);
                    all.add(SHELL);
                    all.add(POWER);
                    return all;
                })
                .flatMap(told -> Arbitraries.shuffle(told));
    }

    @Provide
    Arbitrary<List<Act>> walks() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.of(Kind.ACHIEVED)),
                Tuple.of(3, Arbitraries.of(Kind.REVOKED, Kind.REDRAFTED, Kind.TOLD_AGAIN)),
                Tuple.of(2, Arbitraries.of(Kind.WAIVED, Kind.CALL_CANCELLED, Kind.CALL_ISSUED, Kind.AMENDED)),
                Tuple.of(1, Arbitraries.of(Kind.values())));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 4).map(one -> one == 0))
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    /** A walk as far as it is taken, with the promises looked at after each step. */
    private static final class Trail {

        private Tranches tranches = waitingFor(verified(SHELL));
        private int day;
        private int acts;
        private final List<CallDraft> drafted = new ArrayList<>();
        private final Set<UUID> live = new HashSet<>();
        private boolean hasEndedByItself;

        void take(Act act) {
            acts++;
            day += act.daysLater();
            CallDesk desk = act.isEmpty() ? SHUT : OPEN;
            switch (act.kind()) {
                case ACHIEVED -> tell(achieved(act.milestone(), VERA));
                case REVOKED -> tell(revoked(act.milestone()));
                case WAIVED -> tell(waived(act.milestone(), TODAY.plusDays(day + act.number()), FIRST));
                case WAIVERS_REVOKED -> tell(new MilestoneNews.WaiversRevoked(act.milestone(), "PLANNED"));
                case GONE -> tell(new MilestoneNews.Gone(act.milestone(), "REMOVED"));
                case TOLD_AGAIN -> tell(new MilestoneNews.Moved(act.milestone(), "CLAIMED"));
                case CALL_CANCELLED -> the(tranches, FIRST).call().ifPresent(this::cancelled);
                case CALL_ISSUED -> the(tranches, FIRST).call().ifPresent(this::issued);
                case REDRAFTED -> happen(tranches.decide(redraft(FIRST, id(1_000 + acts)), desk, now()));
                case AMENDED -> happen(tranches.decide(confirm(FIRST, amended(act)), desk, now()));
                case CANCELLED -> happen(tranches.decide(confirm(FIRST, cancel()), desk, now()));
            }
            happen(tranches.decide(reconsider(FIRST), desk, now()));
            assertThat(events(tranches.decide(reconsider(FIRST), desk, now())))
                    .as("told again, nothing happens")
                    .isEmpty();
            look();
        }

        private Instant now() {
            return daysLater(day);
        }

        private TrancheMotion amended(Act act) {
            return switch (act.number()) {
                case 0 -> amend(verified(SHELL));
                case 1 -> amend(verified(SHELL), verified(POWER));
                case 2 -> amend(new DateReached(TODAY.plusDays(day + 2)));
                default ->
                    amend(new Condition.AnyOf(
                            1, List.of((Condition.Single) verified(SHELL), (Condition.Single) verified(POWER))));
            };
        }

        private void tell(MilestoneNews news) {
            tranches = told(tranches, news);
        }

        private void cancelled(UUID call) {
            if (live.remove(call)) {
                apply(tranches.cancelled(call, now()));
            }
        }

        private void issued(UUID call) {
            if (live.remove(call)) {
                apply(tranches.issued(call, now()));
            }
        }

        private void happen(Decision<TrancheEvent> decision) {
            if (decision instanceof Decision.Accepted<TrancheEvent>(List<TrancheEvent> events)) {
                apply(events);
            }
        }

        private void apply(List<TrancheEvent> events) {
            for (TrancheEvent event : events) {
                Tranche before = the(tranches, FIRST);
                assertThat(event.effectiveDate())
                        .isAfterOrEqualTo(before.version().effectiveDate());
                if (event instanceof CallDrafted(var _, CallDraft draft, var _, var _)) {
                    drafted.add(draft);
                    live.add(draft.call());
                }
                if (event instanceof Amended amended) {
                    assertThat(amended.conditions().milestones())
                            .as("what has left the plan is waited for by no version that begins")
                            .noneMatch(milestone -> the(tranches, milestone).isGone());
                }
                event.cancelledCall()
                        .ifPresent(call -> assertThat(live.remove(call))
                                .as("what ends was there")
                                .isTrue());
                hasEndedByItself |=
                        event instanceof Relocked && event.cancelledCall().isPresent();
                tranches = tranches.apply(event, now());
            }
        }

        private void look() {
            Tranche tranche = the(tranches, FIRST);
            assertThat(drafted).extracting(CallDraft::call).doesNotHaveDuplicates();
            for (int version = 1; version <= tranche.conditions().number(); version++) {
                UUID own = CallDraft.idOf(FIRST, version);
                assertThat(drafted)
                        .filteredOn(draft -> draft.call().equals(own))
                        .as("at most once by itself of each version")
                        .hasSizeLessThanOrEqualTo(1);
            }
            boolean isDrafted = tranche.state() == TrancheState.CALL_DRAFTED;
            assertThat(live)
                    .as("a call is open exactly while one is drafted")
                    .isEqualTo(isDrafted ? Set.of(tranche.call().orElseThrow()) : Set.of());
            if (tranche.isWaiting()) {
                Evaluation evaluation =
                        Evaluation.of(FIRST, tranche.conditions(), tranches.facts(), tranches.today(now()));
                assertThat(evaluation.isMet())
                        .as("unlocked exactly while the conditions are met")
                        .isEqualTo(tranche.state() != TrancheState.LOCKED);
            }
            assertThat(tranche.held())
                    .as("held exactly while met without a call")
                    .matches(held -> held.isPresent() == (tranche.state() == TrancheState.CONDITIONS_MET));
            assertThat(tranche.draftedVersion())
                    .isLessThanOrEqualTo(tranche.conditions().number());
        }
    }
}
