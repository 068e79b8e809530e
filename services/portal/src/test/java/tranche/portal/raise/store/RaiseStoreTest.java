package tranche.portal.raise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tranche.portal.raise.store.RaiseEvents.FUND;
import static tranche.portal.raise.store.RaiseEvents.MAKER;
import static tranche.portal.raise.store.RaiseEvents.PROGRAMME;
import static tranche.portal.raise.store.RaiseEvents.SOVEREIGN;
import static tranche.portal.raise.store.RaiseEvents.accept;
import static tranche.portal.raise.store.RaiseEvents.account;
import static tranche.portal.raise.store.RaiseEvents.close;
import static tranche.portal.raise.store.RaiseEvents.draft;
import static tranche.portal.raise.store.RaiseEvents.fund;
import static tranche.portal.raise.store.RaiseEvents.investor;
import static tranche.portal.raise.store.RaiseEvents.programme;
import static tranche.portal.raise.store.RaiseEvents.submit;
import static tranche.portal.raise.store.RaiseEvents.tell;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.portal.raise.domain.ChangeKind;
import tranche.portal.raise.domain.CommitmentFilter;
import tranche.portal.raise.domain.CommitmentList.Waiting;
import tranche.portal.raise.domain.CommitmentRow;
import tranche.portal.raise.domain.CommitmentSort;
import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.raise.domain.CommitmentStep;
import tranche.portal.raise.domain.Fund;
import tranche.portal.raise.domain.InvestorKind;
import tranche.portal.raise.domain.Ladder;
import tranche.portal.raise.domain.Programme;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;

class RaiseStoreTest {

    private static final UUID YEN_FUND = UUID.randomUUID();
    private static final UUID OTHER_PROGRAMME = UUID.randomUUID();
    private static final UUID OTHER_FUND = UUID.randomUUID();
    private static final UUID SUPPLIER = UUID.randomUUID();
    private static final UUID MAKERS_OTHER_ACCOUNT = UUID.randomUUID();
    private static final UUID MAKERS_PERSON = UUID.randomUUID();

    private static final Instant NOW = Instant.parse("2026-04-01T23:59:00Z");

    private static final Access MANAGER = access(Role.FUND_MANAGER, Scope.DEPLOYMENT);

    private static HikariDataSource dataSource;
    private static RaiseStore raise;
    private static CommitmentStore commitments;
    private static CommitmentHistory history;
    private static FeedStore feed;

