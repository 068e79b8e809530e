package tranche.portal.receipt.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tranche.values.actor.Access;
import tranche.values.actor.Role;

/** What a fund's manager can do with a receipt. Whether its state admits it, the service knows. */
public enum ReceiptDoing {
    MATCH("match", "matched", List.of()),
    APPLY("apply-to-next-call", "applied", List.of("callLineId", "reason")),
    UNMATCH("unmatch", "unmatched", List.of("reason")),
    REFUND("refund", "proposed", List.of("reason")),
    CONFIRM_REFUND("refund-confirmation", "refunded", List.of("effectiveDate")),
    RETURN("return", "taken-back", List.of("reason", "effectiveDate"));

    private final String command;
    private final String done;
    private final List<String> fields;

    ReceiptDoing(String command, String done, List<String> fields) {
        this.command = command;
        this.done = done;
        this.fields = fields;
    }

    /** Its name in the API and in addresses. */
    public String command() {
        return command;
    }

    /** What is said of it when it is done. */
    public String done() {
        return done;
    }

    /** The members of its body that a form asks for, in their order. */
    public List<String> fields() {
        return fields;
    }

    /** Whether money leaves, or a line is open again. */
    public boolean undoes() {
        return this == UNMATCH || this == REFUND || this == RETURN;
    }

    /** The command of a name. */
    public static Optional<ReceiptDoing> of(String command) {
        return Arrays.stream(values())
                .filter(doing -> doing.command.equals(command))
                .findFirst();
    }

    /** What somebody may do with a receipt that admits it, in the order of the page. */
    public static List<ReceiptDoing> of(Receipt receipt, Access access) {
        return Arrays.stream(values())
                .filter(doing ->
                        receipt.allowed().contains(doing.command) && access.holds(Role.FUND_MANAGER, receipt.scope()))
                .toList();
    }
}
