package tranche.commitments.drawdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.milestone.domain.Achievement;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.commitments.milestone.store.MilestoneRows;
import tranche.flow.Flow;
import tranche.values.actor.Maker;

/** A milestone of which something is told just when a tranche begins to wait for it. */
class ToldMeanwhileTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;
    private static CallDesk desk;

    @BeforeAll
    static void start() throws IOException {
        service = new CommitmentsProcess(data);
        desk = new CallDesk(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Milestone achieved(Milestone milestone) {
        var verifier = new Maker(UUID.randomUUID(), UUID.randomUUID());
        return milestone.after(new MilestoneNews.Achieved(
                milestone.id(),
                "ACHIEVED",
                new Achievement(CallDesk.today(), CallDesk.today(), Set.of(verifier), List.of(), UUID.randomUUID()),
                0));
    }

    private static int waitingForLocks() throws SQLException {
        try (Connection connection = service.database.asOwner();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    @DisplayName("D-5: an approval waits for what is being told of its milestone, and rests on it")
    void an_approval_misses_nothing_that_is_told_meanwhile() {
        Milestone milestone = new KeptMilestones(service).planned(desk.programme());
        Reply draft = desk.made(
                CallDesk.MANAGER,
                "/tranches",
                "{'fundId': '" + desk.fund(0, "100.00").id() + "', 'name': 'Shell', 'amount': " + CallDesk.usd("60.00")
                        + ", 'conditions': [{'type': 'MILESTONE_VERIFIED', 'milestoneId': '" + milestone.id()
                        + "'}]}");

        CompletableFuture<Reply> approval = service.bean(Flow.class).writers().together(transaction -> {
            MilestoneRows.save(transaction.connection(), List.of(achieved(milestone)));
            var asked = CompletableFuture.supplyAsync(() -> desk.done(
                    CallDesk.APPROVER,
                    "/tranches/" + draft.id() + "/approval",
                    "{'contentHash': '" + draft.text("contentHash") + "'}"));
            await().atMost(LIMIT).until(() -> asked.isDone() || waitingForLocks() > 0);
            return asked;
        });

        assertThat(approval.join().text("state")).isEqualTo("CALL_DRAFTED");
    }
}
