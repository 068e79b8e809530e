package tranche.portal.raise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.raise.store.RaiseEvents.accept;
import static tranche.portal.raise.store.RaiseEvents.checked;
import static tranche.portal.raise.store.RaiseEvents.draft;
import static tranche.portal.raise.store.RaiseEvents.investor;
import static tranche.portal.raise.store.RaiseEvents.programme;
import static tranche.portal.raise.store.RaiseEvents.strict;
import static tranche.portal.raise.store.RaiseEvents.submit;
import static tranche.portal.raise.store.RaiseEvents.tell;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.portal.raise.domain.Clearance;
import tranche.portal.raise.domain.CommitmentList.Waiting;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

class WhatWaitsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    private static final Instant NOW = Instant.parse("2026-04-01T23:59:00Z");

    private static final Actor APPROVER = new Actor(
            UUID.randomUUID(), UUID.randomUUID(), new Access(List.of(new Grant(Role.APPROVER, Scope.DEPLOYMENT))));

    private static HikariDataSource dataSource;
    private static CommitmentStore commitments;
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
        commitments = new CommitmentStore(dataSource);
        history = new CommitmentHistory(dataSource);
    }

    @AfterAll
    static void stop() {
        dataSource.close();
    }

    @Test
    @DisplayName("domain §2.1: what the fund's terms or its cap would refuse does not count as waiting, and says why")
    void counts_only_what_can_be_accepted() throws SQLException {
        UUID programme = UUID.randomUUID();
        UUID fund = UUID.randomUUID();
        Map<UUID, Clearance> expected = new LinkedHashMap<>();
        tell(dataSource, programme(programme, "Strict", "900"), strict(fund, programme, "Strict fund", "100.00"));
        for (Clearance clearance : List.of(Clearance.CLEARED, Clearance.MISSING, Clearance.REFUSED, Clearance.LAPSED)) {
            UUID id = UUID.randomUUID();
            UUID investor = UUID.randomUUID();
            expected.put(id, clearance);
            tell(dataSource, investor(investor, "Checked " + clearance, "OTHER"));
            switch (clearance) {
                case REFUSED -> tell(dataSource, checked(investor, "REFUSED", TODAY.plusDays(9)));
                case LAPSED -> tell(dataSource, checked(investor, "CLEARED", TODAY.minusDays(1)));
                case CLEARED -> tell(dataSource, checked(investor, "CLEARED", TODAY));
                default -> {}
            }
            tell(
                    dataSource,
                    draft(id, fund, programme, investor, "USD", "60.00"),
                    submit(id, "60.00", investor, fund, programme));
        }

        assertThat(commitments.waitingFor(APPROVER, NOW))
                .containsExactly(new Waiting(programme, "Strict", 1, List.of(Money.of("USD", "60.00")), 3));
        expected.forEach((id, clearance) -> assertThat(
                        history.of(APPROVER, id, NOW).orElseThrow().clearance())
                .isEqualTo(clearance));
        UUID greater = UUID.randomUUID();
        UUID cleared = UUID.randomUUID();
        tell(
                dataSource,
                investor(cleared, "Greater", "OTHER"),
                checked(cleared, "CLEARED", TODAY),
                draft(greater, fund, programme, cleared, "USD", "100.01"),
                submit(greater, "100.01", cleared, fund, programme));
        assertThat(history.of(APPROVER, greater, NOW).orElseThrow().fits()).isFalse();
        assertThat(commitments.waitingFor(APPROVER, NOW).getFirst().held()).isEqualTo(4);

        UUID accepted = UUID.randomUUID();
        tell(
                dataSource,
                draft(accepted, fund, programme, cleared, "USD", "50.00"),
                submit(accepted, "50.00", cleared, fund, programme),
                accept(accepted, "50.00"));
        assertThat(commitments.waitingFor(APPROVER, NOW))
                .as("what is accepted leaves less room to the others")
                .containsExactly(new Waiting(programme, "Strict", 0, List.of(), 5));
    }
}
