package tranche.launcher.demo;

import static tranche.launcher.demo.Step.By.CHECKER;
import static tranche.launcher.demo.Step.By.MAKER;
import static tranche.launcher.demo.Step.By.REPORTER;
import static tranche.launcher.demo.Step.By.VERIFIER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tranche.launcher.demo.SampleWork.Tale;
import tranche.launcher.demo.Step.Made;
import tranche.launcher.demo.Step.Seen;
import tranche.launcher.demo.Step.TextFile;
import tranche.values.calendar.WorkingDays;
import tranche.values.country.Country;
import tranche.world.region.Calendars;

/**
 * The plans of the sample sites around the day on which they are brought in: what is ahead is on its baseline on that day, so
 * that all lateness comes from what the sample tells.
 */
final class SamplePlan {

    /** The baseline of what the sites say is reached by now: they are a little early. */
    private static final int EARLY_DAYS = 9;

    /** Days between a site's claim and the verifier's finding. */
    private static final int FINDING_DAYS = 4;

    private final LocalDate today;
    private final Calendars calendars;
    private final Map<String, LocalDate> finishes = new HashMap<>();

    SamplePlan(LocalDate today, Calendars calendars) {
        this.today = today;
        this.calendars = calendars;
        SampleSites.WORK.forEach(work -> finishes.put(work.name(), finish(work)));
    }

    private WorkingDays days(SampleWork work) {
        SampleSite site = SampleSites.SITES.stream()
                .filter(one -> one.name().equals(work.site()))
                .findFirst()
                .orElseThrow();
        return calendars.of(new Country(site.country()), site.region());
    }

    /** Rule D-33, for plans that have not been disturbed yet. */
    private LocalDate finish(SampleWork work) {
        WorkingDays days = days(work);
        LocalDate start = work.follows().stream()
                .map(name -> days.roll(Objects.requireNonNull(finishes.get(name))))
                .reduce(today, (one, other) -> one.isAfter(other) ? one : other);
        return days.add(start, work.days());
    }

    private LocalDate baseline(SampleWork work) {
        return switch (work.tale()) {
            case Tale.Reached reached -> today.minusDays(reached.daysAgo());
            case Tale.Claimed _ -> days(work).roll(today.plusDays(EARLY_DAYS));
            case Tale.Rejected _ -> days(work).roll(today.plusDays(EARLY_DAYS));
            case Tale.Ahead _, Tale.Late _, Tale.Removed _ -> Objects.requireNonNull(finishes.get(work.name()));
        };
    }

    static List<Chain> projects() {
        return SampleSites.SITES.stream().map(SampleSite::chain).toList();
    }

    /** All of them in one chain, since some follow others; then what became of them until today, each by itself. */
    List<Chain> milestones() {
        return List.of(Chain.ofAny(SampleSites.WORK.stream().map(this::plan).toList()));
    }

    /** What has come of them by today. */
    List<Chain> happened() {
        return SampleSites.WORK.stream()
                .map(work -> Chain.ofAny(happened(work)))
                .filter(chain -> !chain.steps().isEmpty())
                .toList();
    }

    private Step plan(SampleWork work) {
        Fields body = Fields.empty()
                .put("projectId", new Made(SampleSite.key(work.site())))
                .put("name", work.name())
                .put("kind", work.kind())
                .put("baselineDate", baseline(work))
                .put("durationDays", work.days())
                .put(
                        "predecessors",
                        work.follows().stream()
                                .map(name -> Map.of(
                                        "milestoneId",
                                        new Made(SampleSites.work(name).key())))
                                .toList());
        List<String> kinds = proofs(work.tale()).stream().map(SampleProof::kind).toList();
        return new Step(
                work.key(),
                MAKER,
                "/milestones",
                body.put("requiredEvidence", kinds)
                        .put("effectiveDate", SampleSite.STARTED)
                        .foreign(Sample.SOURCE_SYSTEM, work.key())
                        .map());
    }

