package tranche.auditor.raise;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;

/**
 * Verified build is within what is released (A07, invariant I-9): each tranche that the pages count has an event of its
 * release, and each of its milestones was verified by its quorum, by the version of it that the pages know.
 */
public final class BuildAudit {

    private static final String ACHIEVED = "tranche.milestones.MilestoneAchieved";

    private static final String COUNTED = """
        select t.tranche_id, m.milestone_id, m.version
          from raise_tranche t
         cross join lateral unnest(t.milestones) as named(id)
          join timeline_milestone m on m.milestone_id = named.id
         where t.state = 'RELEASED' and not t.reversed
           and not exists (select from unnest(t.milestones) as other(id)
                             left join timeline_milestone o on o.milestone_id = other.id
                            where o.state is distinct from 'ACHIEVED')
        """;

    private static final String RELEASES = """
        select distinct aggregate_id as id from event
         where type = 'tranche.commitments.TrancheReleased' and aggregate_id = any(?)
        """;

    private static final String DECISIONS = """
        select aggregate_id as id, version, type from event
         where type in ('tranche.milestones.MilestoneAchieved', 'tranche.milestones.MilestoneVerificationRevoked')
           and aggregate_id = any(?)
         order by aggregate_id, version
        """;

    private final Snapshot portal;
    private final Findings findings;
    private final Set<UUID> tranches = new HashSet<>();
    private final Map<UUID, Long> known = new HashMap<>();

    private BuildAudit(Snapshot portal, Findings findings) {
        this.portal = portal;
        this.findings = findings;
    }

    /** Looks events up as they are now: a page knows of none that its service has not committed. */
    public static void check(Snapshot portal, Snapshot commitments, Snapshot milestones, Findings findings)
            throws SQLException {
        var audit = new BuildAudit(portal, findings);
        portal.each(COUNTED, row -> {
            audit.tranches.add(row.id("tranche_id"));
            audit.known.put(row.id("milestone_id"), row.number("version"));
        });
        if (audit.tranches.isEmpty()) {
            return;
        }
        findings.checked(Check.A07, audit.tranches.size());
        try (Snapshot now = commitments.later()) {
            audit.releases(now);
        }
        try (Snapshot now = milestones.later()) {
            audit.achievements(now);
        }
    }

    private void releases(Snapshot commitments) throws SQLException {
        Set<UUID> unreleased = new HashSet<>(tranches);
        for (List<UUID> page : pages(tranches)) {
            commitments.each(RELEASES, row -> unreleased.remove(row.id("id")), page);
        }
        unreleased.forEach(tranche -> findings.add(
                Check.A07,
                portal.table("raise_tranche"),
                tranche,
                "verified build of a tranche that was released",
                "no event of its release"));
    }

    private void achievements(Snapshot milestones) throws SQLException {
        Set<UUID> unverified = new HashSet<>(known.keySet());
        for (List<UUID> page : pages(known.keySet())) {
            milestones.each(
                    DECISIONS,
                    row -> {
                        UUID milestone = row.id("id");
                        if (row.number("version") > known.getOrDefault(milestone, 0L)) {
                            return;
                        }
                        if (row.text("type").equals(ACHIEVED)) {
                            unverified.remove(milestone);
                        } else {
                            unverified.add(milestone);
                        }
                    },
                    page);
        }
        unverified.forEach(milestone -> findings.add(
                Check.A07,
                portal.table("timeline_milestone"),
                milestone,
                "verified build of milestones that are verified",
                "no event of its verification that stands"));
    }

    private static List<List<UUID>> pages(Set<UUID> ids) {
        List<UUID> all = List.copyOf(ids);
        List<List<UUID>> pages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += Snapshot.PAGE) {
            pages.add(all.subList(from, Math.min(from + Snapshot.PAGE, all.size())));
        }
        return pages;
    }
}
