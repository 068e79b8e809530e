package tranche.portal.grant.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.grant.domain.GrantFixtures.ADMIN;
import static tranche.portal.grant.domain.GrantFixtures.APPROVER;
import static tranche.portal.grant.domain.GrantFixtures.AUDITOR;
import static tranche.portal.grant.domain.GrantFixtures.EVA;
import static tranche.portal.grant.domain.GrantFixtures.MANAGER;
import static tranche.portal.grant.domain.GrantFixtures.NOW;
import static tranche.portal.grant.domain.GrantFixtures.OTHER_ADMIN;
import static tranche.portal.grant.domain.GrantFixtures.accepted;
import static tranche.portal.grant.domain.GrantFixtures.book;
import static tranche.portal.grant.domain.GrantFixtures.holding;
import static tranche.portal.grant.domain.GrantFixtures.propose;
import static tranche.portal.grant.domain.GrantFixtures.proposed;
import static tranche.portal.grant.domain.GrantFixtures.refusal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.account.domain.Standing;
import tranche.portal.grant.domain.GrantCommand.Approve;
import tranche.portal.grant.domain.GrantCommand.Endow;
import tranche.portal.grant.domain.GrantCommand.Propose;
import tranche.portal.grant.domain.GrantCommand.Reject;
import tranche.portal.grant.domain.GrantCommand.Withdraw;
import tranche.portal.grant.domain.GrantEvent.GrantGiven;
import tranche.portal.grant.domain.GrantEvent.GrantProposed;
import tranche.portal.grant.domain.GrantEvent.GrantRejected;
import tranche.portal.grant.domain.GrantEvent.GrantWithdrawn;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

class GrantBookTest {

    private static final UUID GRANT = new UUID(0, 1);
    private static final Grant MANAGES = new Grant(Role.FUND_MANAGER, Scope.DEPLOYMENT);

    @Test
    void an_administrators_grant_waits_for_a_second_person() {
        var events = accepted(book().decide(propose(GRANT, MANAGES, ADMIN), NOW));

        assertThat(events).singleElement().isInstanceOfSatisfying(GrantProposed.class, proposed -> {
            assertThat(proposed.by()).isEqualTo(ADMIN.asMaker());
            assertThat(proposed.expiresAt()).isEqualTo(NOW.plusSeconds(72 * 3600));
        });
    }

    @Test
    void an_approver_confirms_and_the_grant_holds() {
        var book = proposed(GRANT, MANAGES);

        var events = accepted(book.decide(new Approve(GRANT, hash(book), OptionalLong.empty(), APPROVER), NOW));

        assertThat(events).singleElement().isInstanceOfSatisfying(GrantGiven.class, given -> {
            assertThat(given.proposedBy()).contains(ADMIN.asMaker());
            assertThat(given.by()).isEqualTo(APPROVER.asMaker());
            assertThat(given.firstSteps()).isFalse();
        });
        assertThat(book.apply(events.getFirst(), NOW).grant(GRANT))
                .satisfies(grant -> assertThat(grant.state()).isEqualTo(HeldGrant.State.GIVEN))
                .satisfies(grant -> assertThat(grant.version()).isEqualTo(2));
    }

    @Test
    @DisplayName("D-1: refuses the proposer as the second person, whatever account the person uses")
    void refuses_the_proposer_as_the_second_person() {
        var adminsOtherAccount = new Actor(new UUID(0, 77), ADMIN.person(), Access.NONE);
        var standing = new Standing(
                Map.of(ADMIN.account(), holding(Role.ADMIN), adminsOtherAccount.account(), holding(Role.APPROVER)),
                Map.of());
        var book = proposed(GRANT, MANAGES);
        var linked = new GrantBook(book.holder(), book.grants(), Optional.empty(), standing);

        assertThat(refusal(book.decide(new Approve(GRANT, hash(book), OptionalLong.empty(), ADMIN), NOW)))
                .isEqualTo(GrantRefusal.FOUR_EYES);
        assertThat(refusal(
                        linked.decide(new Approve(GRANT, hash(book), OptionalLong.empty(), adminsOtherAccount), NOW)))
                .isEqualTo(GrantRefusal.FOUR_EYES);
        assertThat(refusal(linked.decide(new Reject(GRANT, "no", OptionalLong.empty(), adminsOtherAccount), NOW)))
                .isEqualTo(GrantRefusal.FOUR_EYES);
    }

