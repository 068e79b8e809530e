package tranche.commitments.payment.domain;

import static tranche.commitments.payment.domain.PaymentRefusal.FORBIDDEN;
import static tranche.commitments.payment.domain.PaymentRefusal.FOUR_EYES;
import static tranche.commitments.payment.domain.PaymentRefusal.INVALID_STATE;
import static tranche.commitments.payment.domain.PaymentRefusal.NOT_FOUND;
import static tranche.commitments.payment.domain.PaymentRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tranche.commitments.fund.domain.Fund;
import tranche.values.actor.Actor;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;

/** What a command is refused for before its content is looked at, in the order in which it is told. */
public final class PaymentGate {

    private PaymentGate() {}

    /** Whether somebody may propose an account of a fund; empty where so. */
    public static Optional<Decision<PaymentEvent>> ofProposing(Optional<Fund> found, Actor by) {
        Optional<Fund> seen = found.filter(fund -> by.access().holds(Fund.READERS, fund.scope()));
        if (seen.isEmpty()) {
            return Optional.of(refused(NOT_FOUND));
        }
        return by.access().holds(Role.FUND_MANAGER, seen.get().scope())
                ? Optional.empty()
                : Optional.of(refused(FORBIDDEN));
    }

    /** Whether somebody may approve an account (rule D-1), and still may; empty where so. */
    public static Optional<Decision<PaymentEvent>> ofApproving(
            Optional<BankAccount> found, Actor by, OptionalLong ifMatch, Instant now) {
        Optional<BankAccount> seen = found.filter(account -> by.access().holds(BankAccount.READERS, account.scope()));
        if (seen.isEmpty()) {
            return Optional.of(refused(NOT_FOUND));
        }
        BankAccount account = seen.get();
        if (!FourEyes.isAnother(by, Set.of(account.maker()))) {
            return Optional.of(refused(FOUR_EYES));
        }
        if (!by.access().holds(Role.APPROVER, account.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        if (account.version().conflictsWith(ifMatch)) {
            return Optional.of(refused(
                    VERSION_CONFLICT, Map.of("version", account.version().number())));
        }
        BankAccountState state = account.stateAt(now);
        return state == BankAccountState.PROPOSED
                ? Optional.empty()
                : Optional.of(refused(INVALID_STATE, Map.of("state", state.name(), "allowed", state.allowed())));
    }
}
