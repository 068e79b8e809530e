package tranche.portal.raise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.raise.store.FundingEvents.amended;
import static tranche.portal.raise.store.FundingEvents.approved;
import static tranche.portal.raise.store.FundingEvents.call;
import static tranche.portal.raise.store.FundingEvents.drawn;
import static tranche.portal.raise.store.FundingEvents.expected;
import static tranche.portal.raise.store.FundingEvents.invested;
import static tranche.portal.raise.store.FundingEvents.issued;
import static tranche.portal.raise.store.FundingEvents.locked;
import static tranche.portal.raise.store.FundingEvents.paid;
import static tranche.portal.raise.store.FundingEvents.released;
import static tranche.portal.raise.store.FundingEvents.reversed;
import static tranche.portal.raise.store.FundingEvents.tranche;
import static tranche.portal.raise.store.RaiseEvents.FUND;
import static tranche.portal.raise.store.RaiseEvents.PROGRAMME;
import static tranche.portal.raise.store.RaiseEvents.SOVEREIGN;
import static tranche.portal.raise.store.RaiseEvents.accept;
import static tranche.portal.raise.store.RaiseEvents.close;
import static tranche.portal.raise.store.RaiseEvents.draft;
import static tranche.portal.raise.store.RaiseEvents.fund;
import static tranche.portal.raise.store.RaiseEvents.investor;
import static tranche.portal.raise.store.RaiseEvents.programme;
import static tranche.portal.raise.store.RaiseEvents.submit;
import static tranche.portal.raise.store.RaiseEvents.tell;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.portal.raise.domain.CallStage;
import tranche.portal.raise.domain.Certainty;
import tranche.portal.raise.domain.Change;
import tranche.portal.raise.domain.ChangeKind;
import tranche.portal.raise.domain.Expectation;
import tranche.portal.raise.domain.Funding;
import tranche.portal.raise.domain.Ladder;
import tranche.portal.raise.domain.TrancheState;
import tranche.portal.timeline.store.TimelineEvents;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

