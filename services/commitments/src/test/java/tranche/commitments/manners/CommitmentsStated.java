package tranche.commitments.manners;

import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.today;
import static tranche.commitments.drawdown.CallDesk.usd;

import java.util.List;
import java.util.UUID;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk;

/** Commitments in the states of domain §2.1. */
record CommitmentsStated(CallDesk desk) implements Stated {

    static final String TO_BE_TAKEN_ON = "DRAFT to be taken on";

    @Override
    public List<String> commands() {
        return List.of(
                "edit",
                "submission",
                "return",
                "acceptance",
                "take-on-approval",
                "cancellation",
                "amendments",
                "transfer");
    }

    @Override
    public String in(String state) {
        return switch (state) {
            case "DRAFT" -> draft(desk.fund(0).id());
            case TO_BE_TAKEN_ON -> toBeTakenOn();
            case "SUBMITTED" -> after(in("DRAFT"), "submission");
            case "ACCEPTED" -> after(in("SUBMITTED"), "acceptance");
            case "CLOSED" ->
                "/commitments/" + desk.fund(0, "10.00").commitments().getFirst();
            case "TRANSFERRED" -> transferred(in("CLOSED"));
            case "CANCELLED" -> after(in("DRAFT"), "cancellation");
            default -> throw new IllegalArgumentException(state);
        };
    }

    private String draft(UUID fund) {
        return "/commitments/"
                + desk.made(MANAGER, "/commitments", of(fund) + ", 'amount': " + usd("10.00") + "}")
                        .id();
    }

    private String toBeTakenOn() {
        String body = of(desk.fund(0).id()) + ", 'amount': " + usd("10.00") + ", 'asOf': '" + today()
                + "', 'source': 'the books before'}";
        return "/commitments/"
                + desk.made(MANAGER, "/commitments/take-on", body).id();
    }

    private String of(UUID fund) {
        return "{'fundId': '" + fund + "', 'investorId': '" + investor() + "'";
    }

    private UUID investor() {
        return desk.made(MANAGER, "/investors", "{'name': 'I', 'kind': 'OTHER', 'country': 'DE'}")
                .id();
    }

    /** It is another investor's. */
    String transferred(String path) {
        desk.confirmed(MANAGER, path + "/transfer", to(investor()));
        return path;
    }

    private static String to(UUID investor) {
        return "{'toInvestorId': '" + investor + "'}";
    }

    private String after(String path, String command) {
        StateTablesTest.assertDone(send(path, command));
        return path;
    }

    @Override
    public Reply send(String path, String command) {
        String place = path + "/" + command;
        return switch (command) {
            case "edit" -> desk.edit(path, "{'amount': " + usd("11.00") + "}");
            case "submission" -> desk.send(MANAGER, place, "{'source': 'public register'}");
            case "acceptance" -> desk.send(APPROVER, place, "{'closingDate': '" + today() + "'}");
            case "take-on-approval" -> desk.send(APPROVER, place, "{}");
            case "amendments" -> desk.send(MANAGER, place, "{'amount': " + usd("11.00") + ", 'reason': 'As agreed.'}");
            case "transfer" -> desk.send(MANAGER, place, to(investor()));
            case "return", "cancellation" -> desk.send(MANAGER, place, "{'reason': 'As agreed.'}");
            default -> throw new IllegalArgumentException(command);
        };
    }
}
