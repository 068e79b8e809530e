package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.document.store.DocumentRows;
import tranche.commitments.drawdown.domain.Condition;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.DocumentPresent;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.Site;
import tranche.commitments.milestone.store.MilestoneRows;
import tranche.commitments.milestone.store.SiteRows;

/** What is looked up for the decisions of a batch: all that conditions name, for all funds at once. */
final class TrancheFacts {

    private final Set<MilestoneId> milestones = new HashSet<>();
    private final Set<TrancheId> tranches = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<UUID> projects = new HashSet<>();

    void conditions(Collection<? extends Condition> conditions) {
        conditions.forEach(condition -> condition.singles().forEach(this::single));
    }

    private void single(Single condition) {
        switch (condition) {
            case MilestoneVerified(var milestone) -> milestones.add(milestone);
            case TrancheReleased(var tranche) -> tranches.add(tranche);
            case DocumentPresent(String kind) -> kinds.add(kind);
            case DateReached _ -> {}
        }
    }

    void milestones(Collection<UUID> ids) {
        ids.forEach(id -> milestones.add(new MilestoneId(id)));
    }

    void project(UUID project) {
        projects.add(project);
    }

    /** The facts for each of the funds; what is told of milestones meanwhile waits for the end of the transaction. */
    Map<UUID, Facts> loadForDeciding(Connection connection, Map<UUID, Optional<Fund>> funds) throws SQLException {
        return load(connection, funds, MilestoneRows.loadForDeciding(connection, milestones));
    }

    /** The facts for each of the funds, to be shown. */
    Map<UUID, Facts> load(Connection connection, Map<UUID, Optional<Fund>> funds) throws SQLException {
        return load(connection, funds, MilestoneRows.load(connection, milestones));
    }

    private Map<UUID, Facts> load(
            Connection connection, Map<UUID, Optional<Fund>> funds, Map<MilestoneId, Milestone> told)
            throws SQLException {
        Map<TrancheId, Facts.Awaited> awaited = TrancheRows.awaited(connection, tranches);
        Map<UUID, Map<String, List<String>>> documents = DocumentRows.ofFunds(connection, funds.keySet(), kinds);
        Map<UUID, Site> sites = SiteRows.load(connection, projects);
        Map<UUID, Facts> facts = new HashMap<>();
        funds.forEach((key, fund) -> facts.put(
                key, new Facts(told, awaited, documents.getOrDefault(key, Map.of()), projectsOf(fund, sites))));
        return facts;
    }

    private static Set<UUID> projectsOf(Optional<Fund> fund, Map<UUID, Site> sites) {
        Set<UUID> own = new HashSet<>();
        sites.forEach((project, site) -> {
            if (fund.filter(one -> one.programme().equals(site.programme())).isPresent()) {
                own.add(project);
            }
        });
        return own;
    }
}
