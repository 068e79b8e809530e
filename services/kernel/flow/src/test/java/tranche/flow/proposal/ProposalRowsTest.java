package tranche.flow.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.proposal.Content;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposalState;
import tranche.values.proposal.ProposedCommand;

/** On the table that a service gets by naming the room. */
class ProposalRowsTest {

    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID SITE = new UUID(1, 2);
    private static final Scope OF_SITE = site(SITE);
    private static final Instant NOW = Instant.parse("2026-03-31T09:00:00.123456Z");
    private static final Actor ANA = with(Role.FUND_MANAGER, OF_SITE);

    private static final TestDatabase DATABASE = TestDatabase.create("tally");
    private static final Database SETTINGS = new Database(
            DATABASE.url(),
            new Database.Login(DATABASE.owner(), DATABASE.ownerPassword()),
            new Database.Login(DATABASE.user(), DATABASE.password()));

    private static HikariDataSource dataSource;

    @BeforeAll
    static void open() {
        Migrations.run(SETTINGS, "tally", "proposal");
        dataSource = Pool.open(SETTINGS, "tally");
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    private static Scope site(UUID project) {
        return new Scope(Optional.of(PROGRAMME), Optional.empty(), Optional.empty(), Optional.of(project));
    }

    private static Actor with(Role role, Scope scope) {
        return new Actor(UUID.randomUUID(), UUID.randomUUID(), new Access(List.of(new Grant(role, scope))));
    }

    private static Proposal proposed(Scope... about) throws SQLException {
        Proposal made = Proposal.of(
                UUID.randomUUID(),
                new ProposedCommand("WAIVE", "milestone"),
                UUID.randomUUID(),
                Set.of(about),
                Content.shown(Map.of("reason", "no longer needed")),
                ANA,
                NOW);
        try (Connection connection = dataSource.getConnection()) {
            ProposalRows.insert(connection, made);
        }
        return made;
    }

    private static boolean sees(Actor reader, Proposal proposal) {
        return new ProposalViews(dataSource).one(reader, proposal.id()).isPresent();
    }

    @Test
    void is_read_as_it_was_made() throws SQLException {
        Proposal made = proposed(OF_SITE, Scope.ofFund(PROGRAMME, new UUID(1, 3)));

        try (Connection connection = dataSource.getConnection()) {
            assertThat(ProposalRows.find(connection, made.id())).contains(made);
        }
    }

    @Test
    void is_read_with_its_answer_and_found_by_its_state() throws SQLException {
        Proposal made = proposed(OF_SITE);
        Actor ben = with(Role.APPROVER, OF_SITE);
        Decision<Proposal> decision = made.approve(ben, made.content().hash(), OptionalLong.of(1), NOW);
        Proposal approved = ((Decision.Accepted<Proposal>) decision).events().getFirst();
        try (Connection connection = dataSource.getConnection()) {
            ProposalRows.answer(connection, approved);
        }

        ProposalViews views = new ProposalViews(dataSource);
        assertThat(views.one(ben, made.id())).contains(approved);
        assertThat(views.list(ben, Optional.of(ProposalState.APPROVED), NOW, Optional.empty(), 500))
                .extracting(Proposal::id)
                .contains(made.id());
        assertThat(views.list(ben, Optional.of(ProposalState.PENDING), NOW, Optional.empty(), 500))
                .extracting(Proposal::id)
                .doesNotContain(made.id());
    }

    @Test
    void is_seen_by_its_maker_and_by_staff_of_all_that_it_is_about() throws SQLException {
        UUID other = new UUID(1, 4);
        Proposal ofOne = proposed(OF_SITE);
        Proposal ofTwo = proposed(OF_SITE, site(other));

        assertThat(sees(ANA, ofTwo)).isTrue();
        assertThat(sees(with(Role.APPROVER, OF_SITE), ofOne)).isTrue();
        assertThat(sees(with(Role.APPROVER, OF_SITE), ofTwo)).isFalse();
        assertThat(sees(with(Role.AUDITOR, Scope.ofProgramme(PROGRAMME)), ofTwo))
                .isTrue();
    }

    @Test
    void is_seen_neither_by_staff_of_another_project_nor_by_staff_of_a_fund_nor_by_others_of_the_project()
            throws SQLException {
        Proposal made = proposed(OF_SITE);

        assertThat(sees(with(Role.APPROVER, site(new UUID(1, 4))), made)).isFalse();
        assertThat(sees(with(Role.APPROVER, Scope.ofFund(PROGRAMME, new UUID(1, 3))), made))
                .isFalse();
        assertThat(sees(with(Role.SITE_REPORTER, OF_SITE), made)).isFalse();
    }

    @Test
    void of_a_programme_is_not_seen_by_staff_of_one_of_its_projects() throws SQLException {
        assertThat(sees(with(Role.APPROVER, OF_SITE), proposed(Scope.ofProgramme(PROGRAMME))))
                .isFalse();
    }
}
