package tranche.portal.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.account.domain.AccountBook.Person;
import tranche.portal.account.domain.AccountCommand.Create;
import tranche.portal.account.domain.AccountCommand.Disable;
import tranche.portal.account.domain.AccountCommand.LinkPerson;
import tranche.portal.account.domain.AccountEvent.AccountCreated;
import tranche.portal.account.domain.AccountEvent.AccountDisabled;
import tranche.portal.account.domain.AccountEvent.PersonLinked;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;

class AccountBookTest {

    private static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");
    private static final Actor ADMIN = actor(1);
    private static final Actor MANAGER = actor(2);
    private static final Actor AUDITOR = actor(3);
    private static final Actor EVA = actor(4);
    private static final Username EVAS_NAME = new Username("eva");
    private static final UUID OTHER = new UUID(0, 50);
    private static final UUID OTHERS_PERSON = new UUID(7, 50);

    private static final Standing STANDING = new Standing(
            Map.of(
                    ADMIN.account(), holding(Role.ADMIN),
                    MANAGER.account(), holding(Role.FUND_MANAGER),
                    AUDITOR.account(), holding(Role.AUDITOR)),
            Map.of());

    @Test
    void an_administrator_makes_an_account_that_is_active_from_its_first_version() {
        var book = nobody();

        var events = accepted(book.decide(create(ADMIN)));

        assertThat(events)
                .containsExactly(new AccountCreated(
                        EVA.account(), EVA.person(), EVAS_NAME, new Personal("Eva"), Optional.empty()));
        assertThat(book.apply(events.getFirst(), NOW).made())
                .satisfies(account -> assertThat(account.isActive()).isTrue())
                .satisfies(account -> assertThat(account.version()).isEqualTo(1));
    }

    @Test
    void a_manager_makes_no_account() {
        assertThat(refusal(nobody().decide(create(MANAGER)))).isEqualTo(AccountRefusal.FORBIDDEN);
    }

    @Test
    void an_administrator_of_one_programme_makes_no_account() {
        var standing = new Standing(
                Map.of(
                        ADMIN.account(),
                        new Access(List.of(new Grant(Role.ADMIN, Scope.ofProgramme(UUID.randomUUID()))))),
                Map.of());
        var book = new AccountBook(Optional.empty(), Set.of(), Map.of(), false, standing);

        assertThat(refusal(book.decide(create(ADMIN)))).isEqualTo(AccountRefusal.FORBIDDEN);
    }

    @Test
    void a_token_that_still_says_admin_counts_for_nothing_once_the_role_was_withdrawn() {
        var stale = new Actor(EVA.account(), EVA.person(), holding(Role.ADMIN));
        var book = nobody();

        assertThat(refusal(book.decide(new Create(
                        OTHER, OTHERS_PERSON, new Username("otto"), new Personal("Otto"), Optional.empty(), stale))))
                .isEqualTo(AccountRefusal.FORBIDDEN);
    }

    @Test
    void a_username_is_given_once() {
        var book = new AccountBook(Optional.empty(), Set.of(EVAS_NAME), Map.of(), false, STANDING);

        assertThat(refusal(book.decide(create(ADMIN)))).isEqualTo(AccountRefusal.USERNAME_TAKEN);
    }

    @Test
    void a_shut_account_stays_shut() {
        var book = evas(false);
        var events = accepted(book.decide(new Disable(OptionalLong.empty(), ADMIN)));
        assertThat(events).containsExactly(new AccountDisabled(EVA.account()));

        var after = book.apply(events.getFirst(), NOW);

        assertThat(after.made().isActive()).isFalse();
        assertThat(refusal(after.decide(new Disable(OptionalLong.empty(), ADMIN))))
                .isEqualTo(AccountRefusal.INVALID_STATE);
    }

    @Test
    @DisplayName("nobody shuts their own account, under whatever account they ask")
    void nobody_shuts_their_own_account() {
        var evaAsAdmin = new Actor(new UUID(0, 99), EVA.person(), Access.NONE);
        var standing = new Standing(Map.of(evaAsAdmin.account(), holding(Role.ADMIN)), Map.of());
        var book = new AccountBook(evas(false).account(), Set.of(), Map.of(), false, standing);

        assertThat(refusal(book.decide(new Disable(OptionalLong.empty(), evaAsAdmin))))
                .isEqualTo(AccountRefusal.OWN_ACCOUNT);
    }

    @Test
    void whoever_may_not_see_an_account_is_told_that_it_is_not_there() {
        assertThat(refusal(evas(false).decide(new Disable(OptionalLong.empty(), MANAGER))))
                .isEqualTo(AccountRefusal.NOT_FOUND);
        assertThat(refusal(nobody().decide(new Disable(OptionalLong.empty(), ADMIN))))
                .isEqualTo(AccountRefusal.NOT_FOUND);
    }

