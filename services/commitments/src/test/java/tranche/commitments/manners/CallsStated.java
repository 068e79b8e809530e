package tranche.commitments.manners;

import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.today;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk;
import tranche.commitments.drawdown.CallDesk.Fund;

/** Calls of two lines in the states of domain §2.2. */
record CallsStated(CallDesk desk) implements Stated {

    @Override
    public List<String> commands() {
        return List.of("edit", "approval", "return", "reopen", "issue", "cancellation", "reversal");
    }

    @Override
    public String in(String state) {
        return path(in(desk.fund(0, "100.00", "100.00"), state));
    }

    private static String path(Reply call) {
        return "/capital-calls/" + call.id();
    }

    /** A call of a fund that has two commitments. */
    Reply in(Fund fund, String state) {
        Reply draft = desk.drafted(fund, today().plusDays(60), "INVESTMENT", "20.00");
        return switch (state) {
            case "DRAFT" -> draft;
            case "APPROVED" -> desk.approved(draft);
            case "ISSUED" -> done(desk.approved(draft), "issue");
            case "PART_PAID" -> paid(fund, done(desk.approved(draft), "issue"), 1);
            case "OVERDUE" -> overdue(done(desk.approved(draft), "issue"));
            case "PAID" -> paid(fund, done(desk.approved(draft), "issue"), 2);
            case "CANCELLED" -> done(draft, "cancellation");
            case "REVERSED" -> reversed(done(desk.approved(draft), "issue"));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private Reply done(Reply call, String command) {
        return StateTablesTest.assertDone(send(path(call), command));
    }

    private Reply paid(Fund fund, Reply call, int lines) {
        for (int i = 0; i < lines; i++) {
            JsonNode line = call.body().get("lines").get(i);
            desk.received(fund, "10.00", line.get("reference").asText());
        }
        return desk.call(call.id());
    }

    private Reply overdue(Reply call) {
        desk.turn(call.id(), today().minusDays(1));
        desk.minutePasses();
        return desk.call(call.id());
    }

    private Reply reversed(Reply call) {
        desk.confirmed(MANAGER, path(call) + "/reversal", "{'reason': 'As agreed.'}");
        return desk.call(call.id());
    }

    @Override
    public Reply send(String path, String command) {
        String place = path + "/" + command;
        return switch (command) {
            case "edit" -> desk.edit(path, "{'purpose': 'Fab 2'}");
            case "approval" -> desk.send(APPROVER, place, desk.seen(path));
            case "issue" -> desk.send(MANAGER, place, "");
            case "return", "reopen", "cancellation", "reversal" ->
                desk.send(MANAGER, place, "{'reason': 'As agreed.'}");
            default -> throw new IllegalArgumentException(command);
        };
    }
}