    @Test
    @DisplayName("D-1: refuses whoever is found to be the proposer only after the proposal")
    void refuses_who_is_found_to_be_the_proposer_afterwards() {
        var book = proposed(GRANT, MANAGES);
        var approverWhoIsTheAdmin = new Actor(
                APPROVER.account(), APPROVER.person(), Set.of(APPROVER.account(), ADMIN.account()), Access.NONE);

        assertThat(refusal(
                        book.decide(new Approve(GRANT, hash(book), OptionalLong.empty(), approverWhoIsTheAdmin), NOW)))
                .isEqualTo(GrantRefusal.FOUR_EYES);
    }

    @Test
    void nobody_grants_to_themselves() {
        var evaAsAdmin = new Actor(new UUID(0, 88), EVA.person(), Access.NONE);
        var standing = new Standing(Map.of(evaAsAdmin.account(), holding(Role.ADMIN)), Map.of());
        var book = new GrantBook(book().holder(), Map.of(), Optional.empty(), standing);

        assertThat(refusal(book.decide(propose(GRANT, MANAGES, evaAsAdmin), NOW)))
                .isEqualTo(GrantRefusal.OWN_GRANT);
    }

    @Test
    void nobody_confirms_or_withdraws_what_they_themselves_shall_hold() {
        var eva = new Actor(EVA.account(), EVA.person(), Access.NONE);
        var book = proposed(GRANT, MANAGES);

        assertThat(refusal(book.decide(new Approve(GRANT, hash(book), OptionalLong.empty(), eva), NOW)))
                .isEqualTo(GrantRefusal.OWN_GRANT);
        assertThat(refusal(book.decide(new Withdraw(GRANT, OptionalLong.empty(), eva), NOW)))
                .isEqualTo(GrantRefusal.OWN_GRANT);
    }

    @Test
    void not_even_the_first_administrator_grants_to_themselves() {
        var holder = new GrantBook.Holder(ADMIN.account(), ADMIN.person(), true);
        var book = new GrantBook(Optional.of(holder), Map.of(), Optional.of(ADMIN.account()), GrantFixtures.STANDING);

        assertThat(refusal(book.decide(propose(GRANT, MANAGES, ADMIN), NOW))).isEqualTo(GrantRefusal.OWN_GRANT);
    }

    @Test
    void the_first_administrators_first_steps_need_no_second_person_and_are_marked() {
        var book = new GrantBook(book().holder(), Map.of(), Optional.of(ADMIN.account()), GrantFixtures.STANDING);

        assertThat(accepted(book.decide(propose(GRANT, MANAGES, ADMIN), NOW)))
                .singleElement()
                .isInstanceOfSatisfying(GrantGiven.class, given -> {
                    assertThat(given.firstSteps()).isTrue();
                    assertThat(given.proposedBy()).isEmpty();
                });
        assertThat(accepted(book.decide(propose(GRANT, MANAGES, OTHER_ADMIN), NOW)))
                .singleElement()
                .isInstanceOf(GrantProposed.class);
    }

    @Test
    void a_manager_and_an_auditor_propose_nothing() {
        assertThat(refusal(book().decide(propose(GRANT, MANAGES, AUDITOR), NOW)))
                .isEqualTo(GrantRefusal.FORBIDDEN);
        assertThat(refusal(book().decide(propose(GRANT, MANAGES, MANAGER), NOW)))
                .isEqualTo(GrantRefusal.NOT_FOUND);
    }

