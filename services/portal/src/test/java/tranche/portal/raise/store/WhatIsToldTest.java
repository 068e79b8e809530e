package tranche.portal.raise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.raise.store.RaiseEvents.FUND;
import static tranche.portal.raise.store.RaiseEvents.PROGRAMME;
import static tranche.portal.raise.store.RaiseEvents.SOVEREIGN;
import static tranche.portal.raise.store.RaiseEvents.draft;
import static tranche.portal.raise.store.RaiseEvents.effective;
import static tranche.portal.raise.store.RaiseEvents.fund;
import static tranche.portal.raise.store.RaiseEvents.investor;
import static tranche.portal.raise.store.RaiseEvents.programme;
import static tranche.portal.raise.store.RaiseEvents.suspended;
import static tranche.portal.raise.store.RaiseEvents.tell;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.FundCreated;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.portal.raise.domain.Change;
import tranche.portal.raise.domain.ChangeKind;
import tranche.portal.raise.domain.Commitment;
import tranche.portal.raise.domain.Suspension;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

/** What the feed and the page of a commitment tell to whom. */
class WhatIsToldTest {

    private static final UUID SUPPLIER = UUID.randomUUID();
    private static final UUID SOVEREIGNS = UUID.randomUUID();
    private static final UUID SOVEREIGNS_SECOND = UUID.randomUUID();
    private static final UUID SUPPLIERS = UUID.randomUUID();

    private static HikariDataSource dataSource;
    private static FeedStore feed;
    private static CommitmentHistory history;

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
        history = new CommitmentHistory(dataSource);
        FundCreated fund = FundCreated.newBuilder(fund(FUND, PROGRAMME, "Fund one", "USD"))
                .setSourceNote("Register <https://register.example/fund-one>")
                .build();
        tell(dataSource, programme(PROGRAMME, "Chips", "7000000000000"), fund);
        tell(
                dataSource,
                investor(SOVEREIGN, "Sovereign fund A", "SOVEREIGN_FUND"),
                investor(SUPPLIER, "Supplier B", "ENERGY_SUPPLIER"),
                draft(SOVEREIGNS, FUND, PROGRAMME, SOVEREIGN, "USD", "100.00"),
                draft(SOVEREIGNS_SECOND, FUND, PROGRAMME, SOVEREIGN, "USD", "20.00"),
                draft(SUPPLIERS, FUND, PROGRAMME, SUPPLIER, "USD", "7.00"));
        tell(
                dataSource,
                effective("100.00", SOVEREIGNS),
                effective("120.00", SOVEREIGNS, SOVEREIGNS_SECOND),
                effective("107.00", SOVEREIGNS, SUPPLIERS),
                suspended(SUPPLIER, "Its licence was withdrawn"));
    }

    @AfterAll
    static void stop() {
        dataSource.close();
    }

    private static Access access(Role role, Scope scope) {
        return new Access(List.of(new Grant(role, scope)));
    }

    /** The amounts of the closings, the newest first, as a reader is told them. */
    private static List<Optional<Money>> closings(Access access) {
        return feed.latest(access, PROGRAMME, 50).stream()
                .filter(change -> change.kind() == ChangeKind.CLOSING_EFFECTIVE)
                .map(Change::amount)
                .toList();
    }

    private static Optional<Money> told(String value) {
        return Optional.of(Money.of("USD", value));
    }

    private static Commitment read(Role role, Scope scope) {
        return history.of(
                        new Actor(UUID.randomUUID(), UUID.randomUUID(), access(role, scope)), SUPPLIERS, Instant.EPOCH)
                .orElseThrow();
    }

    @Test
    @DisplayName("R11: a closing of one investor is told without its amount to whoever may not see that investor's")
    void keeps_the_amount_of_one_investor_from_the_public() {
        assertThat(closings(access(Role.STAKEHOLDER, Scope.DEPLOYMENT)))
                .containsExactly(told("107"), Optional.empty(), Optional.empty());
    }

    @Test
    @DisplayName("R11: nor is it told to an investor who would only have to take away the own share")
    void keeps_the_amount_of_one_investor_from_the_only_other() {
        assertThat(closings(access(Role.INVESTOR, Scope.ofInvestor(SUPPLIER))))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(closings(access(Role.INVESTOR, Scope.ofInvestor(SOVEREIGN))))
                .containsExactly(Optional.empty(), told("120"), told("100"));
    }

    @Test
    void tells_every_amount_to_whoever_works_on_the_raise() {
        for (Role role : List.of(Role.FUND_MANAGER, Role.APPROVER, Role.AUDITOR)) {
            assertThat(closings(access(role, Scope.ofProgramme(PROGRAMME))))
                    .as(role.code())
                    .containsExactly(told("107"), told("120"), told("100"));
        }
    }

    @Test
    void tells_staff_and_nobody_else_why_an_investor_was_suspended() {
        assertThat(read(Role.FUND_MANAGER, Scope.DEPLOYMENT).suspension().flatMap(Suspension::reason))
                .contains("Its licence was withdrawn");
        assertThat(read(Role.INVESTOR, Scope.ofInvestor(SUPPLIER)).suspension()).isEmpty();
    }

    @Test
    void tells_where_a_funds_particulars_come_from() {
        assertThat(read(Role.AUDITOR, Scope.DEPLOYMENT).fundSource())
                .contains("Register <https://register.example/fund-one>");
    }
}
