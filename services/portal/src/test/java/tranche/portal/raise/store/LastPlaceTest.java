package tranche.portal.raise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.raise.store.RaiseEvents.FUND;
import static tranche.portal.raise.store.RaiseEvents.PROGRAMME;
import static tranche.portal.raise.store.RaiseEvents.SOVEREIGN;
import static tranche.portal.raise.store.RaiseEvents.checked;
import static tranche.portal.raise.store.RaiseEvents.draft;
import static tranche.portal.raise.store.RaiseEvents.fund;
import static tranche.portal.raise.store.RaiseEvents.investor;
import static tranche.portal.raise.store.RaiseEvents.programme;
import static tranche.portal.raise.store.RaiseEvents.submit;
import static tranche.portal.raise.store.RaiseEvents.suspended;
import static tranche.portal.raise.store.RaiseEvents.tell;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** By which an open page knows that it has to ask again, and by which nobody learns of what is not theirs. */
class LastPlaceTest {

    private static final UUID SUPPLIER = UUID.randomUUID();
    private static final UUID SOVEREIGNS = UUID.randomUUID();
    private static final UUID SUPPLIERS = UUID.randomUUID();

    private static final Access APPROVER = access(Role.APPROVER, Scope.ofProgramme(PROGRAMME));
    private static final Access OWN = access(Role.INVESTOR, Scope.ofInvestor(SUPPLIER));
    private static final Access STRANGER = access(Role.APPROVER, Scope.ofProgramme(UUID.randomUUID()));

    private static final LocalDate UNTIL = LocalDate.parse("2026-12-31");

    private static HikariDataSource dataSource;
    private static FeedStore feed;

    @BeforeAll
    static void start() throws SQLException {
        TestDatabase database = TestDatabase.create("portal");
        Database settings = new Database(
                database.url(),
                new Database.Login(database.owner(), database.ownerPassword()),
                new Database.Login(database.user(), database.password()));
        Migrations.run(settings, "portal");
        dataSource = Pool.open(settings, "portal");
        feed = new FeedStore(dataSource);
        tell(
                dataSource,
                programme(PROGRAMME, "Chips", "7000000000000"),
                fund(FUND, PROGRAMME, "Fund one", "USD"),
                investor(SOVEREIGN, "Sovereign fund A", "SOVEREIGN_FUND"),
                investor(SUPPLIER, "Supplier B", "ENERGY_SUPPLIER"),
                draft(SOVEREIGNS, FUND, PROGRAMME, SOVEREIGN, "USD", "100.00"),
                draft(SUPPLIERS, FUND, PROGRAMME, SUPPLIER, "USD", "7.00"));
    }

    @AfterAll
    static void stop() {
        dataSource.close();
    }

    private static Access access(Role role, Scope scope) {
        return new Access(List.of(new Grant(role, scope)));
    }

    /** Whether the page of the supplier's commitment asks again once that has happened. */
    private static boolean moves(Access reader, SpecificRecord event) throws SQLException {
        long before = feed.lastPlace(reader, SUPPLIERS);
        tell(dataSource, event);
        return feed.lastPlace(reader, SUPPLIERS) > before;
    }

    /** Whether the reader's list asks again once that has happened. */
    private static boolean movesList(Access reader, SpecificRecord event) throws SQLException {
        long before = feed.lastPlace(reader);
        tell(dataSource, event);
        return feed.lastPlace(reader) > before;
    }

    @Test
    void moves_with_the_commitment_itself() throws SQLException {
        assertThat(moves(OWN, submit(SUPPLIERS, "7.00", SUPPLIER))).isTrue();
        assertThat(movesList(OWN, submit(SUPPLIERS, "7.00", SUPPLIER))).isTrue();
    }

    @Test
    void moves_with_the_checks_and_the_standing_of_its_investor() throws SQLException {
        assertThat(moves(APPROVER, checked(SUPPLIER, "CLEARED", UNTIL))).isTrue();
        assertThat(moves(OWN, checked(SUPPLIER, "LAPSED", UNTIL))).isTrue();
        assertThat(moves(APPROVER, suspended(SUPPLIER, "A licence was withdrawn")))
                .isTrue();
        assertThat(movesList(OWN, suspended(SUPPLIER, "A licence was withdrawn")))
                .isTrue();
        assertThat(moves(APPROVER, checked(SOVEREIGN, "CLEARED", UNTIL))).isFalse();
    }

    @Test
    void moves_with_what_leaves_less_room_for_it_where_all_of_the_fund_is_read() throws SQLException {
        assertThat(moves(APPROVER, submit(SOVEREIGNS, "100.00", SOVEREIGN))).isTrue();
        assertThat(moves(OWN, submit(SOVEREIGNS, "100.00", SOVEREIGN))).isFalse();
        assertThat(movesList(OWN, submit(SOVEREIGNS, "100.00", SOVEREIGN))).isFalse();
    }

    @Test
    void is_nowhere_for_whoever_may_not_see_it() {
        assertThat(feed.lastPlace(STRANGER, SUPPLIERS)).isZero();
        assertThat(feed.lastPlace(STRANGER)).isZero();
    }
}
