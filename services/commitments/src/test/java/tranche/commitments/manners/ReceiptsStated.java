package tranche.commitments.manners;

import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.usd;

import java.util.List;
import java.util.UUID;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk;
import tranche.commitments.drawdown.CallDesk.Fund;

/** Receipts in the states of domain §2.3. */
record ReceiptsStated(CallDesk desk) implements Stated {

    private static final String REASON = "{'reason': 'As agreed.'}";

    @Override
    public List<String> commands() {
        return List.of("match", "unmatch", "apply-to-next-call", "refund", "refund-confirmation", "return");
    }

    @Override
    public String in(String state) {
        Fund fund = desk.fund(0, "100.00", "100.00");
        return switch (state) {
            case "UNMATCHED" -> received(fund, "13.00");
            case "MATCHED" -> matched(fund, "10.00");
            case "OVERPAID" -> matched(fund, "13.00");
            case "REFUND_PENDING" -> refunding(fund);
            case "REFUNDED" -> after(refunding(fund), "refund-confirmation");
            case "RETURNED" -> after(received(fund, "13.00"), "return");
            default -> throw new IllegalArgumentException(state);
        };
    }

    private String received(Fund fund, String amount) {
        return "/receipts/" + desk.received(fund, amount, "").id();
    }

    /** Ten for a line, and what is more held for its investor. */
    private String matched(Fund fund, String amount) {
        String path = received(fund, amount);
        Reply call = new CallsStated(desk).in(fund, "ISSUED");
        desk.done(
                MANAGER,
                path + "/match",
                "{'matches': [{'callLineId': '" + call.body().at("/lines/0/id").asText() + "', 'amount': "
                        + usd("10.00") + "}], 'overpaymentInvestorId': '"
                        + call.body().at("/lines/0/investorId").asText() + "'}");
        return path;
    }

    private String refunding(Fund fund) {
        String path = received(fund, "13.00");
        desk.confirmed(MANAGER, path + "/refund", REASON);
        return path;
    }

    private String after(String path, String command) {
        StateTablesTest.assertDone(send(path, command));
        return path;
    }

    @Override
    public Reply send(String path, String command) {
        String place = path + "/" + command;
        return switch (command) {
            case "match" -> desk.send(MANAGER, place, "{'matches': []}");
            case "apply-to-next-call" ->
                desk.send(MANAGER, place, "{'callLineId': '" + UUID.randomUUID() + "', 'reason': 'As agreed.'}");
            case "refund-confirmation" -> desk.send(MANAGER, place, "{}");
            case "unmatch", "refund", "return" -> desk.send(MANAGER, place, REASON);
            default -> throw new IllegalArgumentException(command);
        };
    }
}
