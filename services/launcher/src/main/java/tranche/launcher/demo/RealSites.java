package tranche.launcher.demo;

import static tranche.launcher.demo.Step.By.MAKER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.launcher.demo.MilestoneRow.Status;
import tranche.launcher.demo.Step.Made;

/**
 * The sites of the awards with what was announced of them, and their milestones. What no source says is left out: no site
 * gets a duration, a predecessor or a tranche that nobody has published.
 */
final class RealSites {

    /** What the file calls the end of a site, rather than of one of its milestones. */
    private static final String WHOLE_PROJECT = "Whole project";

    private final List<SiteRow> sites;
    private final List<MilestoneRow> rows;
    private final List<RealMilestone> milestones;

    RealSites(List<SiteRow> sites, List<MilestoneRow> rows) {
        this.sites = sites;
        this.rows = rows;
        Map<String, List<MilestoneRow>> together = new LinkedHashMap<>();
        rows.forEach(row -> together.computeIfAbsent(row.award() + ":" + row.milestone(), _ -> new ArrayList<>())
                .add(row));
        this.milestones = together.values().stream().map(RealMilestone::new).toList();
    }

    static String site(String award) {
        return "site:" + award;
    }

    List<Chain> projects() {
        return sites.stream()
                .map(row -> {
                    AwardRow award = row.award();
                    Fields body = Fields.empty()
                            .put("programmeId", new Made(Awards.programme(award)))
                            .put("name", award.recipient() + ": " + award.site())
                            .put("kind", row.kind())
                            .put("region", row.region())
                            .put("country", award.country());
                    row.latitude().ifPresent(degrees -> body.put("latitude", new BigDecimal(degrees)));
                    row.longitude().ifPresent(degrees -> body.put("longitude", new BigDecimal(degrees)));
                    body.put("unverified", award.isUnverified()).put("sourceNote", row.facts());
                    begun(award).ifPresent(day -> body.put("effectiveDate", day));
                    return Chain.of(new Step(
                            site(award.id()),
                            MAKER,
                            "/projects",
                            body.foreign(Awards.SOURCE_SYSTEM, award.id()).map()));
                })
                .toList();
    }

    /** The first day that is known of it. */
    private Optional<LocalDate> begun(AwardRow award) {
        return Stream.concat(
                        award.first().map(KnownDay::day).stream(),
                        milestones.stream()
                                .filter(milestone -> milestone.award().equals(award.id()))
                                .map(RealMilestone::begun))
                .min(LocalDate::compareTo);
    }

    List<Chain> milestones() {
        return milestones.stream().map(RealMilestone::chain).toList();
    }

    /** What was given up as a whole is stopped, once all that was known of it is in. */
    List<Chain> stops() {
        return rows.stream()
                .filter(row -> row.status() == Status.REMOVED && row.milestone().equals(WHOLE_PROJECT))
                .map(row -> Chain.ofAny(List.of(new Step(
                        site(row.award()) + ":stop",
                        MAKER,
                        "/projects/{" + site(row.award()) + "}/stop",
                        Fields.empty()
                                .put("reason", row.cited("The whole project was given up."))
                                .put("effectiveDate", row.actual().orElseThrow().day())
                                .map()))))
                .toList();
    }
}
