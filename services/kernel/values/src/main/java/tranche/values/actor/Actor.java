package tranche.values.actor;

import java.util.Set;
import java.util.UUID;

/**
 * Who acts: an account, the person behind it, and what the account may do.
 *
 * <p>Four eyes go by person (rule D-1): two accounts of one person are one pair of eyes, and an API key acts as its
 * owner. A {@link Maker} was written down with the person of its time; that two accounts are one person's may be found
 * out later, and then counts for what was made before.
 *
 * @param account id of the account; it is what events and the audit log name
 * @param person id of the person behind the account
 * @param accounts all accounts of that person as they are now, this one and those that are shut among them
 */
public record Actor(UUID account, UUID person, Set<UUID> accounts, Access access) {

    /** A person has no more: they travel with each request, whose head has an end. */
    public static final int MOST_ACCOUNTS = 50;

    /** The product itself, for what time or an event brings. It is never a checker (rule D-7). */
    public static final Actor SYSTEM = new Actor(new UUID(0, 0), new UUID(0, 0), Access.NONE);

    public Actor {
        accounts = Set.copyOf(accounts);
        if (!accounts.contains(account)) {
            throw new IllegalArgumentException("the acting account is not among its person's");
        }
    }

    /** Who has this one account. */
    public Actor(UUID account, UUID person, Access access) {
        this(account, person, Set.of(account), access);
    }

    /** Whether the same person acts, under whatever account, and whoever the account was thought to be when it made it. */
    public boolean isSamePersonAs(Maker maker) {
        return person.equals(maker.person()) || accounts.contains(maker.account());
    }

    /** Who made or edited something, as its state keeps it: ids and no rights. */
    public Maker asMaker() {
        return new Maker(account, person);
    }

    /** Whether this is the product itself. */
    public boolean isSystem() {
        return account.equals(SYSTEM.account());
    }
}
