package tranche.commitments.manners;

import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.AUDITOR;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.today;

import java.time.LocalDate;
import java.util.List;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk;

/** Closings in the states of domain §2.1. */
record ClosingsStated(CallDesk desk) implements Stated {

    @Override
    public List<String> commands() {
        return List.of("approval", "cancellation");
    }

    @Override
    public String in(String state) {
        return switch (state) {
            case "PLANNED" -> planned(today());
            case "APPROVED" -> after(planned(today().plusDays(30)), "approval");
            case "EFFECTIVE" -> after(planned(today()), "approval");
            case "CANCELLED" -> after(planned(today()), "cancellation");
            default -> throw new IllegalArgumentException(state);
        };
    }

    private String planned(LocalDate date) {
        String commitment = new CommitmentsStated(desk).in("ACCEPTED");
        Reply accepted = desk.service().get(AUDITOR, commitment);
        String body = "{'kind': 'INITIAL', 'date': '" + date + "', 'commitmentIds': ['" + accepted.id() + "']}";
        return "/closings/"
                + desk.made(MANAGER, "/funds/" + accepted.text("fundId") + "/closings", body)
                        .id();
    }

    private String after(String path, String command) {
        StateTablesTest.assertDone(send(path, command));
        return path;
    }

    @Override
    public Reply send(String path, String command) {
        String place = path + "/" + command;
        return switch (command) {
            case "approval" -> desk.send(APPROVER, place, desk.seen(path));
            case "cancellation" -> desk.send(MANAGER, place, "{'reason': 'As agreed.'}");
            default -> throw new IllegalArgumentException(command);
        };
    }
}
