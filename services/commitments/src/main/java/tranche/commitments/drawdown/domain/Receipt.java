package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;
import tranche.values.register.Version;

/**
 * Money seen on a fund's bank account (domain §2.3). It is no payment until it is matched.
 *
 * @param settlement what became of it
 * @param reason of what was last done to it, where that asks for one
 */
public record Receipt(
        ReceiptId id,
        ProgrammeId programme,
        FundId fund,
        BankEntry entry,
        ReceiptState state,
        Settlement settlement,
        Optional<String> reason,
        Version version) {

    /** Lines that one receipt settles. */
    public static final int MOST_MATCHES = 500;

    /** Whose holders read a receipt; an investor reads its own lines. */
    public static final Set<Role> READERS = Fund.READERS;

    public Receipt {
        if (settlement.used().compareTo(entry.amount()) > 0) {
            throw new IllegalArgumentException("I-5: " + settlement.used() + " used of " + entry.amount());
        }
    }

    public Scope scope() {
        return Scope.ofFund(programme.value(), fund.value());
    }

    public Money amount() {
        return entry.amount();
    }

    public List<Match> matches() {
        return settlement.matches();
    }

    /** What would go back: what is held, or all that is there where nobody knows what it is for. */
    public Money refundable() {
        return settlement.held().isEmpty() ? present() : settlement.heldInAll();
    }

    /** What is on its way back. */
    Money leaving() {
        return settlement.leaving().isEmpty() ? present() : settlement.leavingInAll();
    }

    /** What of it is still on the account. */
    Money present() {
        return entry.amount().minus(settlement.refunded());
    }

    /** The steps that its state admits, in the order of {@link ReceiptStep}. */
    public List<ReceiptStep> allowed() {
        return Arrays.stream(ReceiptStep.values())
                .filter(step -> step.isAllowedIn(state))
                .toList();
    }

    Receipt moved(ReceiptState to, Settlement settled, Optional<String> why, LocalDate effective, Instant recordedAt) {
        return new Receipt(id, programme, fund, entry, to, settled, why, version.next(effective, recordedAt));
    }
}