/** What of the raise is built, and what is still to be called. */
class FundingStoreTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-05-10");
    private static final Access MANAGER = access(Role.FUND_MANAGER, Scope.DEPLOYMENT);
    private static final Access STAKEHOLDER = access(Role.STAKEHOLDER, Scope.DEPLOYMENT);
    private static final Access INVESTOR = access(Role.INVESTOR, Scope.ofInvestor(SOVEREIGN));

    private static HikariDataSource dataSource;
    private static RaiseStore raise;
    private static FundingStore funding;
    private static FeedStore feed;

    private TimelineEvents fab = new TimelineEvents(PROGRAMME, UUID.randomUUID(), UUID.randomUUID());
    private UUID shell = UUID.randomUUID();
    private UUID tools = UUID.randomUUID();
    private UUID slice = UUID.randomUUID();

    private static Access access(Role role, Scope scope) {
        return new Access(List.of(new Grant(role, scope)));
    }

    @BeforeAll
    static void start() throws SQLException {
        TestDatabase database = TestDatabase.create("portal");
        Database settings = new Database(
                database.url(),
                new Database.Login(database.owner(), database.ownerPassword()),
                new Database.Login(database.user(), database.password()));
        Migrations.run(settings, "portal");
        dataSource = Pool.open(
                new Database(
                        database.url(),
                        new Database.Login(database.owner(), database.ownerPassword()),
                        new Database.Login(database.owner(), database.ownerPassword())),
                "portal");
        raise = new RaiseStore(dataSource);
        funding = new FundingStore(dataSource);
        feed = new FeedStore(dataSource);
        tell(dataSource, programme(PROGRAMME, "Chips", "1000"), fund(FUND, PROGRAMME, "Fund one", "USD"));
        tell(dataSource, investor(SOVEREIGN, "Sovereign fund A", "SOVEREIGN_FUND"));
    }

    @AfterAll
    static void stop() {
        dataSource.close();
    }

    @BeforeEach
    void fresh() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate raise_tranche, raise_call, raise_investment, raise_commitment, raise_change,"
                    + " timeline_project, timeline_milestone, timeline_evidence, timeline_change");
        }
        TimelineEvents.tell(
                dataSource,
                fab.registered("Fab 1", "FAB", "US-NY", "US"),
                fab.planned(shell, "Shell", "2026-06-30"),
                fab.planned(tools, "Tools", "2026-12-31"));
    }

    private void verify(UUID milestone) throws SQLException {
        TimelineEvents.tell(dataSource, fab.claimed(milestone, "2026-06-01"), fab.achieved(milestone, "2026-06-01", 0));
    }

    private static Money usd(String amount) {
        return Money.of("USD", amount);
    }

    private static Ladder ladder(Access access) {
        return raise.ladders(access, PROGRAMME).getFirst();
    }

    @Test
    @DisplayName("D-44: verified build is what is released by tranches whose milestones are all verified")
    void counts_as_verified_build_once_all_milestones_are_verified() throws SQLException {
        verify(shell);
        tell(dataSource, tranche(slice, fab.project(), "60.00", shell, tools), locked(slice));
        assertThat(ladder(MANAGER).verified()).as("locked").isEqualTo(usd("0"));

        tell(dataSource, released(slice, "60.00", List.of(shell, tools), List.of()));
        assertThat(ladder(MANAGER).verified()).as("one of two is verified").isEqualTo(usd("0"));

        verify(tools);
        assertThat(ladder(MANAGER).verified()).isEqualTo(usd("60.00"));
        assertThat(ladder(STAKEHOLDER).verified()).as("the total is published").isEqualTo(usd("60.00"));
    }

    @Test
    @DisplayName("D-44: what a waiver released is told apart, until the milestone is verified after all")
    void moves_from_waiver_to_verified_build() throws SQLException {
        tell(dataSource, tranche(slice, fab.project(), "60.00", shell));
        tell(dataSource, released(slice, "60.00", List.of(shell), List.of(shell)));

        assertThat(ladder(MANAGER).byWaiver()).isEqualTo(usd("60.00"));
        assertThat(ladder(MANAGER).verified()).isEqualTo(usd("0"));

        verify(shell);
        assertThat(ladder(MANAGER).byWaiver()).isEqualTo(usd("0"));
        assertThat(ladder(MANAGER).verified()).isEqualTo(usd("60.00"));
    }

    @Test
    @DisplayName("D-44: a release whose conditions name no milestone is never verified build")
    void is_released_without_milestone_once_they_are_amended_away() throws SQLException {
        tell(dataSource, tranche(slice, fab.project(), "60.00", shell));
        tell(dataSource, amended(slice), released(slice, "60.00", List.of(), List.of()));

        assertThat(ladder(MANAGER).withoutMilestone()).isEqualTo(usd("60.00"));
        assertThat(ladder(MANAGER).verified()).isEqualTo(usd("0"));
        assertThat(ladder(MANAGER).byWaiver()).isEqualTo(usd("0"));
    }

    @Test
    @DisplayName("I-9: a verification or a call that is taken back takes its money off verified build")
    void falls_back_with_what_it_rests_on() throws SQLException {
        verify(shell);
        UUID call = UUID.randomUUID();
        tell(dataSource, tranche(slice, fab.project(), "60.00", shell));
        tell(dataSource, call(call, slice, "60.00", "2026-06-15"), issued(call, slice, "60.00"));
        tell(dataSource, released(slice, "60.00", List.of(shell), List.of()));
        assertThat(ladder(MANAGER).verified()).isEqualTo(usd("60.00"));

        TimelineEvents.tell(dataSource, fab.revoked(shell));
        assertThat(ladder(MANAGER).verified()).isEqualTo(usd("0"));

        verify(shell);
        tell(dataSource, reversed(call, slice, "60.00"));
        assertThat(ladder(MANAGER).verified()).isEqualTo(usd("0"));
    }

    @Test
    @DisplayName("§11.1: called and paid are what calls have drawn, invested what went into projects")
    void follows_the_money_step_by_step() throws SQLException {
        UUID commitment = UUID.randomUUID();
        tell(
                dataSource,
                draft(commitment, FUND, PROGRAMME, SOVEREIGN, "USD", "100.00"),
                submit(commitment, "100.00", SOVEREIGN),
                accept(commitment, "100.00"),
                close(commitment, "100.00"));
        tell(dataSource, drawn(commitment, "100.00", "30.00", "20.00"), invested(fab.project(), "15.00"));

        Ladder ladder = ladder(MANAGER);
        assertThat(List.of(ladder.committed(), ladder.called(), ladder.paid(), ladder.invested()))
                .containsExactly(usd("100.00"), usd("30.00"), usd("20.00"), usd("15.00"));
    }

    @Test
    void expects_calls_by_quarter_and_by_what_unlocks_them() throws SQLException {
        UUID late = UUID.randomUUID();
        UUID open = UUID.randomUUID();
        UUID draft = UUID.randomUUID();
        tell(dataSource, tranche(slice, fab.project(), "60.00", shell), locked(slice));
        tell(dataSource, tranche(late, fab.project(), "40.00", tools), locked(late));
        tell(dataSource, expected(slice, "2026-08-01", "60.00"), expected(late, "2027-02-01", "40.00"));
        tell(dataSource, call(open, null, "20.00", "2026-04-01"), issued(open, null, "20.00"), paid(open, "5.00"));
        tell(dataSource, call(draft, null, "7.00", "2026-06-01"));
        TimelineEvents.tell(dataSource, fab.forecast(tools, "2026-12-31", "2027-01-31", 31, "NONE"));

        assertThat(funding.expectations(MANAGER, PROGRAMME, TODAY))
                .containsExactlyInAnyOrder(
                        new Expectation(LocalDate.parse("2026-04-01"), Certainty.ISSUED, usd("15.00")),
                        new Expectation(LocalDate.parse("2026-04-01"), Certainty.UNLOCKED, usd("7.00")),
                        new Expectation(LocalDate.parse("2026-07-01"), Certainty.ON_PLAN, usd("60.00")),
                        new Expectation(LocalDate.parse("2027-01-01"), Certainty.AT_RISK, usd("40.00")));
        assertThat(funding.of(MANAGER, List.of(shell, tools), Set.of(TrancheState.LOCKED)))
                .containsEntry(shell, List.of(usd("60.00")))
                .containsEntry(tools, List.of(usd("40.00")));
        assertThat(funding.ofSites(MANAGER, PROGRAMME)).containsEntry(fab.project(), List.of(usd("100.00")));
    }

    @Test
    void is_at_risk_by_what_is_gone_from_the_plan_and_not_by_what_is_late_but_waived() throws SQLException {
        UUID gone = UUID.randomUUID();
        tell(dataSource, tranche(slice, fab.project(), "60.00", shell), locked(slice));
        tell(dataSource, tranche(gone, fab.project(), "40.00", tools), locked(gone));
        tell(dataSource, expected(slice, "2026-08-01", "60.00"), expected(gone, "2026-11-01", "40.00"));
        TimelineEvents.tell(
                dataSource,
                fab.forecast(shell, "2026-06-30", "2026-07-31", 31, "NONE"),
                fab.waived(shell, "2027-01-31"),
                fab.removed(tools));

        assertThat(funding.expectations(MANAGER, PROGRAMME, TODAY))
                .containsExactlyInAnyOrder(
                        new Expectation(LocalDate.parse("2026-07-01"), Certainty.ON_PLAN, usd("60.00")),
                        new Expectation(LocalDate.parse("2026-10-01"), Certainty.AT_RISK, usd("40.00")));
    }

    @Test
    void names_drafts_to_whoever_approves_and_what_is_approved_to_whoever_issues_it() throws SQLException {
        UUID draft = UUID.randomUUID();
        UUID open = UUID.randomUUID();
        UUID approved = UUID.randomUUID();
        tell(dataSource, call(draft, null, "7.00", "2026-06-01"));
        tell(dataSource, call(approved, null, "9.00", "2026-06-01"), approved(approved, "9.00"));
        tell(dataSource, call(open, null, "20.00", "2026-06-01"), issued(open, null, "20.00"));

        assertThat(funding.drafts(access(Role.APPROVER, Scope.DEPLOYMENT), PROGRAMME))
                .containsExactly(new Funding.Drafts(CallStage.DRAFT, 1, usd("7.00"), draft));
        assertThat(funding.drafts(MANAGER, PROGRAMME))
                .containsExactly(new Funding.Drafts(CallStage.APPROVED, 1, usd("9.00"), approved));
        for (Access other : List.of(access(Role.AUDITOR, Scope.DEPLOYMENT), STAKEHOLDER, INVESTOR, Access.NONE)) {
            assertThat(funding.drafts(other, PROGRAMME)).isEmpty();
        }
    }

    @Test
    @DisplayName("R11: what a fund is to call is told to whoever reads it whole and to nobody else")
    void tells_expectations_to_staff_alone() throws SQLException {
        tell(dataSource, tranche(slice, fab.project(), "60.00", shell), locked(slice));
        tell(dataSource, expected(slice, "2026-08-01", "60.00"));
        Access foreign = access(Role.FUND_MANAGER, Scope.ofFund(PROGRAMME, UUID.randomUUID()));

        for (Access access : List.of(STAKEHOLDER, INVESTOR, foreign, Access.NONE)) {
            assertThat(funding.expectations(access, PROGRAMME, TODAY)).isEmpty();
            assertThat(funding.of(access, List.of(shell), Set.of(TrancheState.LOCKED)))
                    .isEmpty();
            assertThat(funding.ofSites(access, PROGRAMME)).isEmpty();
        }
    }

    private static List<ChangeKind> told(Access access) {
        return feed.latest(access, PROGRAMME, 20).stream().map(Change::kind).toList();
    }

    @Test
    @DisplayName(
            "R11: calls and investments of a fund are told to its staff, a release to whoever follows the programme")
    void tells_calls_to_staff_and_releases_to_all() throws SQLException {
        UUID commitment = UUID.randomUUID();
        UUID call = UUID.randomUUID();
        tell(
                dataSource,
                draft(commitment, FUND, PROGRAMME, SOVEREIGN, "USD", "100.00"),
                tranche(slice, fab.project(), "60.00", shell),
                call(call, slice, "60.00", "2026-06-15"),
                issued(call, slice, "60.00"),
                released(slice, "60.00", List.of(shell), List.of()),
                invested(fab.project(), "15.00"));

        assertThat(told(MANAGER))
                .containsExactly(
                        ChangeKind.INVESTMENT_MADE,
                        ChangeKind.TRANCHE_RELEASED,
                        ChangeKind.CAPITAL_CALL_ISSUED,
                        ChangeKind.CAPITAL_CALL_DRAFTED,
                        ChangeKind.COMMITMENT_DRAFTED);
        assertThat(told(STAKEHOLDER)).containsExactly(ChangeKind.TRANCHE_RELEASED);
        assertThat(told(INVESTOR)).containsExactly(ChangeKind.TRANCHE_RELEASED, ChangeKind.COMMITMENT_DRAFTED);
        assertThat(feed.latest(MANAGER, PROGRAMME, 20).get(1).tranche()).contains("Slice");
    }
}
