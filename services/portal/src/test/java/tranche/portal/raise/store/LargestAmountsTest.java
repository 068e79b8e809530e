package tranche.portal.raise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.raise.store.RaiseEvents.FUND;
import static tranche.portal.raise.store.RaiseEvents.PROGRAMME;
import static tranche.portal.raise.store.RaiseEvents.SOVEREIGN;
import static tranche.portal.raise.store.RaiseEvents.draft;
import static tranche.portal.raise.store.RaiseEvents.fund;
import static tranche.portal.raise.store.RaiseEvents.investor;
import static tranche.portal.raise.store.RaiseEvents.programme;
import static tranche.portal.raise.store.RaiseEvents.tell;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.portal.raise.domain.CommitmentFilter;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

class LargestAmountsTest {

    private static final String GREATEST = "9".repeat(34);
    private static final Money TWICE = Money.of("USD", "1" + "9".repeat(33) + "8");
    private static final Access MANAGER = new Access(List.of(new Grant(Role.FUND_MANAGER, Scope.DEPLOYMENT)));

    @Test
    @DisplayName("D-10: two commitments of the greatest amount there is are added up like any others")
    void are_added_up() throws SQLException {
        TestDatabase database = TestDatabase.create("portal");
        Database settings = new Database(
                database.url(),
                new Database.Login(database.owner(), database.ownerPassword()),
                new Database.Login(database.user(), database.password()));
        Migrations.run(settings, "portal");
        try (HikariDataSource dataSource = Pool.open(settings, "portal")) {
            tell(
                    dataSource,
                    programme(PROGRAMME, "Chips", "7000000000000"),
                    fund(FUND, PROGRAMME, "Fund one", "USD"),
                    investor(SOVEREIGN, "Sovereign fund A", "SOVEREIGN_FUND"),
                    draft(UUID.randomUUID(), FUND, PROGRAMME, SOVEREIGN, "USD", GREATEST),
                    draft(UUID.randomUUID(), FUND, PROGRAMME, SOVEREIGN, "USD", GREATEST));

            assertThat(new CommitmentStore(dataSource)
                            .totals(MANAGER, CommitmentFilter.ALL)
                            .byCurrency())
                    .extracting(sum -> sum.amount())
                    .containsExactly(TWICE);
            assertThat(new RaiseStore(dataSource).ladders(MANAGER, PROGRAMME))
                    .extracting(ladder -> ladder.indicated())
                    .containsExactly(TWICE);
        }
    }
}