    @Test
    void an_auditor_sees_an_account_and_may_not_touch_it() {
        assertThat(refusal(evas(false).decide(new Disable(OptionalLong.empty(), AUDITOR))))
                .isEqualTo(AccountRefusal.FORBIDDEN);
    }

    @Test
    void a_version_that_is_not_the_present_one_is_refused() {
        assertThat(refusal(evas(false).decide(new Disable(OptionalLong.of(2), ADMIN))))
                .isEqualTo(AccountRefusal.VERSION_CONFLICT);
        assertThat(accepted(evas(false).decide(new Disable(OptionalLong.of(1), ADMIN))))
                .hasSize(1);
    }

    @Test
    @DisplayName("D-1: a linked account has the other's person")
    void a_linked_account_has_the_others_person() {
        var book = evas(false);
        var events = accepted(book.decide(new LinkPerson(OTHER, OptionalLong.empty(), ADMIN)));

        assertThat(events).containsExactly(new PersonLinked(EVA.account(), OTHERS_PERSON));
        assertThat(book.apply(events.getFirst(), NOW).made().person()).isEqualTo(OTHERS_PERSON);
    }

    @Test
    @DisplayName("D-1: an account is not taken out of a person's several, for that would make two pairs of eyes of one")
    void an_account_is_not_taken_out_of_a_persons_several() {
        assertThat(refusal(evas(true).decide(new LinkPerson(OTHER, OptionalLong.empty(), ADMIN))))
                .isEqualTo(AccountRefusal.PERSON_LINKED);
    }

    @Test
    void a_person_has_no_more_accounts_than_travel_with_a_request() {
        var link = new LinkPerson(OTHER, OptionalLong.empty(), ADMIN);

        assertThat(refusal(evas(false, Actor.MOST_ACCOUNTS).decide(link))).isEqualTo(AccountRefusal.TOO_MANY_ACCOUNTS);
        assertThat(accepted(evas(false, Actor.MOST_ACCOUNTS - 1).decide(link))).hasSize(1);
    }

    @Test
    void linking_what_is_linked_changes_nothing() {
        var book = evas(false);
        var linked = book.apply(new PersonLinked(EVA.account(), OTHERS_PERSON), NOW);

        assertThat(accepted(linked.decide(new LinkPerson(OTHER, OptionalLong.empty(), ADMIN))))
                .isEmpty();
    }

    @Test
    void an_account_is_not_linked_to_one_that_is_not_there() {
        assertThat(refusal(evas(false).decide(new LinkPerson(new UUID(0, 51), OptionalLong.empty(), ADMIN))))
                .isEqualTo(AccountRefusal.NOT_FOUND);
    }

    @Test
    void what_belongs_to_a_person_prints_as_stars() {
        var account = accepted(nobody().decide(create(ADMIN)));

        assertThat(account.toString()).doesNotContainIgnoringCase("eva");
    }

    @Test
    void usernames_that_look_alike_are_alike() {
        assertThat(Username.parse("  EVA@Example.org ")).contains(new Username("eva@example.org"));
        assertThat(Username.parse("ﬁona")).contains(new Username("fiona"));
        assertThat(Username.parse("a b")).isEmpty();
        assertThat(Username.parse("e")).isEmpty();
        assertThat(Username.parse("x".repeat(255))).isEmpty();
        assertThat(Username.parse("eva\r\nadmin")).isEmpty();
    }

    private static AccountBook nobody() {
        return new AccountBook(Optional.empty(), Set.of(), Map.of(), false, STANDING);
    }

    private static AccountBook evas(boolean personIsShared) {
        return evas(personIsShared, 1);
    }

    private static AccountBook evas(boolean personIsShared, int othersAccounts) {
        var account = new Account(
                EVA.account(),
                EVA.person(),
                EVAS_NAME,
                new Personal("Eva"),
                Optional.empty(),
                Account.State.ACTIVE,
                1,
                NOW);
        return new AccountBook(
                Optional.of(account),
                Set.of(),
                Map.of(OTHER, new Person(OTHERS_PERSON, othersAccounts)),
                personIsShared,
                STANDING);
    }

    private static Create create(Actor by) {
        return new Create(EVA.account(), EVA.person(), EVAS_NAME, new Personal("Eva"), Optional.empty(), by);
    }

    private static Actor actor(int number) {
        return new Actor(new UUID(0, number), new UUID(7, number), Access.NONE);
    }

    private static Access holding(Role role) {
        return new Access(List.of(new Grant(role, Scope.DEPLOYMENT)));
    }

    private static List<AccountEvent> accepted(Decision<AccountEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<AccountEvent>(var events) -> events;
            case Decision.Refused<AccountEvent> refused -> throw new AssertionError("refused: " + refused);
        };
    }

    private static Object refusal(Decision<AccountEvent> decision) {
        return switch (decision) {
            case Decision.Accepted<AccountEvent> accepted -> throw new AssertionError("accepted: " + accepted);
            case Decision.Refused<AccountEvent>(var refusal, var _) -> refusal;
        };
    }
}
