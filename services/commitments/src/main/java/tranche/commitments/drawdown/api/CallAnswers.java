package tranche.commitments.drawdown.api;

import java.util.List;
import java.util.Optional;
import tranche.commitments.drawdown.domain.CallComponent;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CallStep;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.Release;
import tranche.commitments.drawdown.domain.Share;
import tranche.flow.writer.Answer;
import tranche.values.money.Reckoning;
import tranche.values.proposal.Proposal;
import tranche.web.command.Answers;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Calls as callers get them. */
final class CallAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<CapitalCall> TABLE = new Table<>(
            "capital-calls",
            List.of(
                    Column.id("id", row -> Optional.of(row.id().value())),
                    Column.id("programmeId", row -> Optional.of(row.programme().value())),
                    Column.id("fundId", row -> Optional.of(row.fund().value())),
                    Column.text("reference", row -> Optional.of(row.reference().text())),
                    Column.id(
                            "trancheId",
                            row -> row.release().map(from -> from.tranche().value())),
                    Column.code("state", CapitalCall::state),
                    Column.amount("total", row -> Optional.of(row.total())),
                    Column.amount("paid", row -> Optional.of(row.progress().matched())),
                    Column.currency("currency", row -> Optional.of(row.total())),
                    Column.date("dueDate", row -> Optional.of(row.content().dueDate())),
                    Column.text("purpose", row -> Optional.of(row.content().purpose())),
                    Column.whole(
                            "lineCount",
                            row -> Optional.of((long) row.progress().lines())),
                    Column.text("reason", CapitalCall::reason),
                    Column.date(
                            "effectiveDate", row -> Optional.of(row.version().effectiveDate())),
                    Column.instant(
                            "recordedAt", row -> Optional.of(row.version().recordedAt())),
                    Column.whole("version", row -> Optional.of(row.version().number()))));

    private CallAnswers() {}

    /** @param lines those that the caller may see */
    static JsonObject json(CapitalCall call, List<CallLine> lines) {
        return JsonObject.empty()
                .put("id", call.id().value())
                .put("programmeId", call.programme().value())
                .put("fundId", call.fund().value())
                .put("reference", call.reference().text())
                .put("trancheId", call.release().map(from -> from.tranche().value()))
                .put("conditionVersion", call.release().map(Release::conditionVersion))
                .put(
                        "cause",
                        JsonObject.empty()
                                .put(
                                        "milestoneIds",
                                        call.release().map(Release::milestones).orElse(List.of())))
                .put("state", call.state())
                .put("allowed", call.allowed().stream().map(CallStep::command).toList())
                .put("total", call.total())
                .put("paid", call.progress().matched())
                .put("dueDate", call.content().dueDate())
                .put(
                        "components",
                        call.content().components().stream()
                                .map(CallAnswers::json)
                                .toList())
                .put("purpose", call.content().purpose())
                .put("basis", call.basis())
                .put("lineCount", call.progress().lines())
                .put("lines", lines.stream().map(CallAnswers::json).toList())
                .put("reason", call.reason())
                .put("contentHash", call.contentHash().hex())
                .put("effectiveDate", call.version().effectiveDate())
                .put("recordedAt", call.version().recordedAt())
                .put("version", call.version().number());
    }

    private static JsonObject json(CallComponent component) {
        return JsonObject.empty().put("type", component.type()).put("amount", component.amount());
    }

    private static JsonObject json(CallLine line) {
        return JsonObject.empty()
                .put("id", line.id().value())
                .put("commitmentId", line.commitment().value())
                .put("investorId", line.investor().value())
                .put("amount", line.amount())
                .put("paid", line.matched())
                .put("open", line.open())
                .put("state", line.state())
                .put("reference", line.reference().text())
                .put("components", line.shares().stream().map(CallAnswers::json).toList());
    }

    private static JsonObject json(Share share) {
        return JsonObject.empty()
                .put("type", share.type())
                .put("amount", share.amount())
                .put("reckoning", json(share.reckoning()));
    }

    private static JsonObject json(Reckoning how) {
        return JsonObject.empty()
                .put("total", how.total().toString())
                .put("weight", how.weight().toString())
                .put("weights", how.weights().toString())
                .put("quotient", how.quotient().toString())
                .put("remainder", how.remainder().toString())
                .put("unit", how.unit())
                .put("cap", how.cap().map(Object::toString))
                .put("capped", how.capped());
    }

    /** What waits for a second person. */
    static Answer awaiting(Proposal proposal) {
        return Answers.awaiting(
                "/api/v1/approvals/" + proposal.id(),
                JsonObject.empty()
                        .put("approvalId", proposal.id())
                        .put("contentHash", proposal.content().hash().hex())
                        .put("expiresAt", proposal.expiresAt()));
    }
}
