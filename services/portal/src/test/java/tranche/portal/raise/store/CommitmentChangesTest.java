package tranche.portal.raise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.raise.store.FundingEvents.drawn;
import static tranche.portal.raise.store.RaiseEvents.FUND;
import static tranche.portal.raise.store.RaiseEvents.PROGRAMME;
import static tranche.portal.raise.store.RaiseEvents.SOVEREIGN;
import static tranche.portal.raise.store.RaiseEvents.accept;
import static tranche.portal.raise.store.RaiseEvents.amended;
import static tranche.portal.raise.store.RaiseEvents.close;
import static tranche.portal.raise.store.RaiseEvents.draft;
import static tranche.portal.raise.store.RaiseEvents.fund;
import static tranche.portal.raise.store.RaiseEvents.investor;
import static tranche.portal.raise.store.RaiseEvents.programme;
import static tranche.portal.raise.store.RaiseEvents.received;
import static tranche.portal.raise.store.RaiseEvents.submit;
import static tranche.portal.raise.store.RaiseEvents.tell;
import static tranche.portal.raise.store.RaiseEvents.transferred;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.portal.raise.domain.Change;
import tranche.portal.raise.domain.ChangeKind;
import tranche.portal.raise.domain.Commitment;
import tranche.portal.raise.domain.CommitmentFilter;
import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.raise.domain.CommitmentStep;
import tranche.portal.raise.domain.CommitmentTotals;
import tranche.portal.raise.domain.KindTotal;
import tranche.portal.raise.domain.Ladder;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

@DisplayName("A commitment that is amended or transferred")
class CommitmentChangesTest {

    private static final UUID PENSION = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-04-01T10:00:00Z");
    private static final Access STAFF = access(Role.FUND_MANAGER, Scope.DEPLOYMENT);
    private static final Access GIVER = access(Role.INVESTOR, Scope.ofInvestor(SOVEREIGN));
    private static final Access TAKER = access(Role.INVESTOR, Scope.ofInvestor(PENSION));

    private static HikariDataSource dataSource;
    private static RaiseStore raise;
    private static CommitmentStore commitments;
    private static CommitmentHistory history;
    private static FeedStore feed;

    private final UUID given = UUID.randomUUID();
    private final UUID taken = UUID.randomUUID();

    private static Access access(Role role, Scope scope) {
        return new Access(List.of(new Grant(role, scope)));
    }

    @BeforeAll
    static void start() throws SQLException {
        TestDatabase database = TestDatabase.create("portal");
        Database.Login owner = new Database.Login(database.owner(), database.ownerPassword());
        Migrations.run(
                new Database(database.url(), owner, new Database.Login(database.user(), database.password())),
                "portal");
        dataSource = Pool.open(new Database(database.url(), owner, owner), "portal");
        raise = new RaiseStore(dataSource);
        commitments = new CommitmentStore(dataSource);
        history = new CommitmentHistory(dataSource);
        feed = new FeedStore(dataSource);
        tell(dataSource, programme(PROGRAMME, "Chips", "1000"), fund(FUND, PROGRAMME, "Fund one", "USD"));
        tell(
                dataSource,
                investor(SOVEREIGN, "Sovereign fund A", "SOVEREIGN_FUND"),
                investor(PENSION, "Pension institution B", "FINANCIAL_INSTITUTION"));
    }

    @AfterAll
    static void stop() {
        dataSource.close();
    }

