package tranche.portal.timeline.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A milestone as its events have left it.
 *
 * @param successor the milestone that replaced it
 * @param source where its particulars come from; empty where a manager entered them
 * @param version after the last event, from 1
 */
public record MilestonePicture(
        UUID id,
        UUID programme,
        UUID project,
        String name,
        MilestoneKind kind,
        MilestoneState state,
        Days days,
        Slip slip,
        Plan plan,
        Check check,
        Optional<UUID> successor,
        Optional<String> source,
        long version,
        Instant changedAt) {

    /** A day of work in so many tenths of a day. */
    private static final long TENTHS = 14;

    private static final int PER_DAY = 10;

    /**
     * Its dates.
     *
     * @param baseline the current one, and {@code original} the first, which is never replaced
     * @param stated what the site states; empty where it states nothing
     */
    public record Days(
            LocalDate baseline,
            LocalDate original,
            LocalDate forecast,
            Optional<LocalDate> stated,
            Optional<LocalDate> started,
            Optional<LocalDate> claimed,
            Optional<LocalDate> achieved) {

        public Days forecast(LocalDate day, Optional<LocalDate> bySite) {
            return new Days(baseline, original, day, bySite, started, claimed, achieved);
        }

        public Days baseline(LocalDate day, LocalDate forecastNow) {
            return new Days(day, original, forecastNow, stated, started, claimed, achieved);
        }

        public Days started(LocalDate day) {
            return new Days(baseline, original, forecast, stated, Optional.of(day), claimed, achieved);
        }

        /** Work began no later than the day for which it is claimed. */
        public Days claimed(LocalDate day) {
            Optional<LocalDate> begun = started.or(() -> Optional.of(day));
            return new Days(baseline, original, forecast, stated, begun, Optional.of(day), Optional.empty());
        }

        public Days achieved(LocalDate day) {
            return new Days(baseline, original, forecast, stated, started, claimed, Optional.of(day));
        }

        /** After its claim came to nothing. */
        public Days unclaimed() {
            return new Days(baseline, original, forecast, stated, started, Optional.empty(), Optional.empty());
        }

        /** The day on which it was reached or is expected. */
        public LocalDate now() {
            return achieved.or(() -> claimed).orElse(forecast);
        }
    }

    /**
     * How much later than its current baseline it is; below zero, how much earlier.
     *
     * @param reason why, as the site says
     * @param drivers milestones that give it its start, the nearest first
     */
    public record Slip(int days, int workingDays, Breach breach, Optional<String> reason, List<UUID> drivers) {
        public Slip {
            drivers = List.copyOf(drivers);
        }
    }

    /** How it hangs on the plan. */
    public record Plan(int durationDays, List<UUID> predecessors, Optional<LocalDate> notBefore) {
        public Plan {
            predecessors = List.copyOf(predecessors);
        }
    }

    /**
     * What its verification asks for and how far it is.
     *
     * @param claims how often it was claimed: the number of the latest claim, to which evidence belongs
     * @param waivers that were not revoked, in order of time
     */
    public record Check(List<EvidenceKind> required, int quorum, int verifications, int claims, List<Waiver> waivers) {
        public Check {
            required = List.copyOf(required);
            waivers = List.copyOf(waivers);
        }

        public Check verified(int times) {
            return new Check(required, quorum, times, claims, waivers);
        }

        public Check claimed() {
            return new Check(required, quorum, 0, claims + 1, waivers);
        }

        public Check waived(Waiver waiver) {
            List<Waiver> all =
                    Stream.concat(waivers.stream(), Stream.of(waiver)).toList();
            return new Check(required, quorum, verifications, claims, all);
        }

        /** A revocation is of all of them. */
        public Check unwaived() {
            return new Check(required, quorum, verifications, claims, List.of());
        }
    }

    /**
     * That it need not be met.
     *
     * @param tranches for so many; 0 for all that are conditional on it
     * @param expires the last day on which that holds
     */
    public record Waiver(int tranches, LocalDate expires) {}

    public MilestonePicture with(Days changed) {
        return new MilestonePicture(
                id, programme, project, name, kind, state, changed, slip, plan, check, successor, source, version,
                changedAt);
    }

    public MilestonePicture with(Slip changed) {
        return new MilestonePicture(
                id, programme, project, name, kind, state, days, changed, plan, check, successor, source, version,
                changedAt);
    }

    public MilestonePicture with(Plan changed) {
        return new MilestonePicture(
                id, programme, project, name, kind, state, days, slip, changed, check, successor, source, version,
                changedAt);
    }

    public MilestonePicture with(Check changed) {
        return new MilestonePicture(
                id, programme, project, name, kind, state, days, slip, plan, changed, successor, source, version,
                changedAt);
    }

    public MilestonePicture replacedBy(UUID other) {
        return new MilestonePicture(
                id,
                programme,
                project,
                name,
                kind,
                state,
                days,
                slip,
                plan,
                check,
                Optional.of(other),
                source,
                version,
                changedAt);
    }

    /** After an event. */
    public MilestonePicture moved(MilestoneState to, long toVersion, Instant at) {
        return new MilestonePicture(
                id, programme, project, name, kind, to, days, slip, plan, check, successor, source, toVersion, at);
    }

    /** When work on it begins, or began, if its days are as they are now. */
    public LocalDate from() {
        LocalDate end = days.now();
        return days.started().filter(day -> day.isBefore(end)).orElseGet(() -> before(end));
    }

    /** A day that is as long before another as it takes, as if a week had five working days. */
    public LocalDate before(LocalDate end) {
        return end.minusDays(plan.durationDays() * TENTHS / PER_DAY);
    }
}
