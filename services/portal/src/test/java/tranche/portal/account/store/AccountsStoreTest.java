package tranche.portal.account.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.Signal;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Writer;
import tranche.flow.writer.Writers;
import tranche.portal.account.AccountCommands;
import tranche.portal.account.AccountFeature;
import tranche.portal.account.domain.Account;
import tranche.portal.account.domain.AccountBook;
import tranche.portal.account.domain.AccountCommand;
import tranche.portal.account.domain.AccountCommand.Create;
import tranche.portal.account.domain.AccountCommand.Disable;
import tranche.portal.account.domain.AccountCommand.LinkPerson;
import tranche.portal.account.domain.AccountEvent;
import tranche.portal.account.domain.AccountRefusal;
import tranche.portal.account.domain.Personal;
import tranche.portal.account.domain.Username;
import tranche.portal.grant.GrantCommands;
import tranche.portal.grant.GrantFeature;
import tranche.portal.grant.domain.GrantBook;
import tranche.portal.grant.domain.GrantCommand;
import tranche.portal.grant.domain.GrantCommand.Approve;
import tranche.portal.grant.domain.GrantCommand.Endow;
import tranche.portal.grant.domain.GrantCommand.Propose;
import tranche.portal.grant.domain.GrantCommand.Withdraw;
import tranche.portal.grant.domain.GrantEvent;
import tranche.portal.grant.domain.GrantRefusal;
import tranche.portal.grant.domain.HeldGrant;
import tranche.portal.grant.store.GrantViews;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.world.ids.RandomIds;
import tranche.world.tasks.ThreadTasks;
import tranche.world.time.SystemClock;

class AccountsStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.create("portal");
    private static final RandomIds IDS = new RandomIds();
    private static final SystemClock CLOCK = new SystemClock();
    private static final Grant ADMINISTERS = new Grant(Role.ADMIN, Scope.DEPLOYMENT);
    private static final Grant APPROVES = new Grant(Role.APPROVER, Scope.DEPLOYMENT);
    private static final Grant AUDITS = new Grant(Role.AUDITOR, Scope.DEPLOYMENT);

    private static HikariDataSource dataSource;
    private static Writers writers;
    private static Writer<AccountBook, AccountCommand, AccountEvent> accounts;
    private static Writer<GrantBook, GrantCommand, GrantEvent> grants;

    private Actor admin;
    private Actor approver;

    @BeforeAll
    static void opensTheDatabase() {
        Database database = new Database(
                DATABASE.url(),
                new Database.Login(DATABASE.owner(), DATABASE.ownerPassword()),
                new Database.Login(DATABASE.user(), DATABASE.password()));
        Migrations.run(database, "portal");
        dataSource = Pool.open(database, "portal");
        writers = new Writers(
                "portal",
                dataSource,
                CLOCK,
                IDS,
                new ThreadTasks(),
                new SimpleMeterRegistry(),
                new Signal(),
                Writers.noSchemasYet());
        accounts = writers.of(new AccountFeature(CLOCK));
        grants = writers.of(new GrantFeature(CLOCK));
    }

    @AfterAll
    static void closes() {
        writers.close();
        dataSource.close();
    }

    @BeforeEach
    void twoWhoLookAfterAccounts() {
        admin = made("admin");
        approver = made("approver");
        done(grant(admin.account(), new Endow(IDS.next(), ADMINISTERS, Actor.SYSTEM)));
        done(grant(approver.account(), new Endow(IDS.next(), APPROVES, Actor.SYSTEM)));
    }

    @Test
    void what_is_made_is_read_back_and_its_event_names_nobody() throws SQLException {
        Username username = new Username("zoe." + IDS.next());
        UUID id = IDS.next();
        done(account(
                id,
                new Create(
                        id,
                        IDS.next(),
                        username,
                        new Personal("Zoë Quartz"),
                        Optional.of(new Personal("zoe@quartz.example")),
                        admin)));

        var read = in(connection -> AccountViews.byId(connection, id)).orElseThrow();

        assertThat(read.name()).isEqualTo(new Personal("Zoë Quartz"));
        assertThat(read.email()).contains(new Personal("zoe@quartz.example"));
        Optional<Account> byName = in(connection -> AccountViews.byUsername(connection, username));
        assertThat(byName).contains(read);
        assertThat(payloads(id))
                .singleElement()
                .satisfies(payload -> assertThat(new String(payload, StandardCharsets.UTF_8))
                        .doesNotContainIgnoringCase("quartz")
                        .doesNotContainIgnoringCase("zoe"));
    }

    @Test
    void one_username_goes_to_one_of_many_who_ask_at_once() {
        Username wanted = new Username("wanted." + IDS.next());

        List<Outcome> outcomes = atOnce(Stream.generate(() -> {
                    UUID id = IDS.next();
                    return account(id, new Create(id, IDS.next(), wanted, new Personal("X"), Optional.empty(), admin));
                })
                .limit(20));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .extracting(outcome -> ((Outcome.Refused) outcome).refusal())
                .hasSize(19)
                .containsOnly(AccountRefusal.USERNAME_TAKEN);
    }

    @Test
    void a_grant_holds_once_a_second_person_has_confirmed_it() {
        Actor eva = made("eva");
        UUID id = IDS.next();
        done(grant(eva.account(), new Propose(id, AUDITS, Optional.empty(), admin)));
        assertThat(standing(eva)).isEqualTo(Access.NONE);
        HeldGrant waiting =
                in(connection -> GrantViews.byId(connection, id)).orElseThrow().grant();

        done(grant(eva.account(), new Approve(id, waiting.contentHash(), OptionalLong.empty(), approver)));

        assertThat(standing(eva).grants()).containsExactly(AUDITS);
        assertThat(in(connection -> GrantViews.byId(connection, id))
                        .orElseThrow()
                        .grant())
                .satisfies(grant -> assertThat(grant.version()).isEqualTo(2))
                .satisfies(grant -> assertThat(grant.givenBy()).contains(approver.asMaker()))
                .satisfies(grant -> assertThat(grant.proposedBy()).isEqualTo(admin.asMaker()));
    }

    @Test
    @DisplayName("reliability §9.3: the first steps end when a second person with the role signs in, and not before")
    void first_steps_end_when_a_second_person_signs_in() throws SQLException {
        try (Connection owner = DATABASE.asOwner();
                PreparedStatement clear = owner.prepareStatement("delete from first_admin")) {
            clear.executeUpdate();
        }
        in(connection -> {
            FirstAdminRows.insert(connection, admin.account());
            return true;
        });
        signedIn(admin);
        signedIn(made("nobody"));
        assertThat(proposedBy(admin).firstSteps()).isTrue();

        signedIn(approver);

        assertThat(proposedBy(admin).state()).isEqualTo(HeldGrant.State.PROPOSED);
    }

    @Test
    void of_two_administrators_who_take_each_others_role_away_at_once_one_stays() {
        Actor other = made("other");
        UUID othersGrant = IDS.next();
        done(grant(other.account(), new Endow(othersGrant, ADMINISTERS, Actor.SYSTEM)));
        UUID adminsGrant = in(connection -> GrantViews.list(
                        connection,
                        new Sight(admin.account(), false, List.of()),
                        Optional.of(admin.account()),
                        Optional.empty(),
                        10))
                .getFirst()
                .grant()
                .id();

        List<Outcome> outcomes = atOnce(Stream.of(
                grant(other.account(), new Withdraw(othersGrant, OptionalLong.empty(), admin)),
                grant(admin.account(), new Withdraw(adminsGrant, OptionalLong.empty(), other))));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(List.of(standing(admin).grants(), standing(other).grants()))
                .containsExactlyInAnyOrder(List.of(), List.of(ADMINISTERS));
    }

    @Test
    void a_shut_account_may_do_nothing_from_then_on() {
        Actor eva = made("eva");
        done(grant(eva.account(), new Endow(IDS.next(), ADMINISTERS, Actor.SYSTEM)));
        assertThat(standing(eva).grants()).hasSize(1);

        done(account(eva.account(), new Disable(OptionalLong.of(1), admin)));

        assertThat(standing(eva)).isEqualTo(Access.NONE);
        assertThat(refusal(account(admin.account(), new Disable(OptionalLong.empty(), eva))))
                .isEqualTo(AccountRefusal.NOT_FOUND);
    }

    @Test
    @DisplayName("D-1: two accounts of one person are one pair of eyes once they are linked")
    void linked_accounts_are_one_pair_of_eyes() {
        Actor second = made("second");
        done(grant(second.account(), new Endow(IDS.next(), APPROVES, Actor.SYSTEM)));
        done(account(second.account(), new LinkPerson(admin.account(), OptionalLong.empty(), admin)));
        Actor eva = made("eva");
        UUID id = IDS.next();
        done(grant(eva.account(), new Propose(id, AUDITS, Optional.empty(), admin)));
        String hash = in(connection -> GrantViews.byId(connection, id))
                .orElseThrow()
                .grant()
                .contentHash();
        Actor linked = new Actor(second.account(), admin.person(), Access.NONE);

        assertThat(refusal(grant(eva.account(), new Approve(id, hash, OptionalLong.empty(), linked))))
                .isEqualTo(GrantRefusal.FOUR_EYES);
        assertThat(refusal(account(second.account(), new LinkPerson(eva.account(), OptionalLong.empty(), approver))))
                .isEqualTo(AccountRefusal.FORBIDDEN);
        assertThat(refusal(account(admin.account(), new LinkPerson(eva.account(), OptionalLong.empty(), admin))))
                .isEqualTo(AccountRefusal.PERSON_LINKED);
    }

    @Test
    @DisplayName("D-1: an account that is linked to two persons at once becomes one's, and the other hears so")
    void of_two_links_of_an_account_at_once_one_holds() {
        Actor eva = made("eva");

        List<Outcome> outcomes = atOnce(Stream.of(
                account(eva.account(), new LinkPerson(admin.account(), OptionalLong.empty(), admin)),
                account(eva.account(), new LinkPerson(approver.account(), OptionalLong.empty(), admin))));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .extracting(outcome -> ((Outcome.Refused) outcome).refusal())
                .containsExactly(AccountRefusal.PERSON_LINKED);
        Actor winner = outcomes.getFirst() instanceof Outcome.Done ? admin : approver;
        assertThat(personOf(eva)).isEqualTo(winner.person());
    }

    @Test
    @DisplayName("D-1: two accounts that are linked to each other at once are one person's")
    void two_accounts_that_are_linked_to_each_other_at_once_are_one_person_s() {
        Actor eva = made("eva");
        Actor zoe = made("zoe");

        atOnce(Stream.of(
                account(eva.account(), new LinkPerson(zoe.account(), OptionalLong.empty(), admin)),
                account(zoe.account(), new LinkPerson(eva.account(), OptionalLong.empty(), admin))));

        assertThat(personOf(eva)).isEqualTo(personOf(zoe)).isIn(eva.person(), zoe.person());
    }

    private static UUID personOf(Actor actor) {
        return in(connection -> AccountViews.byId(connection, actor.account()))
                .orElseThrow()
                .person();
    }

    @Test
    void the_services_role_rewrites_no_history() {
        assertThatThrownBy(() -> in(connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement("update account_version set state = 'DISABLED'")) {
                        return update.executeUpdate();
                    }
                }))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> in(connection -> {
                    try (PreparedStatement delete = connection.prepareStatement("delete from account_grant_version")) {
                        return delete.executeUpdate();
                    }
                }))
                .hasMessageContaining("permission denied");
    }

    private Actor made(String name) {
        UUID id = IDS.next();
        UUID person = IDS.next();
        done(account(
                id,
                new Create(
                        id,
                        person,
                        new Username(name + "." + id),
                        new Personal(name),
                        Optional.empty(),
                        Actor.SYSTEM)));
        return new Actor(id, person, Access.NONE);
    }

    private HeldGrant proposedBy(Actor actor) {
        UUID id = IDS.next();
        done(grant(made("eva").account(), new Propose(id, AUDITS, Optional.empty(), actor)));
        return in(connection -> GrantViews.byId(connection, id)).orElseThrow().grant();
    }

    private static void signedIn(Actor actor) {
        in(connection -> {
            FirstAdminRows.signedIn(connection, actor.account(), CLOCK.now());
            return true;
        });
    }

    private static Access standing(Actor actor) {
        return in(connection -> StandingRows.of(connection, List.of(actor.account()), CLOCK.now()))
                .of(actor);
    }

    private static CompletableFuture<Outcome> account(UUID key, AccountCommand command) {
        return accounts.submit(new Submission<>(
                key,
                AccountCommands.reads(command),
                command,
                command.by(),
                Optional.empty(),
                trace(),
                (_, _) -> new Answer(200, Map.of(), new byte[0])));
    }

    private static CompletableFuture<Outcome> grant(UUID key, GrantCommand command) {
        return grants.submit(new Submission<>(
                key,
                GrantCommands.reads(command),
                command,
                command.by(),
                Optional.empty(),
                trace(),
                (_, _) -> new Answer(200, Map.of(), new byte[0])));
    }

    private static Trace trace() {
        return new Trace(Optional.empty(), IDS.next(), Optional.empty());
    }

    private static List<Outcome> atOnce(Stream<CompletableFuture<Outcome>> outcomes) {
        return outcomes.toList().stream().map(AccountsStoreTest::outcome).toList();
    }

    private static Outcome outcome(CompletableFuture<Outcome> future) {
        return future.orTimeout(10, SECONDS).join();
    }

    private static void done(CompletableFuture<Outcome> future) {
        assertThat(outcome(future)).isInstanceOf(Outcome.Done.class);
    }

    private static Object refusal(CompletableFuture<Outcome> future) {
        return outcome(future) instanceof Outcome.Refused refused ? refused.refusal() : "not refused";
    }

    private static <T> T in(AccountStore.Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<byte[]> payloads(UUID key) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select payload from event where key = ?")) {
            select.setObject(1, key);
            try (ResultSet row = select.executeQuery()) {
                List<byte[]> payloads = new ArrayList<>();
                while (row.next()) {
                    payloads.add(row.getBytes(1));
                }
                return payloads;
            }
        }
    }
}
