package tranche.commitments.payment.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a fund's payers are sent, and from when: a line of time made of what was approved.
 *
 * @param accounts those that are approved, in any order
 */
public record Instructions(List<BankAccount> accounts) {

    public static final Instructions NONE = new Instructions(List.of());

    public Instructions {
        accounts = accounts.stream()
                .filter(account -> account.effectiveFrom().isPresent())
                .sorted(Comparator.comparing(BankAccount::id))
                .toList();
    }

    /**
     * The account that holds at an instant: the one that took effect last. Of two that were approved in the same instant
     * the one with the later id; empty while none has taken effect.
     */
    public Optional<BankAccount> at(Instant instant) {
        return accounts.stream()
                .filter(account -> !account.effectiveFrom().orElseThrow().isAfter(instant))
                .max(Comparator.<BankAccount, Instant>comparing(
                                account -> account.effectiveFrom().orElseThrow())
                        .thenComparing(BankAccount::id));
    }

    /**
     * Where something that was issued is paid: the account that held then; where none did, the one that took effect first
     * since. Empty while the instructions still follow.
     */
    public Optional<BankAccount> ofIssue(Instant issue, Instant now) {
        return at(issue)
                .or(() -> accounts.stream()
                        .flatMap(account -> account.effectiveFrom().stream())
                        .filter(from -> !from.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .flatMap(this::at));
    }

    /** The account that held until this one took effect; empty where it was the fund's first. */
    public Optional<BankAccount> before(BankAccount account) {
        return account.effectiveFrom().flatMap(from -> at(from.minus(1, ChronoUnit.MICROS)));
    }

    /** Whether an account was ever approved: whatever comes after that is a change, of which payers are warned before. */
    public boolean isEmpty() {
        return accounts.isEmpty();
    }
}