    private static List<SampleProof> proofs(Tale tale) {
        return switch (tale) {
            case Tale.Claimed(int _, List<SampleProof> proofs) -> proofs;
            case Tale.Reached(int _, List<SampleProof> proofs, String _) -> proofs;
            case Tale.Rejected(int _, List<SampleProof> proofs, String _) -> proofs;
            case Tale.Ahead _, Tale.Late _, Tale.Removed _ -> List.of();
        };
    }

    private List<Step> happened(SampleWork work) {
        return switch (work.tale()) {
            case Tale.Ahead _, Tale.Late _ -> List.of();
            case Tale.Claimed(int ago, List<SampleProof> proofs) -> claimed(work, today.minusDays(ago), proofs);
            case Tale.Reached(int ago, List<SampleProof> proofs, String statement) -> {
                LocalDate day = today.minusDays(ago);
                List<Step> steps = claimed(work, day, proofs);
                steps.add(new Step(
                        work.key() + ":verification",
                        VERIFIER,
                        path(work, "verification"),
                        Fields.empty()
                                .put("achievedDate", day)
                                .put("statement", statement)
                                .put("effectiveDate", day.plusDays(FINDING_DAYS))
                                .map()));
                yield steps;
            }
            case Tale.Rejected(int ago, List<SampleProof> proofs, String reason) -> {
                List<Step> steps = claimed(work, today.minusDays(ago), proofs);
                steps.add(new Step(
                        work.key() + ":rejection",
                        VERIFIER,
                        path(work, "rejection"),
                        Fields.empty()
                                .put("reason", reason)
                                .put("effectiveDate", today.minusDays(ago).plusDays(FINDING_DAYS))
                                .map()));
                yield steps;
            }
            case Tale.Removed(String reason) -> removed(work, reason);
        };
    }

    private static List<Step> claimed(SampleWork work, LocalDate day, List<SampleProof> proofs) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                work.key() + ":claim",
                REPORTER,
                path(work, "claim"),
                Fields.empty().put("claimedDate", day).put("effectiveDate", day).map()));
        IntStream.range(0, proofs.size())
                .forEach(at -> steps.add(new Step(
                        work.key() + ":evidence:" + at,
                        REPORTER,
                        path(work, "evidence"),
                        Fields.empty()
                                .put(
                                        "file",
                                        new TextFile(
                                                proofs.get(at).file(),
                                                "Sample data (fictitious): "
                                                        + proofs.get(at).file() + " of " + work.name() + ", "
                                                        + work.site() + ".\n"))
                                .put("kind", proofs.get(at).kind())
                                .put("effectiveDate", day)
                                .map())));
        return steps;
    }

    private static List<Step> removed(SampleWork work, String reason) {
        String removal = work.key() + ":removal";
        return List.of(
                new Step(
                        removal,
                        MAKER,
                        path(work, "remove"),
                        Fields.empty().put("reason", reason).map()),
                new Step(
                        removal + ":approval",
                        CHECKER,
                        "/approvals/{" + removal + "}/approval",
                        Fields.empty().put("contentHash", new Seen(removal)).map()));
    }

    /** What goes wrong after everybody was told when money would be called: it moves forecasts, and says why. */
    List<Chain> slips() {
        return SampleSites.WORK.stream()
                .filter(work -> work.tale() instanceof Tale.Late)
                .map(work -> {
                    var late = (Tale.Late) work.tale();
                    return Chain.ofAny(List.of(
                            new Step(work.key() + ":start", REPORTER, path(work, "start"), Map.of()),
                            new Step(
                                    work.key() + ":slip",
                                    REPORTER,
                                    path(work, "reschedule"),
                                    Fields.empty()
                                            .put("forecastDate", days(work).add(baseline(work), late.days()))
                                            .put("reason", late.reason())
                                            .map())));
                })
                .toList();
    }

    private static String path(SampleWork work, String command) {
        return "/milestones/{" + work.key() + "}/" + command;
    }
}