    private static UUID closed;
    private static UUID submitted;
    private static UUID drafted;
    private static UUID yen;
    private static UUID elsewhere;

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
        dataSource = Pool.open(settings, "portal");
        raise = new RaiseStore(dataSource);
        commitments = new CommitmentStore(dataSource);
        history = new CommitmentHistory(dataSource);
        feed = new FeedStore(dataSource);
        tell(dataSource, programme(PROGRAMME, "Chips", "7000000000000"), fund(FUND, PROGRAMME, "Fund one", "USD"));
        tell(dataSource, fund(YEN_FUND, PROGRAMME, "Fund two", "JPY"));
        tell(
                dataSource,
                programme(OTHER_PROGRAMME, "Elsewhere", "1"),
                fund(OTHER_FUND, OTHER_PROGRAMME, "Fund three", "USD"));
        closed = UUID.randomUUID();
        submitted = UUID.randomUUID();
        drafted = UUID.randomUUID();
        yen = UUID.randomUUID();
        elsewhere = UUID.randomUUID();
        // A fund's events may come before the investor's they name.
        tell(
                dataSource,
                draft(closed, FUND, PROGRAMME, SOVEREIGN, "USD", "100.00"),
                submit(closed, "100.00", SOVEREIGN));
        tell(dataSource, accept(closed, "100.00"), close(closed, "100.00"));
        tell(
                dataSource,
                draft(submitted, FUND, PROGRAMME, SUPPLIER, "USD", "40.00"),
                submit(submitted, "40.00", SUPPLIER));
        tell(dataSource, draft(drafted, FUND, PROGRAMME, SOVEREIGN, "USD", "7.00"));
        tell(dataSource, draft(yen, YEN_FUND, PROGRAMME, SUPPLIER, "JPY", "5000"));
        tell(dataSource, draft(elsewhere, OTHER_FUND, OTHER_PROGRAMME, SUPPLIER, "USD", "1.00"));
        tell(
                dataSource,
                investor(SOVEREIGN, "Sovereign fund A", "SOVEREIGN_FUND"),
                investor(SUPPLIER, "Supplier B", "ENERGY_SUPPLIER"));
        tell(dataSource, account(MAKER, MAKERS_PERSON), account(MAKERS_OTHER_ACCOUNT, MAKERS_PERSON));
    }

    @AfterAll
    static void stop() {
        dataSource.close();
    }

    private static List<UUID> ids(Access access, CommitmentFilter filter, CommitmentSort sort) {
        return commitments.page(access, filter, sort, Optional.empty(), 50).rows().stream()
                .map(CommitmentRow::id)
                .toList();
    }

    private static List<UUID> ids(Access access) {
        return ids(access, CommitmentFilter.ALL, CommitmentSort.DEFAULT);
    }

    @Test
    @DisplayName("§11.1: each step of the ladder is its own number, in its own currency")
    void adds_up_the_ladder() {
        List<Ladder> ladders = raise.ladders(MANAGER, PROGRAMME);

        assertThat(ladders).hasSize(2);
        assertThat(ladders.getFirst().committed()).isEqualTo(Money.of("USD", "100"));
        assertThat(ladders.getFirst().indicated()).isEqualTo(Money.of("USD", "47"));
        assertThat(ladders.getFirst().accepted()).isEqualTo(Money.of("USD", "0"));
        assertThat(ladders.getLast().indicated()).isEqualTo(Money.of("JPY", "5000"));
    }

    @Test
    void lists_all_to_a_manager_the_largest_first_within_each_currency() {
        assertThat(ids(MANAGER)).containsExactly(yen, closed, submitted, drafted, elsewhere);
    }

    @Test
    void sorts_by_each_column_in_both_directions_and_pages_without_a_gap() {
        for (CommitmentSort.Column column : CommitmentSort.Column.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                CommitmentSort sort = new CommitmentSort(column, descending);
                List<UUID> paged = new ArrayList<>();
                Optional<String> after = Optional.empty();
                do {
                    var page = commitments.page(MANAGER, CommitmentFilter.ALL, sort, after, 2);
                    page.rows().forEach(row -> paged.add(row.id()));
                    after = page.next();
                } while (after.isPresent());

                assertThat(paged).as(sort.code()).isEqualTo(ids(MANAGER, CommitmentFilter.ALL, sort));
                assertThat(paged).hasSize(5).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void refuses_a_cursor_of_another_order() {
        String cursor = commitments
                .page(MANAGER, CommitmentFilter.ALL, CommitmentSort.DEFAULT, Optional.empty(), 1)
                .next()
                .orElseThrow();
        CommitmentSort other = new CommitmentSort(CommitmentSort.Column.FUND, false);

        assertThatThrownBy(() -> commitments.page(MANAGER, CommitmentFilter.ALL, other, Optional.of(cursor), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filters_by_kind_state_and_part_of_a_name() {
        CommitmentFilter kind = new CommitmentFilter(
                Optional.of(PROGRAMME),
                Optional.empty(),
                Optional.of(InvestorKind.ENERGY_SUPPLIER),
                Optional.empty(),
                Optional.empty());
        CommitmentFilter name = new CommitmentFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(CommitmentState.DRAFT),
                Optional.of("sovereign FUND"));

        assertThat(ids(MANAGER, kind, CommitmentSort.DEFAULT)).containsExactly(yen, submitted);
        assertThat(ids(MANAGER, name, CommitmentSort.DEFAULT)).containsExactly(drafted);
    }

    @Test
    @DisplayName("R11: an investor sees its own commitments and no other's, in lists, totals and details")
    void cuts_to_an_investors_own() {
        Access own = access(Role.INVESTOR, Scope.ofInvestor(SUPPLIER));
        Actor actor = new Actor(UUID.randomUUID(), UUID.randomUUID(), own);

        assertThat(ids(own)).containsExactlyInAnyOrder(yen, submitted, elsewhere);
        assertThat(commitments.totals(own, CommitmentFilter.ALL).count()).isEqualTo(3);
        assertThat(history.of(actor, closed, NOW)).isEmpty();
        assertThat(history.steps(actor, closed)).isEmpty();
        assertThat(history.of(actor, submitted, NOW)).isPresent();
        assertThat(raise.funds(own, PROGRAMME, 10).all())
                .as("its part of a fund is not the fund's figure")
                .isZero();
        assertThat(feed.latest(own, PROGRAMME, 50))
                .noneMatch(change -> change.commitment().filter(closed::equals).isPresent())
                .anyMatch(
                        change -> change.commitment().filter(submitted::equals).isPresent());
    }

    @Test
    void lists_a_fund_without_commitments_and_says_how_many_there_are() throws SQLException {
        UUID programme = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        tell(
                dataSource,
                RaiseEvents.programme(programme, "Two empty funds", "100"),
                RaiseEvents.fund(first, programme, "First", "USD"),
                RaiseEvents.fund(second, programme, "Second", "USD"));

        assertThat(raise.funds(MANAGER, programme, 1).shown())
                .extracting(Fund::id)
                .containsExactly(first);
        assertThat(raise.funds(MANAGER, programme, 1).all()).isEqualTo(2);
        Access ofOne = access(Role.AUDITOR, Scope.ofFund(programme, second));
        assertThat(raise.funds(ofOne, programme, 10).shown())
                .extracting(Fund::id)
                .containsExactly(second);
    }

    @Test
    @DisplayName("R11: a stakeholder sees a programme's totals and nobody's commitment; nobody's access sees nothing")
    void shows_totals_only_to_a_stakeholder() {
        Access stakeholder = access(Role.STAKEHOLDER, Scope.DEPLOYMENT);

        assertThat(raise.programmes(stakeholder)).extracting(Programme::id).contains(PROGRAMME, OTHER_PROGRAMME);
        assertThat(raise.ladders(stakeholder, PROGRAMME).getFirst().committed()).isEqualTo(Money.of("USD", "100"));
        assertThat(ids(stakeholder)).isEmpty();
        assertThat(raise.funds(stakeholder, PROGRAMME, 10).all()).isZero();
        assertThat(feed.latest(stakeholder, PROGRAMME, 50))
                .isNotEmpty()
                .allMatch(change -> change.commitment().isEmpty());
        assertThat(raise.programmes(Access.NONE)).isEmpty();
        assertThat(ids(Access.NONE)).isEmpty();
        assertThat(ids(access(Role.ADMIN, Scope.DEPLOYMENT))).isEmpty();
        assertThat(ids(access(Role.INVESTOR, Scope.DEPLOYMENT))).isEmpty();
    }

    @Test
    @DisplayName("R11: a manager of one fund sees that fund and its programme only")
    void cuts_to_one_fund() {
        Access ofOther = access(Role.FUND_MANAGER, Scope.ofFund(OTHER_PROGRAMME, OTHER_FUND));

        assertThat(ids(ofOther)).containsExactly(elsewhere);
        assertThat(raise.programmes(ofOther)).extracting(Programme::id).containsExactly(OTHER_PROGRAMME);
        assertThat(raise.ladders(ofOther, PROGRAMME)).isEmpty();
    }

    @Test
    @DisplayName("D-1: nothing waits for the person who made it, under any account")
    void counts_what_waits_by_person() {
        Access approver = access(Role.APPROVER, Scope.DEPLOYMENT);
        Actor other = new Actor(UUID.randomUUID(), UUID.randomUUID(), approver);
        Actor maker = new Actor(MAKERS_OTHER_ACCOUNT, MAKERS_PERSON, approver);

        assertThat(waiting(other, PROGRAMME))
                .contains(new Waiting(PROGRAMME, "Chips", 1, List.of(Money.of("USD", "40.00")), 0));
        assertThat(commitments.waitingFor(maker, NOW)).isEmpty();
        assertThat(history.of(maker, submitted, NOW).orElseThrow().madeByCaller())
                .isTrue();
        assertThat(history.of(other, submitted, NOW).orElseThrow().madeByCaller())
                .isFalse();
    }

    private static Optional<Waiting> waiting(Actor actor, UUID programme) {
        return commitments.waitingFor(actor, NOW).stream()
                .filter(waiting -> waiting.programme().equals(programme))
                .findFirst();
    }

    @Test
    void tells_the_history_in_order_and_marks_what_is_unverified() {
        Actor manager = new Actor(UUID.randomUUID(), UUID.randomUUID(), MANAGER);

        assertThat(history.steps(manager, closed))
                .extracting(CommitmentStep::kind)
                .containsExactly(
                        ChangeKind.COMMITMENT_DRAFTED,
                        ChangeKind.COMMITMENT_SUBMITTED,
                        ChangeKind.COMMITMENT_ACCEPTED,
                        ChangeKind.COMMITMENT_CLOSED);
        assertThat(history.of(manager, closed, NOW).orElseThrow().uncalled()).isEqualTo(Money.of("USD", "100"));
        assertThat(history.of(manager, closed, NOW).orElseThrow().unverified()).isTrue();
        assertThat(history.of(manager, drafted, NOW).orElseThrow().unverified()).isFalse();
    }

    @Test
    void counts_what_happened_since() {
        assertThat(feed.countsSince(MANAGER, PROGRAMME, Instant.EPOCH))
                .containsEntry(ChangeKind.COMMITMENT_CLOSED, 1)
                .containsEntry(ChangeKind.COMMITMENT_DRAFTED, 4);
        assertThat(feed.countsSince(MANAGER, PROGRAMME, Instant.parse("2030-01-01T00:00:00Z")))
                .isEmpty();
    }
}
