package tranche.portal.account.domain;

import static tranche.portal.account.domain.AccountRefusal.INVALID_STATE;
import static tranche.portal.account.domain.AccountRefusal.NOT_FOUND;
import static tranche.portal.account.domain.AccountRefusal.PERSON_LINKED;
import static tranche.portal.account.domain.AccountRefusal.TOO_MANY_ACCOUNTS;
import static tranche.portal.account.domain.AccountRefusal.USERNAME_TAKEN;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.portal.account.domain.AccountCommand.Create;
import tranche.portal.account.domain.AccountCommand.Disable;
import tranche.portal.account.domain.AccountCommand.LinkPerson;
import tranche.portal.account.domain.AccountEvent.AccountCreated;
import tranche.portal.account.domain.AccountEvent.AccountDisabled;
import tranche.portal.account.domain.AccountEvent.PersonLinked;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;

/**
 * One account and what its decisions need to know of the others.
 *
 * @param account empty until it is made
 * @param taken those of the asked usernames that another account has
 * @param others the person behind each other account that a command names, where there is such an account
 * @param personIsShared whether another account has this account's person
 * @param standing what each asking account may do at this moment, whatever its token said
 */
public record AccountBook(
        Optional<Account> account,
        Set<Username> taken,
        Map<UUID, Person> others,
        boolean personIsShared,
        Standing standing) {

    /**
     * Who is behind an account.
     *
     * @param accounts how many accounts are this person's
     */
    public record Person(UUID id, int accounts) {}

    public AccountBook {
        taken = Set.copyOf(taken);
        others = Map.copyOf(others);
    }

    /** Decides a command; pure. */
    public Decision<AccountEvent> decide(AccountCommand command) {
        return switch (command) {
            case Create create -> create(create);
            case Disable disable -> disable(disable);
            case LinkPerson link -> link(link);
        };
    }

    private Decision<AccountEvent> create(Create create) {
        Optional<Decision<AccountEvent>> stopped = gate().toMake(create.by());
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (account.isPresent()) {
            return refused(INVALID_STATE, Map.of("state", account.get().state().name(), "allowed", List.of()));
        }
        if (taken.contains(create.username())) {
            return refused(USERNAME_TAKEN);
        }
        return accepted(new AccountCreated(
                create.account(), create.person(), create.username(), create.name(), create.email()));
    }

    private Decision<AccountEvent> disable(Disable disable) {
        return gate().toShut(disable.by(), disable.ifMatch())
                .orElseGet(() -> accepted(new AccountDisabled(made().id())));
    }

    private Decision<AccountEvent> link(LinkPerson link) {
        Person person = others.get(link.otherAccount());
        if (person == null) {
            return refused(NOT_FOUND);
        }
        Optional<Decision<AccountEvent>> stopped = gate().toLink(link.by(), link.ifMatch());
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (made().person().equals(person.id())) {
            return accepted();
        }
        // Taking one account out of a person's several would give that person a second pair of eyes (rule D-1).
        if (personIsShared) {
            return refused(PERSON_LINKED);
        }
        if (person.accounts() >= Actor.MOST_ACCOUNTS) {
            return refused(TOO_MANY_ACCOUNTS, Map.of("most", Actor.MOST_ACCOUNTS));
        }
        return accepted(new PersonLinked(made().id(), person.id()));
    }

    private AccountGate gate() {
        return new AccountGate(account, standing);
    }

    /** The book after an event. */
    public AccountBook apply(AccountEvent event, Instant at) {
        return switch (event) {
            case AccountCreated created ->
                with(new Account(
                        created.account(),
                        created.person(),
                        created.username(),
                        created.name(),
                        created.email(),
                        Account.State.ACTIVE,
                        1,
                        at));
            case AccountDisabled _ -> with(made().disabled(at));
            case PersonLinked linked -> with(made().of(linked.person(), at)).sharing();
        };
    }

    /** The account, which an event has made. */
    public Account made() {
        return account.orElseThrow(() -> new IllegalStateException("an event of an account that was never made"));
    }

    private AccountBook with(Account changed) {
        return new AccountBook(Optional.of(changed), taken, others, personIsShared, standing);
    }

    private AccountBook sharing() {
        return new AccountBook(account, taken, others, true, standing);
    }
}
