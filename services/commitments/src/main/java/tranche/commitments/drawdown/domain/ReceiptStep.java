package tranche.commitments.drawdown.domain;

import java.util.EnumSet;
import java.util.Set;

/** What can be done to a receipt that exists, and in which states. */
public enum ReceiptStep {
    MATCH("match", EnumSet.of(ReceiptState.UNMATCHED)),
    UNMATCH("unmatch", EnumSet.of(ReceiptState.MATCHED)),
    APPLY("apply-to-next-call", EnumSet.of(ReceiptState.OVERPAID)),
    REFUND("refund", EnumSet.of(ReceiptState.OVERPAID, ReceiptState.UNMATCHED)),
    CONFIRM_REFUND("refund-confirmation", EnumSet.of(ReceiptState.REFUND_PENDING)),
    RETURN(
            "return",
            EnumSet.of(
                    ReceiptState.UNMATCHED, ReceiptState.MATCHED, ReceiptState.OVERPAID, ReceiptState.REFUND_PENDING));

    private final String command;
    private final Set<ReceiptState> states;

    ReceiptStep(String command, Set<ReceiptState> states) {
        this.command = command;
        this.states = Set.copyOf(states);
    }

    /** The command's name on the wire. */
    public String command() {
        return command;
    }

    /** Whether a receipt in the state admits the step (domain §2.3). */
    public boolean isAllowedIn(ReceiptState state) {
        return states.contains(state);
    }
}
