package tranche.portal.account.domain;

import static tranche.portal.account.domain.AccountRefusal.FORBIDDEN;
import static tranche.portal.account.domain.AccountRefusal.INVALID_STATE;
import static tranche.portal.account.domain.AccountRefusal.NOT_FOUND;
import static tranche.portal.account.domain.AccountRefusal.OWN_ACCOUNT;
import static tranche.portal.account.domain.AccountRefusal.PASSWORD_SET;
import static tranche.portal.account.domain.AccountRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.values.actor.Actor;
import tranche.values.decision.Decision;

/**
 * What a command on accounts is refused for before its content is looked at, in the order in which it is told: unknown or
 * not to be seen, one's own, forbidden, another version, a state that does not admit it. Each answer is empty where the
 * gate is open.
 *
 * @param found the account that the command is about, where there is one
 * @param standing what the asking account may do
 */
public record AccountGate(Optional<Account> found, Standing standing) {

    /** Whether an account may be made. */
    public Optional<Decision<AccountEvent>> toMake(Actor by) {
        return standing.managesAccounts(by) ? Optional.empty() : Optional.of(refused(FORBIDDEN));
    }

    /** Whether the account may be said to be another person's. */
    public Optional<Decision<AccountEvent>> toLink(Actor by, OptionalLong ifMatch) {
        return unseen(by).or(() -> unready(by, ifMatch));
    }

    /**
     * Whether the account's holder may be given a first way in. Whoever could give another one would have a living account
     * in hand with all that its holder may do, and be the second person to the own proposals.
     */
    public Optional<Decision<AccountEvent>> toInvite(Actor by, OptionalLong ifMatch, boolean passwordIsSet) {
        return toShut(by, ifMatch).or(() -> passwordIsSet ? Optional.of(refused(PASSWORD_SET)) : Optional.empty());
    }

    /**
     * Whether the account may be shut. Never one's own: whoever shuts accounts stays, so
     * the last administrator cannot lock everybody out.
     */
    public Optional<Decision<AccountEvent>> toShut(Actor by, OptionalLong ifMatch) {
        return unseen(by).or(() -> own(by)).or(() -> unready(by, ifMatch));
    }

    private Optional<Decision<AccountEvent>> unseen(Actor by) {
        return found.filter(account -> standing.sees(by, account.asMaker())).isEmpty()
                ? Optional.of(refused(NOT_FOUND))
                : Optional.empty();
    }

    private Optional<Decision<AccountEvent>> own(Actor by) {
        return found.filter(account -> by.isSamePersonAs(account.asMaker())).map(_ -> refused(OWN_ACCOUNT));
    }

    private Optional<Decision<AccountEvent>> unready(Actor by, OptionalLong ifMatch) {
        Account account = found.orElseThrow();
        if (!standing.managesAccounts(by)) {
            return Optional.of(refused(FORBIDDEN));
        }
        if (ifMatch.isPresent() && ifMatch.getAsLong() != account.version()) {
            return Optional.of(refused(VERSION_CONFLICT, Map.of("version", account.version())));
        }
        return account.isActive()
                ? Optional.empty()
                : Optional.of(
                        refused(INVALID_STATE, Map.of("state", account.state().name(), "allowed", List.of())));
    }
}
