package tranche.auditor.milestone;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.topic.Applied;
import tranche.auditor.topic.Arrived;
import tranche.auditor.topic.KeptTable;
import tranche.commitments.ConditionGroup;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCancelled;
import tranche.commitments.TrancheCondition;
import tranche.commitments.TrancheCreated;
import tranche.commitments.TrancheDrafted;
import tranche.commitments.TrancheReleased;

/** Which tranches rest on which milestones, as those know who decide about milestones (A07). */
public final class TrancheCopyReplay implements Applied {

    private static final String STATE = "state";
    private static final String MILESTONES = "milestones";

    private final KeptTable tranches;

    /** @param kept the database that keeps the copy */
    public TrancheCopyReplay(Snapshot kept, Findings findings) {
        tranches = new KeptTable(
                Check.A07,
                kept,
                findings,
                "tranche",
                "fund_id",
                "tranche_id",
                "programme_id, name, state, array_to_string(array(select jsonb_array_elements_text(milestones)), ' ')"
                        + " as milestones");
    }

    @Override
    public void event(Arrived arrived) {
        UUID fund = arrived.key();
        tranches.concerns(fund);
        switch (arrived.event()) {
            case TrancheDrafted e -> {
                Map<String, @Nullable Object> picture = new HashMap<>();
                picture.put("programme_id", e.getProgrammeId());
                picture.put("name", e.getName());
                picture.put(STATE, "DRAFT");
                picture.put(MILESTONES, milestones(e.getConditions()));
                tranches.add(fund, e.getTrancheId(), picture);
            }
            case TrancheCreated e -> change(fund, e.getTrancheId(), Map.of(STATE, "OPEN"));
            case TrancheAmended e ->
                change(fund, e.getTrancheId(), Map.of(STATE, "OPEN", MILESTONES, milestones(e.getConditions())));
            case TrancheReleased e -> change(fund, e.getTrancheId(), Map.of(STATE, "RELEASED"));
            case TrancheCancelled e -> change(fund, e.getTrancheId(), Map.of(STATE, "CANCELLED", MILESTONES, ""));
            default -> {}
        }
    }

    private void change(UUID fund, UUID tranche, Map<String, Object> change) {
        Map<String, @Nullable Object> picture = tranches.row(fund, tranche);
        if (picture != null) {
            picture.putAll(change);
        }
    }

    private static String milestones(List<ConditionGroup> conditions) {
        return conditions.stream()
                .flatMap(group -> group.getConditions().stream())
                .map(TrancheCondition::getMilestoneId)
                .flatMap(Optional::stream)
                .map(UUID::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Override
    public void endOfPartition() throws SQLException {
        tranches.compare();
    }

    @Override
    public void endOfTopic() throws SQLException {
        tranches.checkNumber();
    }
}
