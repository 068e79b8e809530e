package tranche.milestones.milestone.store;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.milestones.milestone.domain.MilestoneId;

/** Milestones that may have to be reminded of. */
@Singleton
public class DueSoonViews {

    private static final String NEAR = """
        select m.project_id, m.milestone_id, m.current_baseline
          from milestone m join project p on p.project_id = m.project_id and p.state = 'ACTIVE'
         where m.state in ('PLANNED', 'IN_PROGRESS', 'REJECTED')
           and due_soon_told is distinct from current_baseline
           and current_baseline between ? and ?
           and (?::date is null or (current_baseline, milestone_id) > (?::date, ?::uuid))
         order by current_baseline, milestone_id
         limit ?
        """;

    private final DataSource dataSource;

    DueSoonViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A milestone whose baseline is near, with its project. */
    public record Near(UUID project, MilestoneId milestone, LocalDate baseline) {}

    /**
     * Milestones that nobody has said to be reached, with a baseline between two days of which it was not told that it is due
     * soon, the earliest first.
     *
     * @param after the last one of the page before; empty for the first page
     */
    public List<Near> near(LocalDate from, LocalDate to, Optional<Near> after, int limit) {
        return Query.list(
                dataSource,
                NEAR,
                select -> {
                    select.setObject(1, from);
                    select.setObject(2, to);
                    select.setObject(3, after.map(Near::baseline).orElse(null));
                    select.setObject(4, after.map(Near::baseline).orElse(null));
                    select.setObject(
                            5, after.map(near -> near.milestone().value()).orElse(null));
                    select.setInt(6, limit);
                },
                row -> new Near(
                        row.getObject(1, UUID.class),
                        new MilestoneId(row.getObject(2, UUID.class)),
                        row.getObject(3, LocalDate.class)));
    }
}