    @Test
    void an_administrator_of_one_programme_grants_within_it_and_not_beyond() {
        UUID programme = UUID.randomUUID();
        var accesses = Map.of(
                ADMIN.account(), new Access(java.util.List.of(new Grant(Role.ADMIN, Scope.ofProgramme(programme)))));
        var standing = new Standing(accesses, Map.of(EVA.account(), Set.of(Scope.ofProgramme(programme))));
        var elsewhere = new Standing(accesses, Map.of(EVA.account(), Set.of(Scope.ofProgramme(UUID.randomUUID()))));
        var book = new GrantBook(book().holder(), Map.of(), Optional.empty(), standing);
        var within = new Grant(Role.AUDITOR, Scope.ofProgramme(programme));

        assertThat(accepted(book.decide(propose(GRANT, within, ADMIN), NOW))).hasSize(1);
        assertThat(refusal(book.decide(propose(GRANT, MANAGES, ADMIN), NOW))).isEqualTo(GrantRefusal.FORBIDDEN);
        assertThat(refusal(new GrantBook(book.holder(), Map.of(), Optional.empty(), elsewhere)
                        .decide(propose(GRANT, within, ADMIN), NOW)))
                .isEqualTo(GrantRefusal.NOT_FOUND);
    }

    @Test
    void a_second_person_needs_the_role_where_the_grant_reaches() {
        var book = proposed(GRANT, MANAGES);

        assertThat(refusal(book.decide(new Approve(GRANT, hash(book), OptionalLong.empty(), AUDITOR), NOW)))
                .isEqualTo(GrantRefusal.FORBIDDEN);
    }

    @Test
    @DisplayName("D-6: confirms only what was seen")
    void confirms_only_what_was_seen() {
        assertThat(refusal(proposed(GRANT, MANAGES)
                        .decide(new Approve(GRANT, "0".repeat(64), OptionalLong.empty(), APPROVER), NOW)))
                .isEqualTo(GrantRefusal.CONTENT_CHANGED);
    }

    @Test
    void a_proposal_lapses_after_72_hours_to_the_microsecond() {
        var book = proposed(GRANT, MANAGES);
        var end = NOW.plus(GrantBook.PROPOSAL_LIFE);

        assertThat(accepted(book.decide(
                        new Approve(GRANT, hash(book), OptionalLong.empty(), APPROVER), end.minusNanos(1000))))
                .hasSize(1);
        assertThat(refusal(book.decide(new Approve(GRANT, hash(book), OptionalLong.empty(), APPROVER), end)))
                .isEqualTo(GrantRefusal.INVALID_STATE);
        assertThat(book.grant(GRANT).stateAt(end)).isEqualTo(HeldGrant.State.LAPSED);
    }

    @Test
    void a_lapsed_proposal_can_be_made_again() {
        var book = proposed(GRANT, MANAGES);

        assertThat(refusal(book.decide(propose(new UUID(0, 2), MANAGES, ADMIN), NOW)))
                .isEqualTo(GrantRefusal.GRANT_EXISTS);
        assertThat(accepted(book.decide(propose(new UUID(0, 2), MANAGES, ADMIN), NOW.plus(GrantBook.PROPOSAL_LIFE))))
                .hasSize(1);
    }

    @Test
    void a_turned_down_proposal_cannot_be_confirmed() {
        var book = proposed(GRANT, MANAGES);
        var events = accepted(book.decide(new Reject(GRANT, "not needed", OptionalLong.empty(), APPROVER), NOW));
        assertThat(events).containsExactly(new GrantRejected(GRANT, "not needed"));

        var after = book.apply(events.getFirst(), NOW);

        assertThat(refusal(after.decide(new Approve(GRANT, hash(book), OptionalLong.empty(), APPROVER), NOW)))
                .isEqualTo(GrantRefusal.INVALID_STATE);
    }

    @Test
    void a_grant_is_withdrawn_by_one_administrator_and_only_once() {
        var book = proposed(GRANT, MANAGES);
        var given = book.apply(
                accepted(book.decide(new Approve(GRANT, hash(book), OptionalLong.empty(), APPROVER), NOW))
                        .getFirst(),
                NOW);
        var events = accepted(given.decide(new Withdraw(GRANT, OptionalLong.of(2), ADMIN), NOW));
        assertThat(events).containsExactly(new GrantWithdrawn(GRANT, MANAGES));

        var after = given.apply(events.getFirst(), NOW);

        assertThat(refusal(after.decide(new Withdraw(GRANT, OptionalLong.empty(), ADMIN), NOW)))
                .isEqualTo(GrantRefusal.INVALID_STATE);
        assertThat(refusal(given.decide(new Withdraw(GRANT, OptionalLong.of(1), ADMIN), NOW)))
                .isEqualTo(GrantRefusal.VERSION_CONFLICT);
        assertThat(refusal(given.decide(new Withdraw(GRANT, OptionalLong.empty(), APPROVER), NOW)))
                .isEqualTo(GrantRefusal.FORBIDDEN);
    }