    @BeforeEach
    void closed() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate raise_commitment, raise_change");
        }
        tell(
                dataSource,
                draft(given, FUND, PROGRAMME, SOVEREIGN, "USD", "100.00"),
                submit(given, "100.00", SOVEREIGN),
                accept(given, "100.00"),
                close(given, "100.00"));
    }

    private void transfer(String moved, String calledOfRest, String calledOfMoved) throws SQLException {
        tell(
                dataSource,
                drawn(given, "100.00", "30.00", "30.00"),
                transferred(given, 6, taken, PENSION, "100.00", moved, calledOfRest),
                received(taken, PENSION, given, moved, calledOfMoved));
    }

    private static Money usd(String amount) {
        return Money.of("USD", amount);
    }

    private static Ladder ladder() {
        return raise.ladders(STAFF, PROGRAMME).getFirst();
    }

    private static Actor actor(Access access) {
        return new Actor(UUID.randomUUID(), UUID.randomUUID(), access);
    }

    private static Optional<Commitment> seen(Access access, UUID commitment) {
        return history.of(actor(access), commitment, NOW);
    }

    private static CommitmentStep last(Access access, UUID commitment) {
        return history.steps(actor(access), commitment).getLast();
    }

    private static Change latest(Access access) {
        return feed.latest(access, PROGRAMME, 1).getFirst();
    }

    @Test
    void counts_with_its_new_amount_everywhere() throws SQLException {
        tell(dataSource, amended(given, "100.00", "120.00"));

        assertThat(ladder().committed()).isEqualTo(usd("120.00"));
        assertThat(raise.kinds(STAFF, PROGRAMME))
                .extracting(KindTotal::committed)
                .containsExactly(usd("120.00"));
        assertThat(seen(STAFF, given).orElseThrow().uncalled()).isEqualTo(usd("120.00"));
        CommitmentStep step = last(GIVER, given);
        assertThat(step.kind()).isEqualTo(ChangeKind.COMMITMENT_AMENDED);
        assertThat(step.before()).contains(usd("100.00"));
        assertThat(step.amount()).isEqualTo(usd("120.00"));
        assertThat(step.reason()).contains("Agreed in March");
        assertThat(latest(GIVER).moved()).contains(usd("20.00"));
    }

    @Test
    @DisplayName(
            "§5.2: a part that goes over leaves the fund's totals as they were, and takes its share of the history along")
    void goes_over_in_part() throws SQLException {
        transfer("40.00", "18.00", "12.00");

        assertThat(List.of(ladder().committed(), ladder().called(), ladder().paid()))
                .containsExactly(usd("100.00"), usd("30.00"), usd("30.00"));
        assertThat(seen(STAFF, given).orElseThrow().state()).isEqualTo(CommitmentState.CLOSED);
        assertThat(seen(STAFF, given).orElseThrow().uncalled()).isEqualTo(usd("42.00"));
        assertThat(seen(STAFF, taken).orElseThrow().uncalled()).isEqualTo(usd("28.00"));
        assertThat(raise.kinds(STAFF, PROGRAMME))
                .extracting(KindTotal::committed)
                .containsExactly(usd("60.00"), usd("40.00"));
        assertThat(raise.programme(STAFF, PROGRAMME).orElseThrow().investors()).isEqualTo(2);
    }

    @Test
    void that_went_over_whole_stays_to_be_read_and_counts_with_whoever_has_it() throws SQLException {
        transfer("100.00", "0.00", "30.00");

        Commitment old = seen(STAFF, given).orElseThrow();
        assertThat(old.state()).isEqualTo(CommitmentState.TRANSFERRED);
        assertThat(old.amount()).isEqualTo(usd("100.00"));
        assertThat(List.of(old.called(), old.uncalled(), old.unfunded())).containsExactly(usd("0"), usd("0"), usd("0"));
        assertThat(ladder().committed()).isEqualTo(usd("100.00"));
        assertThat(ladder().called()).isEqualTo(usd("30.00"));
        CommitmentTotals all = commitments.totals(STAFF, CommitmentFilter.ALL);
        assertThat(all.count()).isEqualTo(2);
        assertThat(all.byCurrency())
                .extracting(CommitmentTotals.InCurrency::amount)
                .containsExactly(usd("100.00"));
        CommitmentFilter gone = new CommitmentFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(CommitmentState.TRANSFERRED),
                Optional.empty());
        assertThat(commitments.totals(STAFF, gone).byCurrency())
                .extracting(CommitmentTotals.InCurrency::amount)
                .containsExactly(usd("100.00"));
    }

    @Test
    @DisplayName("R11: staff read both ends of a transfer; an investor reads its own end and never who is at the other")
    void names_the_other_end_to_staff_alone() throws SQLException {
        transfer("40.00", "18.00", "12.00");

        assertThat(last(STAFF, given).other()).contains(new CommitmentStep.Other(taken, "Pension institution B"));
        assertThat(last(STAFF, taken).other()).contains(new CommitmentStep.Other(given, "Sovereign fund A"));
        assertThat(latest(STAFF).other()).contains("Sovereign fund A");
        assertThat(last(GIVER, given).other()).isEmpty();
        assertThat(last(TAKER, taken).other()).isEmpty();
        assertThat(seen(GIVER, taken)).isEmpty();
        assertThat(seen(TAKER, given)).isEmpty();
        assertThat(latest(GIVER).kind()).isEqualTo(ChangeKind.COMMITMENT_TRANSFERRED);
        assertThat(latest(GIVER).moved()).contains(usd("40.00"));
        assertThat(latest(GIVER).other()).isEmpty();
        assertThat(feed.latest(TAKER, PROGRAMME, 20))
                .extracting(Change::kind)
                .doesNotContain(ChangeKind.COMMITMENT_TRANSFERRED);
        assertThat(latest(TAKER).kind()).isEqualTo(ChangeKind.COMMITMENT_TRANSFER_RECEIVED);
        assertThat(latest(TAKER).other()).isEmpty();
    }

    @Test
    @DisplayName("R11: who has not committed to anything yet is named to staff of the whole deployment alone")
    void names_a_newcomer_to_whoever_reads_all() {
        NamedInvestors names = new NamedInvestors(dataSource);
        Access ofFund = access(Role.FUND_MANAGER, Scope.ofFund(PROGRAMME, FUND));

        assertThat(names.of(STAFF, List.of(SOVEREIGN, PENSION)))
                .containsOnly(Map.entry(SOVEREIGN, "Sovereign fund A"), Map.entry(PENSION, "Pension institution B"));
        assertThat(names.of(ofFund, List.of(SOVEREIGN, PENSION))).containsOnlyKeys(SOVEREIGN);
        assertThat(names.of(GIVER, List.of(SOVEREIGN, PENSION))).containsOnlyKeys(SOVEREIGN);
        assertThat(names.of(TAKER, List.of(SOVEREIGN, PENSION))).isEmpty();
    }
}
