package tranche.commitments.manners;

import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.AUDITOR;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.today;
import static tranche.commitments.drawdown.CallDesk.usd;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk;

/** Tranches that wait for a day, in the states of domain §2.6. */
record TranchesStated(CallDesk desk) implements Stated {

    private static final String REASON = "{'reason': 'As agreed.'}";

    @Override
    public List<String> commands() {
        return List.of("approval", "redraft", "amend", "cancel");
    }

    @Override
    public String in(String state) {
        return switch (state) {
            case "DRAFT" -> draft("100.00", today());
            case "LOCKED" -> after(draft("100.00", today().plusDays(9)), "approval");
            // More than is uncalled: no call can be drafted of it.
            case "CONDITIONS_MET" -> after(draft("10.00", today()), "approval");
            case "CALL_DRAFTED" -> after(draft("100.00", today()), "approval");
            case "RELEASED" -> released(in("CALL_DRAFTED"));
            case "CANCELLED" -> cancelled(in("DRAFT"));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private String draft(String uncalled, LocalDate day) {
        String body = "{'fundId': '" + desk.fund(0, uncalled).id() + "', 'name': 'Shell', 'amount': " + usd("60.00")
                + ", 'conditions': [" + waitingFor(day) + "]}";
        return "/tranches/" + desk.made(MANAGER, "/tranches", body).id();
    }

    private static String waitingFor(LocalDate day) {
        return "{'type': 'DATE_REACHED', 'date': '" + day + "'}";
    }

    private String after(String path, String command) {
        StateTablesTest.assertDone(send(path, command));
        return path;
    }

    /** Its call is issued. */
    String released(String path) {
        Reply call = desk.call(UUID.fromString(desk.service().get(AUDITOR, path).text("callId")));
        desk.done(MANAGER, "/capital-calls/" + desk.approved(call).id() + "/issue", "");
        return path;
    }

    private String cancelled(String path) {
        desk.confirmed(MANAGER, path + "/cancel", REASON);
        return path;
    }

    @Override
    public Reply send(String path, String command) {
        String place = path + "/" + command;
        return switch (command) {
            case "approval" -> desk.send(APPROVER, place, desk.seen(path));
            case "redraft" -> desk.send(MANAGER, place, "");
            case "amend" ->
                desk.send(
                        MANAGER,
                        place,
                        "{'conditions': [" + waitingFor(today().plusDays(10)) + "], 'reason': 'As agreed.'}");
            case "cancel" -> desk.send(MANAGER, place, REASON);
            default -> throw new IllegalArgumentException(command);
        };
    }
}
