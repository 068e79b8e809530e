package tranche.portal.timeline.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.portal.timeline.domain.Milestone;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** An empty database of the portal, and what reads projects from it. */
record TimelineViews(HikariDataSource dataSource, ProjectStore projects, ProjectHistory detail)
        implements AutoCloseable {

    static TimelineViews open() {
        TestDatabase database = TestDatabase.create("portal");
        Database settings = new Database(
                database.url(),
                new Database.Login(database.owner(), database.ownerPassword()),
                new Database.Login(database.user(), database.password()));
        Migrations.run(settings, "portal");
        HikariDataSource dataSource = Pool.open(settings, "portal");
        return new TimelineViews(dataSource, new ProjectStore(dataSource), new ProjectHistory(dataSource));
    }

    static Access access(Role role, Scope scope) {
        return new Access(List.of(new Grant(role, scope)));
    }

    static Scope ofProject(UUID project) {
        return new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(project));
    }

    Milestone milestone(Access access, UUID project, UUID id) {
        return detail.milestones(access, project, Optional.empty()).milestones().stream()
                .filter(milestone -> milestone.picture().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A programme has a name. */
    void name(UUID programme, String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into raise_programme (programme_id, name, headline, claimed, sample)
                        values (?, ?, 'USD', '2026-01-01', false)
                        """)) {
            insert.setObject(1, programme);
            insert.setString(2, name);
            insert.executeUpdate();
        }
    }

    /** An investor has committed to a programme. */
    void commit(UUID programme, UUID fund, UUID investor) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into raise_commitment (commitment_id, programme_id, fund_id, investor_id, state, currency,
                                                      amount, called, paid, restored, effective_date, date_precision,
                                                      documents, take_on, makers, version, changed_at)
                        values (?, ?, ?, ?, 'CLOSED', 'USD', 1, 0, 0, 0, '2026-01-01', 'DAY', '{}', false, '{}', 1,
                                '2026-01-01T00:00:00Z')
                        """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, programme);
            insert.setObject(3, fund);
            insert.setObject(4, investor);
            insert.executeUpdate();
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
