package tranche.flow.writer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.flow.Signal;
import tranche.flow.sql.Faults;
import tranche.world.Failpoint;
import tranche.world.ids.Ids;
import tranche.world.tasks.Tasks;
import tranche.world.time.Clock;

/**
 * Decides and commits a batch of one feature's commands in one transaction.
 *
 * <p>A batch that the database refuses is halved until the command that is to blame stands alone, so that one bad command
 * never fails its neighbours. A commit whose answer is lost is looked up before anybody is told.
 */
final class GroupCommit {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** Transactions that got in each other's way are tried again this often. */
    private static final int MOST_TRIES = 5;

    /** Pause before another try, times a number between 0 and 1 and the count of tries. */
    private static final long TRY_AGAIN_MILLIS = 20;

    private static final String STATUS = "select pg_xact_status(?::xid8)";
    private static final String OWN_ID = "select pg_current_xact_id_if_assigned()::text";

    private final String service;
    private final DataSource dataSource;
    private final Clock clock;
    private final Ids ids;
    private final Tasks tasks;
    private final Signal written;
    private final Set<Schema> knownSchemas;

    GroupCommit(
            String service,
            DataSource dataSource,
            Clock clock,
            Ids ids,
            Tasks tasks,
            Signal written,
            Set<Schema> knownSchemas) {
        this.service = service;
        this.dataSource = dataSource;
        this.clock = clock;
        this.ids = ids;
        this.tasks = tasks;
        this.written = written;
        this.knownSchemas = knownSchemas;
    }

    void pause(Duration duration) throws InterruptedException {
        tasks.sleep(duration);
    }

    /** Something decided in one transaction. */
    interface Work<T> {
        T in(OpenTransaction transaction) throws SQLException;
    }

    /** Commits a batch and tells each caller its outcome. */
    <S, C, E> void run(List<Pending<S, C, E>> batch) throws InterruptedException {
        Feature<S, C, E> feature = batch.getFirst().feature();
        List<Submission<S, C, E>> submissions =
                batch.stream().map(Pending::submission).toList();
        try {
            List<Outcome> outcomes = inTransaction(transaction -> {
                lock(transaction, submissions);
                return transaction.submit(feature, submissions);
            });
            Failpoint.at("writer.committed");
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome().complete(outcomes.get(i));
                if (i == batch.size() / 2) {
                    Failpoint.at("writer.half-told");
                }
            }
        } catch (Unavailable away) {
            LOG.warn(
                    "feature={} commands={} not committed: {}",
                    feature.name(),
                    batch.size(),
                    String.valueOf(away.getCause()));
            batch.forEach(pending -> pending.outcome().completeExceptionally(away));
        } catch (SQLException | RuntimeException failure) {
            halve(batch, failure);
        }
    }

    private <S, C, E> void halve(List<Pending<S, C, E>> batch, Exception failure) throws InterruptedException {
        if (batch.size() == 1) {
            LOG.error("feature={} a command failed", batch.getFirst().feature().name(), failure);
            batch.getFirst()
                    .outcome()
                    .completeExceptionally(new IllegalStateException("a command failed in the writer", failure));
            return;
        }
        int half = batch.size() / 2;
        run(batch.subList(0, half));
        run(batch.subList(half, batch.size()));
    }

    private static <S, C, E> void lock(OpenTransaction transaction, List<Submission<S, C, E>> submissions)
            throws SQLException {
        Set<UUID> changes = new HashSet<>();
        Set<UUID> reads = new HashSet<>();
        List<Idempotency> callers = new ArrayList<>();
        for (Submission<S, C, E> submission : submissions) {
            changes.add(submission.key());
            reads.addAll(submission.reads());
            submission.idempotency().ifPresent(callers::add);
        }
        transaction.lock(changes, reads, callers);
    }

    /**
     * Does the work and commits it, trying again where transactions got in each other's way.
     *
     * @throws Unavailable if the database is away, or if the commit's answer was lost and it was not committed
     * @throws SQLException if a statement is wrong
     */
    <T> T inTransaction(Work<T> work) throws SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException failure) {
                switch (Faults.of(failure)) {
                    case AWAY -> throw new Unavailable("the database is away", failure);
                    case SLOW -> throw new Unavailable("the database takes too long", failure);
                    case WRONG -> throw failure;
                    case CONFLICT -> {
                        if (attempt == MOST_TRIES && failure.getSQLState().startsWith("23")) {
                            throw failure;
                        }
                        if (attempt == MOST_TRIES) {
                            throw new Unavailable("the database is busy", failure);
                        }
                        tasks.sleep(Duration.ofMillis((long) (ids.chance() * TRY_AGAIN_MILLIS * attempt)));
                    }
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            OpenTransaction transaction = new OpenTransaction(service, connection, ids, clock.now(), knownSchemas);
            T result;
            Optional<String> transactionId;
            try {
                result = work.in(transaction);
                transactionId = transaction.wrote() ? ownId(connection) : Optional.empty();
                Failpoint.at("writer.before-commit");
            } catch (SQLException | RuntimeException | Error failed) {
                rollback(connection);
                throw failed;
            }
            try {
                Failpoint.during("writer.commit-sent", connection::commit);
            } catch (SQLException lost) {
                if (transactionId.isEmpty() || !wasCommitted(transactionId.get())) {
                    throw lost;
                }
            }
            transaction.committed();
            if (transaction.wrote()) {
                written.raise();
            }
            return result;
        }
    }

    private static Optional<String> ownId(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OWN_ID);
                ResultSet row = select.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getString(1));
        }
    }

    /** Asks the server on another connection what became of a commit whose answer was lost. */
    private boolean wasCommitted(String transactionId) throws SQLException {
        try (Connection other = dataSource.getConnection();
                PreparedStatement select = other.prepareStatement(STATUS)) {
            select.setString(1, transactionId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && "committed".equals(row.getString(1));
            }
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            LOG.debug("rollback on a broken connection", gone);
        }
    }
}