    @Test
    void a_grant_ends_after_its_last_day_in_utc() {
        var lastDay = LocalDate.of(2026, 3, 31);
        var given = book().apply(
                        new GrantGiven(GRANT, MANAGES, Optional.of(lastDay), Optional.empty(), ADMIN.asMaker(), false),
                        NOW)
                .grant(GRANT);

        assertThat(given.stateAt(java.time.Instant.parse("2026-03-31T23:59:59.999999Z")))
                .isEqualTo(HeldGrant.State.GIVEN);
        assertThat(given.stateAt(java.time.Instant.parse("2026-04-01T00:00:00Z")))
                .isEqualTo(HeldGrant.State.ENDED);
    }

    @Test
    void a_shut_account_is_granted_nothing() {
        var holder = new GrantBook.Holder(EVA.account(), EVA.person(), false);
        var book = new GrantBook(Optional.of(holder), Map.of(), Optional.empty(), GrantFixtures.STANDING);

        assertThat(refusal(book.decide(propose(GRANT, MANAGES, ADMIN), NOW))).isEqualTo(GrantRefusal.INVALID_STATE);
    }

    @Test
    void only_the_product_itself_endows_and_doing_it_twice_changes_nothing() {
        var book = book();
        assertThat(refusal(book.decide(new Endow(GRANT, MANAGES, ADMIN), NOW))).isEqualTo(GrantRefusal.FORBIDDEN);
        var events = accepted(book.decide(new Endow(GRANT, MANAGES, Actor.SYSTEM), NOW));
        assertThat(events).hasSize(1);

        var after = book.apply(events.getFirst(), NOW);

        assertThat(accepted(after.decide(new Endow(GRANT, MANAGES, Actor.SYSTEM), NOW)))
                .isEmpty();
    }

    @Test
    @DisplayName("D-7: the system is never a checker")
    void the_system_is_never_a_checker() {
        var book = proposed(GRANT, MANAGES);

        assertThat(refusal(book.decide(new Approve(GRANT, hash(book), OptionalLong.empty(), Actor.SYSTEM), NOW)))
                .isEqualTo(GrantRefusal.FOUR_EYES);
    }

    @Test
    void what_is_signed_differs_with_every_part_of_the_grant() {
        var base = new GrantContent(EVA.account(), GRANT, MANAGES, Optional.empty());

        assertThat(base.hash()).matches("[0-9a-f]{64}");
        assertThat(java.util.Set.of(
                        base.hash(),
                        new GrantContent(ADMIN.account(), GRANT, MANAGES, Optional.empty()).hash(),
                        new GrantContent(EVA.account(), new UUID(0, 9), MANAGES, Optional.empty()).hash(),
                        new GrantContent(
                                        EVA.account(), GRANT, new Grant(Role.ADMIN, Scope.DEPLOYMENT), Optional.empty())
                                .hash(),
                        new GrantContent(
                                        EVA.account(),
                                        GRANT,
                                        new Grant(Role.FUND_MANAGER, Scope.ofProgramme(GRANT)),
                                        Optional.empty())
                                .hash(),
                        new GrantContent(EVA.account(), GRANT, MANAGES, Optional.of(LocalDate.of(2026, 1, 1))).hash()))
                .hasSize(6);
    }

    private static String hash(GrantBook book) {
        return book.grant(GRANT).contentHash();
    }

    @Test
    void a_proposal_names_the_grant_and_what_it_signs() {
        var proposed = (GrantProposed) accepted(
                        book().decide(new Propose(GRANT, MANAGES, Optional.of(LocalDate.of(2026, 12, 31)), ADMIN), NOW))
                .getFirst();

        assertThat(proposed.contentHash())
                .isEqualTo(new GrantContent(EVA.account(), GRANT, MANAGES, Optional.of(LocalDate.of(2026, 12, 31)))
                        .hash());
    }
}
