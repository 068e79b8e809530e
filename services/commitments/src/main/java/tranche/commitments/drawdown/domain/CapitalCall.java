package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Approval;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Money;
import tranche.values.register.Version;

/**
 * A demand for cash, shared among the investors of a fund (domain §2.2). Its lines are objects of their own.
 *
 * @param reference of the call as such; payers name their lines
 * @param release of the tranche that it releases; empty where a person called without one
 * @param basis by what it was shared
 * @param contentHash of what is called and of all lines: what an approval binds (rule D-6)
 * @param makers who drafted or edited it: none of them approves it (rule D-1)
 * @param approval of the content as it is; empty until it is approved, and again after an edit
 * @param reason of the last return or reopening, of the cancellation or the reversal
 */
public record CapitalCall(
        CallId id,
        ProgrammeId programme,
        FundId fund,
        PaymentReference reference,
        Optional<Release> release,
        CallState state,
        CallContent content,
        CallBasis basis,
        Progress progress,
        ContentHash contentHash,
        Set<Maker> makers,
        Optional<Approval> approval,
        Optional<String> reason,
        Version version) {

    /** Whose holders read a call whole; an investor reads an issued one with its own lines. */
    public static final Set<Role> READERS = Fund.READERS;

    public CapitalCall {
        makers = Set.copyOf(makers);
    }

    public Scope scope() {
        return Scope.ofFund(programme.value(), fund.value());
    }

    public Money total() {
        return content.total();
    }

    /** Who may not approve it: its makers, and who verified what it rests on (rules D-1 and D-2). */
    public Set<Maker> hands() {
        Set<Maker> hands = new HashSet<>(makers);
        release.ifPresent(from -> hands.addAll(from.verifiers()));
        return hands;
    }

    /** The steps that its state admits, in the order of {@link CallStep}. */
    public List<CallStep> allowed() {
        return Arrays.stream(CallStep.values())
                .filter(step -> step.isAllowedIn(state))
                .toList();
    }

    CapitalCall moved(
            CallState to, Optional<Approval> given, Optional<String> why, LocalDate effective, Instant recordedAt) {
        return new CapitalCall(
                id,
                programme,
                fund,
                reference,
                release,
                to,
                content,
                basis,
                progress,
                contentHash,
                makers,
                given,
                why,
                version.next(effective, recordedAt));
    }

    /** After something happened to one of its lines. */
    CapitalCall progressed(Progress further, LocalDate effective, Instant recordedAt) {
        return new CapitalCall(
                id,
                programme,
                fund,
                reference,
                release,
                state == CallState.REVERSED ? state : further.state(),
                content,
                basis,
                further,
                contentHash,
                makers,
                approval,
                reason,
                version.next(effective, recordedAt));
    }
}
