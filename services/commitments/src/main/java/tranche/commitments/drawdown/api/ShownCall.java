package tranche.commitments.drawdown.api;

import java.util.List;
import java.util.Optional;
import tranche.commitments.drawdown.domain.CallCheck;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CallPayment;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.values.actor.Access;
import tranche.values.money.Money;

/**
 * A call as its reader may see it: an investor is shown its own lines, and nothing from which those of others follow.
 *
 * @param lines those that the reader may see
 * @param whole whether that is all of them, for one of the fund's staff
 * @param payment to which account it is paid; empty where its notice says that instructions follow, and they have not yet
 * @param checks of what comes next; empty where nobody looked
 */
record ShownCall(
        CapitalCall call,
        List<CallLine> lines,
        boolean whole,
        Optional<CallPayment> payment,
        Optional<List<CallCheck>> checks) {

    ShownCall {
        lines = List.copyOf(lines);
        checks = checks.map(List::copyOf);
    }

    ShownCall(CapitalCall call, List<CallLine> lines, boolean whole, Optional<CallPayment> payment) {
        this(call, lines, whole, payment, Optional.empty());
    }

    ShownCall with(List<CallCheck> looked) {
        return new ShownCall(call, lines, whole, payment, Optional.of(looked));
    }

    static ShownCall to(Access access, CapitalCall call, List<CallLine> lines, Optional<CallPayment> payment) {
        return new ShownCall(call, lines, access.holds(CapitalCall.READERS, call.scope()), payment);
    }

    /** What has come in for the lines that are shown. */
    Money paid() {
        return whole
                ? call.progress().matched()
                : lines.stream()
                        .map(CallLine::matched)
                        .reduce(Money.zero(call.total().currency()), Money::plus);
    }

    /** How many lines there are; empty where some may be hidden. */
    Optional<Long> lineCount() {
        return whole ? Optional.of((long) call.progress().lines()) : Optional.empty();
    }
}
