package tranche.milestones.plan.reactions;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.milestones.plan.PlanRuns;

/** Runs through the plans that a batch of the service's own events is about, once for the whole batch (rule D-35). */
@Singleton
public final class PlanReactions implements Consumer {

    private final PlanRuns runs;

    PlanReactions(PlanRuns runs) {
        this.runs = runs;
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public Set<String> topics() {
        return Set.of("milestones.events");
    }

    @Override
    public Set<UUID> keys(Connection connection, List<Incoming> batch) throws SQLException {
        return runs.keys(connection, Causes.in(batch).projects());
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        Causes causes = Causes.in(batch);
        if (!causes.projects().isEmpty()) {
            runs.run(
                    transaction,
                    causes.projects(),
                    causes.all(),
                    told -> causes.trace(told.reforecast().causes()));
        }
    }
}
