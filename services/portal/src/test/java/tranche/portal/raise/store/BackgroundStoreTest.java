package tranche.portal.raise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.raise.store.FundingEvents.call;
import static tranche.portal.raise.store.FundingEvents.drawn;
import static tranche.portal.raise.store.FundingEvents.released;
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
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.portal.raise.domain.CallBackground.Unlocked;
import tranche.portal.raise.domain.InvestorKind;
import tranche.portal.raise.domain.Positions.Position;
import tranche.portal.timeline.store.TimelineEvents;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

@DisplayName("What stands behind a call, and what an investor holds")
class BackgroundStoreTest {

    private static final Access MANAGER = access(Role.FUND_MANAGER, Scope.DEPLOYMENT);
    private static final Access INVESTOR = access(Role.INVESTOR, Scope.ofInvestor(SOVEREIGN));
    private static final UUID OTHER = UUID.randomUUID();
    private static final Access OUTSIDER = access(Role.INVESTOR, Scope.ofInvestor(UUID.randomUUID()));

    private static final UUID OWN = UUID.randomUUID();
    private static final UUID PARTNERS = UUID.randomUUID();
    private static final UUID SLICE = UUID.randomUUID();
    private static final UUID CALL = UUID.randomUUID();
    private static final TimelineEvents FAB = new TimelineEvents(PROGRAMME, UUID.randomUUID(), UUID.randomUUID());
    private static final UUID SHELL = UUID.randomUUID();

    private static HikariDataSource dataSource;

    private static Access access(Role role, Scope scope) {
        return new Access(List.of(new Grant(role, scope)));
    }

    private static Money usd(String value) {
        return Money.of("USD", value);
    }

    @BeforeAll
    static void start() throws SQLException {
        TestDatabase database = TestDatabase.create("portal");
        Database settings = new Database(
                database.url(),
                new Database.Login(database.owner(), database.ownerPassword()),
                new Database.Login(database.user(), database.password()));
        Migrations.run(settings, "portal");
        dataSource = Pool.open(settings, "portal");
        tell(dataSource, programme(PROGRAMME, "Chips", "1000"), fund(FUND, PROGRAMME, "Fund one", "USD"));
        closed(OWN, SOVEREIGN, "SOVEREIGN_FUND", "100.00");
        closed(PARTNERS, OTHER, "MANUFACTURER", "200.00");
        TimelineEvents.tell(
                dataSource, FAB.registered("Fab", "FAB", "US-AZ", "US"), FAB.planned(SHELL, "Shell", "2026-06-30"));
        tell(
                dataSource,
                tranche(SLICE, FAB.project(), "60.00", SHELL),
                call(CALL, SLICE, "60.00", "2026-06-15"),
                released(SLICE, "50.00", List.of(SHELL), List.of()),
                drawn(OWN, "100.00", "20.00", "15.00"));
    }

    private static void closed(UUID commitment, UUID investor, String kind, String amount) throws SQLException {
        tell(
                dataSource,
                investor(investor, "Investor of " + kind, kind),
                draft(commitment, FUND, PROGRAMME, investor, "USD", amount),
                submit(commitment, amount, investor),
                accept(commitment, amount),
                close(commitment, amount));
    }

    @AfterAll
    static void stop() {
        dataSource.close();
    }

    @Test
    @DisplayName(
            "R11: a call's tranche and when it was drafted are told to staff and to whoever has a part in the fund")
    void tells_the_tranche_by_name_to_whoever_has_a_part_in_the_fund() {
        CallBackgroundStore background = new CallBackgroundStore(dataSource);

        for (Access access : List.of(MANAGER, INVESTOR)) {
            assertThat(background.tranche(access, SLICE).map(Unlocked::name)).contains("Slice");
            assertThat(background.tranche(access, SLICE).flatMap(Unlocked::project))
                    .contains(FAB.project());
            assertThat(background.drafted(access, CALL)).isPresent();
        }
        assertThat(background.tranche(OUTSIDER, SLICE)).isEmpty();
        assertThat(background.drafted(OUTSIDER, CALL)).isEmpty();
        assertThat(background.drafted(MANAGER, UUID.randomUUID())).isEmpty();
    }

    @Test
    @DisplayName("R11: who bears a call is told with kind and what is uncalled, to an investor of itself alone")
    void tells_who_bears_it() {
        CallBackgroundStore background = new CallBackgroundStore(dataSource);

        assertThat(background.bearers(MANAGER, List.of(OWN, PARTNERS, UUID.randomUUID())))
                .hasSize(2)
                .hasEntrySatisfying(OWN, bearer -> assertThat(bearer.uncalled()).isEqualTo(usd("80.00")))
                .hasEntrySatisfying(
                        PARTNERS, bearer -> assertThat(bearer.kind()).isEqualTo(InvestorKind.MANUFACTURER));
        assertThat(background.bearers(INVESTOR, List.of(OWN, PARTNERS))).containsOnlyKeys(OWN);
    }

    @Test
    @DisplayName("D-44, D-11: what is built with an investor's money is its share of the fund's verified build")
    void tells_an_investor_what_it_holds_and_what_is_built_of_it() throws SQLException {
        PositionStore positions = new PositionStore(dataSource);

        assertThat(positions.own(INVESTOR)).singleElement().satisfies(held -> {
            assertThat(held.fundName()).isEqualTo("Fund one");
            assertThat(held.called()).isEqualTo(usd("20.00"));
            assertThat(held.paid()).isEqualTo(usd("15.00"));
            assertThat(held.uncalled()).isEqualTo(usd("80.00"));
            assertThat(held.ofFund()).isEqualTo(usd("300.00"));
            assertThat(held.built()).as("nothing is verified yet").isEqualTo(usd("0.00"));
        });
        TimelineEvents.tell(dataSource, FAB.achieved(SHELL, "2026-06-20", 0));
        assertThat(positions.own(INVESTOR)).extracting(Position::built).containsExactly(usd("20.00"));
        assertThat(positions.own(MANAGER)).as("holds nothing").isEmpty();
        assertThat(positions.own(OUTSIDER)).isEmpty();
    }
}
