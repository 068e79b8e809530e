package tranche.milestones.milestone.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.Resting;
import tranche.milestones.tranche.domain.Tranche;
import tranche.milestones.tranche.store.TrancheRows;

/** What rests on milestones, out of the rows of tranches. */
final class RestingRows {

    private RestingRows() {}

    /** @return one for each milestone, and none is repeated */
    static Map<MilestoneId, Resting> load(Connection connection, Collection<MilestoneId> milestones)
            throws SQLException {
        Map<UUID, List<Tranche>> tranches = TrancheRows.restingOn(
                connection, milestones.stream().map(MilestoneId::value).toList());
        return milestones.stream()
                .collect(Collectors.toMap(
                        Function.identity(), id -> new Resting(tranches.getOrDefault(id.value(), List.of()))));
    }
}
