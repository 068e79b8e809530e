package tranche.commitments.drawdown.domain;

import java.util.Map;
import java.util.stream.Collectors;
import tranche.values.actor.ContentHash;
import tranche.values.proposal.Content;
import tranche.values.proposal.ProposedCommand;

/** What one person proposes about a call or a receipt and another confirms. */
public sealed interface Motion {

    String reason();

    /** The command's name among all that is proposed. */
    ProposedCommand command();

    /** Takes an issued call back. */
    record Reversal(CallId call, String reason) implements Motion {

        public static final ProposedCommand COMMAND = new ProposedCommand("REVERSAL", "capital-call");

        @Override
        public ProposedCommand command() {
            return COMMAND;
        }

        /** What there is to approve (rule D-6): the call as it was issued, whatever came in meanwhile. */
        public Content on(CapitalCall subject) {
            return Content.shown(Map.of(
                    "capitalCallId", call.toString(),
                    "callContentHash", subject.contentHash().hex(),
                    "total", subject.total().toString(),
                    "command", COMMAND.code(),
                    "reason", reason));
        }
    }

    /** Sends back what of a receipt no line takes. */
    record Refund(ReceiptId receipt, String reason) implements Motion {

        public static final ProposedCommand COMMAND = new ProposedCommand("REFUND", "receipt");

        @Override
        public ProposedCommand command() {
            return COMMAND;
        }

        /**
         * What there is to approve (rule D-6): how much of whose money goes back, to the account that it came from, of which there
         * is the fingerprint alone.
         */
        public Content on(Receipt subject) {
            return Content.shown(Map.of(
                    "receiptId", receipt.toString(),
                    "amount", subject.refundable().toString(),
                    "held", held(subject),
                    "debtorFingerprint",
                            subject.entry().debtor().map(ContentHash::hex).orElse(""),
                    "command", COMMAND.code(),
                    "reason", reason));
        }

        private static String held(Receipt subject) {
            return subject.settlement().held().stream()
                    .map(part -> part.investor() + " " + part.amount())
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
