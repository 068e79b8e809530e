package tranche.commitments.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Scope;
import tranche.values.calendar.WorkingDays;
import tranche.values.money.Money;
import tranche.values.register.Version;

/**
 * What one investor owes of a call.
 *
 * @param amount the sum of its shares
 * @param matched what has come in of it
 * @param reminded the last reminder that was told
 * @param late whether it was ever told as overdue: that is told once
 * @param afterTransfer whether it was opened again after its commitment went over to another investor: from then on it is
 *     between the fund and the investor to whom it was sent, and no commitment's paid moves with it
 * @param reference by which the payer names it
 */
public record CallLine(
        CallLineId id,
        CallId call,
        ProgrammeId programme,
        FundId fund,
        CommitmentId commitment,
        InvestorId investor,
        LineState state,
        Money amount,
        Money matched,
        LocalDate dueDate,
        Optional<Reminder> reminded,
        boolean late,
        boolean afterTransfer,
        PaymentReference reference,
        List<Share> shares,
        Version version) {

    public CallLine {
        shares = List.copyOf(shares);
        if (matched.isNegative() || matched.compareTo(amount) > 0) {
            throw new IllegalArgumentException("I-5: " + matched + " matched of " + amount);
        }
    }

    /** Seen by its fund's staff and by its investor. */
    public Scope scope() {
        return Scope.of(programme.value(), fund.value(), investor.value());
    }

    /** What is still to come: nothing before the call is issued. */
    public Money open() {
        return state.isOpen() ? amount.minus(matched) : Money.zero(amount.currency());
    }

    /** The reminder that is to be told: none on a day on which something else was told of it, or when its day is over. */
    Optional<Reminder> reminder(LocalDate today, WorkingDays calendar) {
        boolean isAwaited = state.isOpen()
                && !late
                && !dueDate.isBefore(today)
                && version.effectiveDate().isBefore(today);
        return isAwaited ? Reminder.on(today, dueDate, calendar, reminded) : Optional.empty();
    }

    /** Whether its day is over and it has not been told as late. */
    boolean becomesLate(LocalDate today) {
        return state.isOpen() && !late && dueDate.isBefore(today);
    }

    CallLine paid(Money more, LocalDate effective, Instant recordedAt) {
        return standing(matched.plus(more), late, afterTransfer, effective, recordedAt);
    }

    CallLine reopened(Money less, boolean wentOver, LocalDate effective, Instant recordedAt) {
        return standing(matched.minus(less), late, wentOver, effective, recordedAt);
    }

    CallLine reminded(Reminder reminder, LocalDate effective, Instant recordedAt) {
        return with(state, matched, Optional.of(reminder), late, afterTransfer, effective, recordedAt);
    }

    CallLine overdue(LocalDate effective, Instant recordedAt) {
        return standing(matched, true, afterTransfer, effective, recordedAt);
    }

    CallLine moved(LineState other, LocalDate effective, Instant recordedAt) {
        return with(other, matched, reminded, late, afterTransfer, effective, recordedAt);
    }

    private CallLine standing(
            Money settled, boolean isLate, boolean wentOver, LocalDate effective, Instant recordedAt) {
        LineState standing;
        if (settled.equals(amount)) {
            standing = LineState.PAID;
        } else if (isLate) {
            standing = LineState.OVERDUE;
        } else {
            standing = settled.isZero() ? LineState.ISSUED : LineState.PART_PAID;
        }
        return with(standing, settled, reminded, isLate, wentOver, effective, recordedAt);
    }

    private CallLine with(
            LineState other,
            Money settled,
            Optional<Reminder> told,
            boolean isLate,
            boolean wentOver,
            LocalDate effective,
            Instant recordedAt) {
        return new CallLine(
                id,
                call,
                programme,
                fund,
                commitment,
                investor,
                other,
                amount,
                settled,
                dueDate,
                told,
                isLate,
                wentOver,
                reference,
                shares,
                version.next(effective, recordedAt));
    }
}
