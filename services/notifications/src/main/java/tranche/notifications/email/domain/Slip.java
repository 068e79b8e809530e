package tranche.notifications.email.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.notifications.notice.domain.AlertType;
import tranche.values.money.Money;

/**
 * What one slip has moved, as several alerts of one reader say it together: milestones, and the calls that wait for them.
 *
 * @param moved those that moved furthest first
 * @param forecasts in the order of their funds
 */
public record Slip(List<Moved> moved, List<Forecast> forecasts) {

    public Slip {
        moved = moved.stream()
                .sorted(Comparator.<Moved>comparingInt(one -> -Math.abs(one.days()))
                        .thenComparing(Moved::is)
                        .thenComparing(Moved::milestone))
                .toList();
        forecasts =
                forecasts.stream().sorted(Comparator.comparing(Forecast::fund)).toList();
    }

    /** An alert of it, with what fills the gaps of its text. */
    public record Said(AlertType type, Gaps gaps) {}

    /**
     * A milestone that is expected on another day.
     *
     * @param days by how many; below zero, earlier
     * @param reason in the site's words
     * @param waits for what, where another milestone moves it
     */
    public record Moved(
            UUID milestone,
            UUID project,
            LocalDate was,
            LocalDate is,
            int days,
            Optional<String> reason,
            Optional<Waits> waits) {}

    /**
     * For what a milestone waits.
     *
     * @param late by how many days the driver is behind its baseline; below zero, ahead of it
     * @param further for what the driver waits, the nearest first
     */
    public record Waits(UUID driver, int late, List<UUID> further) {
        public Waits {
            further = List.copyOf(further);
        }
    }

    /**
     * What is expected of a fund otherwise than before.
     *
     * @param isOwn whether it is an investor's own, and not the fund's as a whole
     * @param others how many more calls changed than are among these
     * @param cause the milestone for which the first of them waits; empty where none does
     */
    public record Forecast(UUID fund, boolean isOwn, List<Call> calls, int others, Optional<Cause> cause) {
        public Forecast {
            calls = List.copyOf(calls);
        }
    }

    /** @param late by how many days the milestone is behind its baseline; below zero, ahead of it */
    public record Cause(UUID milestone, int late, Optional<String> reason) {}

    /** What became of an expected call. */
    public enum Change {
        MOVED,
        ADDED,
        REMOVED,
        RESIZED
    }

    /** An expected call; where it was or is not to be expected, there is neither a day nor an amount. */
    public record Call(
            UUID tranche,
            Change change,
            Optional<LocalDate> was,
            Optional<Money> previous,
            Optional<LocalDate> is,
            Optional<Money> amount) {

        /** Whether it is due in another year. */
        boolean changesYear() {
            return change == Change.MOVED && !was.map(LocalDate::getYear).equals(is.map(LocalDate::getYear));
        }
    }

    /** Reads it out of the alerts. */
    public static Slip of(List<Said> alerts) {
        List<Moved> moved = new ArrayList<>();
        List<Forecast> forecasts = new ArrayList<>();
        for (Said said : alerts) {
            switch (said.type()) {
                case MS_05 -> moved.add(moved(said.gaps(), said.gaps().count("days")));
                case MS_06 -> moved.add(moved(said.gaps(), -said.gaps().count("days")));
                case FC_01 -> forecasts.add(forecast(said.gaps()));
                default -> throw new IllegalArgumentException("no alert of a slip: " + said.type());
            }
        }
        return new Slip(moved, forecasts);
    }

    private static Moved moved(Gaps gaps, int days) {
        return new Moved(
                gaps.named("milestone").orElseThrow(),
                gaps.named("project").orElseThrow(),
                gaps.day("previous").orElseThrow(),
                gaps.day("date").orElseThrow(),
                days,
                gaps.words("reason"),
                gaps.named("driver").map(driver -> new Waits(driver, gaps.count("late"), gaps.allNamed("further"))));
    }

    private static Forecast forecast(Gaps gaps) {
        return new Forecast(
                gaps.named("fund").orElseThrow(),
                gaps.words("whose").filter("INVESTOR"::equals).isPresent(),
                Stream.concat(Stream.of(gaps), gaps.repeated("further").stream())
                        .map(Slip::call)
                        .toList(),
                gaps.count("others"),
                gaps.named("milestone")
                        .map(milestone -> new Cause(milestone, gaps.count("slip"), gaps.words("reason"))));
    }

    private static Call call(Gaps gaps) {
        return new Call(
                gaps.named("tranche").orElseThrow(),
                Change.valueOf(gaps.words("change").orElseThrow()),
                gaps.day("previousDue"),
                gaps.amount("previousAmount"),
                gaps.day("due"),
                gaps.amount("amount"));
    }

    /**
     * Whether the calls change because of what has moved: where they wait for another milestone, which was reached or taken out of the
     * plan, what has moved follows from that as they do.
     */
    public boolean isOfCalls() {
        Set<UUID> milestones = moved.stream().map(Moved::milestone).collect(Collectors.toUnmodifiableSet());
        List<Cause> causes =
                forecasts.stream().flatMap(one -> one.cause().stream()).toList();
        return causes.isEmpty() || causes.stream().map(Cause::milestone).anyMatch(milestones::contains);
    }

    /** The milestone with which it began: one that waits for no other, if there is one. */
    public Optional<Moved> first() {
        return moved.stream()
                .filter(one -> one.waits().isEmpty())
                .findFirst()
                .or(() -> moved.stream().findFirst());
    }
}
