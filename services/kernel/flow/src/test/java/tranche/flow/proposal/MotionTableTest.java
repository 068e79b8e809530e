package tranche.flow.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.proposal.Content;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposedCommand;
import tranche.values.register.Version;

/** What is proposed about counters: that they shall stand at another number. */
class MotionTableTest {

    private static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final Actor ANA = person();
    private static final Actor BEN = person();
    private static final TestDatabase DATABASE = TestDatabase.create("tally");
    private static final MotionTable<Integer> TABLE =
            new MotionTable<>("select m.* from counter_motion m", "counter_id", row -> row.getInt("target"));

    private record Counter(UUID id, int stands, Version version) {

        static Counter at(UUID id, int stands, int version) {
            return new Counter(id, stands, new Version(version, TODAY, NOW.plusSeconds(version)));
        }
    }

    @BeforeAll
    static void open() throws SQLException {
        var settings = new Database(
                DATABASE.url(),
                new Database.Login(DATABASE.owner(), DATABASE.ownerPassword()),
                new Database.Login(DATABASE.user(), DATABASE.password()));
        Migrations.run(settings, "tally", "proposal");
        try (Connection owner = DATABASE.asOwner();
                Statement create = owner.createStatement()) {
            create.execute("create table counter_motion (proposal_id uuid primary key, counter_id uuid, target int)");
            create.execute("grant select, insert on counter_motion to " + DATABASE.user());
        }
    }

    private static Actor person() {
        return new Actor(
                UUID.randomUUID(), UUID.randomUUID(), new Access(List.of(new Grant(Role.APPROVER, Scope.DEPLOYMENT))));
    }

    private static Content content(int target, Counter counter) {
        return Content.shown(Map.of("stands", counter.stands(), "target", target));
    }

    private static Proposal proposed(Connection connection, Counter counter, int target) throws SQLException {
        Proposal made = Proposal.of(
                UUID.randomUUID(),
                new ProposedCommand("TURN", "counter"),
                counter.id(),
                Set.of(Scope.DEPLOYMENT),
                content(target, counter),
                ANA,
                NOW);
        ProposalRows.insert(connection, made);
        try (PreparedStatement insert = connection.prepareStatement("insert into counter_motion values (?, ?, ?)")) {
            insert.setObject(1, made.id());
            insert.setObject(2, counter.id());
            insert.setInt(3, target);
            insert.executeUpdate();
        }
        return made;
    }

    private static Content now(Connection connection, Proposal made) throws SQLException {
        return ProposalRows.find(connection, made.id()).orElseThrow().content();
    }

    private static void restate(Connection connection, Counter... versions) throws SQLException {
        TABLE.restate(connection, List.of(versions), Counter::id, Counter::version, MotionTableTest::content);
    }

    @Test
    void is_found_by_its_proposal() throws SQLException {
        try (Connection connection = DATABASE.asService()) {
            Counter counter = Counter.at(UUID.randomUUID(), 1, 1);
            Proposal seven = proposed(connection, counter, 7);
            proposed(connection, counter, 8);

            assertThat(TABLE.find(connection, seven.id())).isEqualTo(7);
        }
    }

    @Test
    @DisplayName(
            "D-6: what waits is about the last version of its object, and what is answered or lapsed stays as it was")
    void what_waits_follows_its_object() throws SQLException {
        try (Connection connection = DATABASE.asService()) {
            Counter counter = Counter.at(UUID.randomUUID(), 1, 1);
            Proposal waiting = proposed(connection, counter, 7);
            Proposal answered = proposed(connection, counter, 8);
            Proposal elsewhere = proposed(connection, Counter.at(UUID.randomUUID(), 1, 1), 9);
            Decision<Proposal> no = answered.reject(BEN, "no", OptionalLong.empty(), NOW);
            ProposalRows.answer(
                    connection, ((Decision.Accepted<Proposal>) no).events().getFirst());
            Counter last = Counter.at(counter.id(), 3, 3);

            restate(connection, Counter.at(counter.id(), 2, 2), last);

            assertThat(now(connection, waiting)).isEqualTo(content(7, last));
            assertThat(now(connection, answered)).isEqualTo(answered.content());
            assertThat(now(connection, elsewhere)).isEqualTo(elsewhere.content());
            assertThat(TABLE.waiting(connection, List.of(counter.id()), NOW))
                    .containsExactly(new MotionTable.Waiting<>(waiting.id(), counter.id(), 7));
            assertThat(TABLE.waiting(connection, List.of(counter.id()), waiting.expiresAt()))
                    .isEmpty();
        }
    }

    @Test
    void a_first_version_has_nothing_that_waits() throws SQLException {
        try (Connection connection = DATABASE.asService()) {
            Counter counter = Counter.at(UUID.randomUUID(), 1, 1);
            Proposal waiting = proposed(connection, counter, 7);

            restate(connection, Counter.at(counter.id(), 5, 1));

            assertThat(now(connection, waiting)).isEqualTo(waiting.content());
        }
    }
}
