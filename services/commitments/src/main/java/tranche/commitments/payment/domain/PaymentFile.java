package tranche.commitments.payment.domain;

import static tranche.commitments.payment.domain.PaymentRefusal.CONTENT_CHANGED;
import static tranche.commitments.payment.domain.PaymentRefusal.CURRENCY_NOT_THE_FUNDS;
import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.payment.domain.PaymentCommand.Approve;
import tranche.commitments.payment.domain.PaymentCommand.Propose;
import tranche.commitments.payment.domain.PaymentEvent.Changed;
import tranche.commitments.payment.domain.PaymentEvent.Proposed;
import tranche.values.decision.Decision;
import tranche.values.register.Shelf;
import tranche.values.register.Version;

/**
 * Where a fund is paid, and what is proposed instead (domain §2.2): one person proposes an account, another approves it. The
 * first holds at once; a change holds a day later, so that whoever is to pay has been warned before.
 *
 * @param fund empty where there is none such
 * @param accounts all that the fund ever had
 */
public record PaymentFile(Optional<Fund> fund, Shelf<BankAccountId, BankAccount> accounts) {

    /** How long after its approval a change of account takes effect: a day, in which those who pay can call back. */
    public static final Duration WARNING = Duration.ofHours(24);

    public static final PaymentFile EMPTY = new PaymentFile(Optional.empty(), Shelf.empty());

    public Decision<PaymentEvent> decide(PaymentCommand command, Instant now) {
        return switch (command) {
            case Propose propose -> propose(propose, now);
            case Approve approve -> approve(approve, now);
        };
    }

    private Decision<PaymentEvent> propose(Propose propose, Instant now) {
        Optional<Decision<PaymentEvent>> closed = PaymentGate.ofProposing(fund, propose.by());
        if (closed.isPresent()) {
            return closed.get();
        }
        Fund paid = fund.orElseThrow();
        if (!propose.details().currency().equals(paid.currency())) {
            return refused(
                    CURRENCY_NOT_THE_FUNDS, Map.of("currency", paid.currency().code()));
        }
        return accepted(new Proposed(
                propose.id(),
                paid.programme(),
                paid.id(),
                propose.details(),
                paid.today(now),
                propose.by().asMaker()));
    }

    private Decision<PaymentEvent> approve(Approve approve, Instant now) {
        Optional<BankAccount> found = accounts.get(approve.id());
        Optional<Decision<PaymentEvent>> closed = PaymentGate.ofApproving(found, approve.by(), approve.ifMatch(), now);
        if (closed.isPresent()) {
            return closed.get();
        }
        BankAccount account = found.orElseThrow();
        if (!account.contentHash().equals(approve.content())) {
            return refused(
                    CONTENT_CHANGED, Map.of("contentHash", account.contentHash().hex()));
        }
        Instructions present = instructions();
        LocalDate today = fund.orElseThrow().today(now);
        return accepted(new Changed(
                account.id(),
                present.isEmpty() ? now : now.plus(WARNING),
                present.at(now).map(before -> before.details().fingerprint()),
                account.version().dateOfNext(Optional.empty(), today)));
    }

    public Instructions instructions() {
        return new Instructions(accounts.values());
    }

    public PaymentFile apply(PaymentEvent event, Instant recordedAt) {
        BankAccount after = switch (event) {
            case Proposed proposed ->
                new BankAccount(
                        proposed.id(),
                        proposed.programme(),
                        proposed.fund(),
                        proposed.details(),
                        BankAccountState.PROPOSED,
                        Optional.empty(),
                        proposed.by(),
                        Version.first(proposed.effectiveDate(), recordedAt));
            case Changed changed -> {
                BankAccount before = accounts.get(changed.id()).orElseThrow();
                yield new BankAccount(
                        before.id(),
                        before.programme(),
                        before.fund(),
                        before.details(),
                        BankAccountState.ACTIVE,
                        Optional.of(changed.from()),
                        before.maker(),
                        before.version().next(changed.effectiveDate(), recordedAt));
            }
        };
        return new PaymentFile(fund, accounts.with(after.id(), after));
    }
}
