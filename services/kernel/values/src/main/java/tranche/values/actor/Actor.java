package tranche.values.actor;

import java.util.UUID;

/**
 * Who acts: an account, the person behind it, and what the account may do.
 *
 * <p>Four eyes go by person (rule D-1): two accounts of one person are one pair of eyes, and an API key acts as its
 * owner.
 *
 * @param account id of the account; it is what events and the audit log name
 * @param person id of the person behind the account
 */
public record Actor(UUID account, UUID person, Access access) {

    /** The product itself, for what time or an event brings. It is never a checker (rule D-7). */
    public static final Actor SYSTEM = new Actor(new UUID(0, 0), new UUID(0, 0), Access.NONE);

    /** Whether the same person acts, under whatever account. */
    public boolean isSamePersonAs(Maker maker) {
        return person.equals(maker.person()) || account.equals(maker.account());
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
