package tranche.commitments.forecast.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tranche.commitments.drawdown.domain.CallContent;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Evaluation;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheState;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.values.calendar.WorkingDays;

/**
 * When a fund's waiting tranches are to be expected to call, and for which milestone each waits longest (rule D-34).
 *
 * @param expected those that are to be expected on some day
 * @param last the milestone that each waits for longest; nothing where it is none
 */
record Reckoned(Map<TrancheId, Expected> expected, Map<TrancheId, MilestoneId> last) {

    /** Of places that nobody has told of. */
    private static final WorkingDays WEEKDAYS =
            WorkingDays.of(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of());

    static Reckoned of(Prospects prospects, Fund fund, LocalDate today) {
        Reckoned before = new Reckoned(Map.of(), Map.of());
        // A release that is found brings others nearer and none further off, so this comes to an end.
        for (int tranche = 0; tranche <= prospects.waiting().size(); tranche++) {
            Reckoned after = before.again(prospects, fund, today);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }

    private Reckoned again(Prospects prospects, Fund fund, LocalDate today) {
        Map<TrancheId, LocalDate> releases = new HashMap<>(prospects.releases());
        expected.forEach((tranche, one) -> releases.put(tranche, one.timetable().issue()));
        Outstanding outstanding = new Outstanding(
                prospects.facts(),
                project -> prospects.calendars().getOrDefault(project, WEEKDAYS),
                Outstanding.VERIFY_DAYS,
                releases,
                today);
        Map<TrancheId, Expected> next = new TreeMap<>();
        Map<TrancheId, MilestoneId> waitedFor = new TreeMap<>();
        for (Tranche tranche : prospects.waiting()) {
            Optional<Outstanding.Met> found = outstanding.last(tranche.id(), tranche.conditions());
            Optional<LocalDate> day = met(tranche, found);
            // Where the day is the one that was told, no milestone is the reason of what changes now.
            found.flatMap(Outstanding.Met::milestone)
                    .filter(_ -> day.flatMap(on -> told(prospects, tranche, on)).isEmpty())
                    .ifPresent(milestone -> waitedFor.put(tranche.id(), milestone));
            day.map(met -> expected(prospects, fund, tranche, met, today))
                    .ifPresent(one -> next.put(tranche.id(), one));
        }
        return new Reckoned(next, waitedFor);
    }

    /** What was found met stays so until it is found otherwise. */
    private static Optional<LocalDate> met(Tranche tranche, Optional<Outstanding.Met> found) {
        return tranche.state() == TrancheState.LOCKED
                ? found.map(Outstanding.Met::day)
                : tranche.evaluation().map(Evaluation::day);
    }

    /** What was found met and has no call yet is expected as it was told, until the day of its issue has passed. */
    private static Expected expected(Prospects prospects, Fund fund, Tranche tranche, LocalDate met, LocalDate today) {
        WorkingDays days = fund.content().calendar().businessDays();
        LocalDate from = met.isBefore(today) ? today : met;
        Timetable usual = told(prospects, tranche, met)
                .filter(last -> !last.issue().isBefore(today))
                .orElseGet(() -> Timetable.of(
                        from, days, Timetable.APPROVAL_DAYS, fund.terms().noticeBusinessDays()));
        Optional<CallContent> draft =
                tranche.call().map(call -> prospects.drafts().get(call));
        return new Expected(
                tranche.id(),
                draft.map(CallContent::total).orElse(tranche.amount()),
                new Timetable(
                        met, usual.issue(), draft.map(CallContent::dueDate).orElse(usual.due())));
    }

    /** The days that were told of conditions that have been met since, on the same day. */
    private static Optional<Timetable> told(Prospects prospects, Tranche tranche, LocalDate met) {
        return Optional.ofNullable(prospects.timetables().get(tranche.id()))
                .filter(last -> tranche.state() != TrancheState.LOCKED
                        && last.conditionsMet().equals(met));
    }

    /** The chain of reasons: what it waits for longest, or what keeps it from being expected at all. */
    List<ForecastCause> causes(TrancheId tranche, Prospects prospects) {
        Optional<MilestoneId> nearest = Optional.ofNullable(last.get(tranche)).or(() -> hindrance(tranche, prospects));
        List<ForecastCause> causes = new ArrayList<>();
        nearest.map(prospects.facts().milestones()::get).ifPresent(milestone -> {
            causes.add(ForecastCause.of(milestone));
            milestone
                    .outlook()
                    .drivers()
                    .forEach(driver -> causes.add(new ForecastCause(
                            driver.milestone(),
                            driver.slipDays(),
                            Optional.ofNullable(prospects.facts().milestones().get(driver.milestone()))
                                    .flatMap(one -> one.outlook().reason()))));
        });
        return causes;
    }

    private static Optional<MilestoneId> hindrance(TrancheId tranche, Prospects prospects) {
        return prospects.waiting().stream()
                .filter(one -> one.id().equals(tranche))
                .flatMap(one -> one.conditions().singles().stream())
                .filter(MilestoneVerified.class::isInstance)
                .map(condition -> ((MilestoneVerified) condition).milestone())
                .filter(milestone -> Optional.ofNullable(
                                prospects.facts().milestones().get(milestone))
                        .filter(Milestone::isGone)
                        .isPresent())
                .findFirst();
    }
}
