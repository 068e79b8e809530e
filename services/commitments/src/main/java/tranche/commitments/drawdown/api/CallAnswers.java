package tranche.commitments.drawdown.api;

import java.util.List;
import java.util.Optional;
import tranche.commitments.drawdown.domain.CallComponent;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CallPayment;
import tranche.commitments.drawdown.domain.CallStep;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.Release;
import tranche.commitments.drawdown.domain.Share;
import tranche.commitments.payment.domain.BankAccount;
import tranche.commitments.payment.domain.BankDetails;
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
    static final Table<ShownCall> TABLE = new Table<>(
            "capital-calls",
            List.of(
                    Column.id("id", row -> Optional.of(row.call().id().value())),
                    Column.id(
                            "programmeId",
                            row -> Optional.of(row.call().programme().value())),
                    Column.id("fundId", row -> Optional.of(row.call().fund().value())),
                    Column.text(
                            "reference",
                            row -> Optional.of(row.call().reference().text())),
                    Column.id(
                            "trancheId",
                            row -> row.call()
                                    .release()
                                    .map(from -> from.tranche().value())),
                    Column.code("state", row -> row.call().state()),
                    Column.amount("total", row -> Optional.of(row.call().total())),
                    Column.amount("paid", row -> Optional.of(row.paid())),
                    Column.currency("currency", row -> Optional.of(row.call().total())),
                    Column.date(
                            "dueDate", row -> Optional.of(row.call().content().dueDate())),
                    Column.text(
                            "purpose", row -> Optional.of(row.call().content().purpose())),
                    Column.whole("lineCount", ShownCall::lineCount),
                    Column.text("reason", row -> row.call().reason()),
                    Column.date(
                            "effectiveDate",
                            row -> Optional.of(row.call().version().effectiveDate())),
                    Column.instant(
                            "recordedAt",
                            row -> Optional.of(row.call().version().recordedAt())),
                    Column.whole(
                            "version", row -> Optional.of(row.call().version().number()))));

    private CallAnswers() {}

    static JsonObject json(ShownCall shown) {
        CapitalCall call = shown.call();
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
                .put("paid", shown.paid())
                .put("dueDate", call.content().dueDate())
                .put(
                        "components",
                        call.content().components().stream()
                                .map(CallAnswers::json)
                                .toList())
                .put("purpose", call.content().purpose())
                .put("payment", shown.payment().map(payment -> json(payment, shown.lines())))
                .put("basis", call.basis())
                .put("lineCount", shown.lineCount())
                .put(
                        "lines",
                        shown.lines().stream()
                                .map(line -> json(line, shown.whole()))
                                .toList())
                .put("reason", call.reason())
                .put("checks", shown.checks().map(CheckAnswers::json))
                .put("contentHash", call.contentHash().hex())
                .put("effectiveDate", call.version().effectiveDate())
                .put("recordedAt", call.version().recordedAt())
                .put("version", call.version().number());
    }

    /** Of an account what is told openly; its number is on the notices. Where they have none, it is told with the lines. */
    private static JsonObject json(CallPayment payment, List<CallLine> lines) {
        BankAccount account = payment.account();
        Optional<BankDetails> whole =
                payment.followed() && !lines.isEmpty() ? Optional.of(account.details()) : Optional.empty();
        return JsonObject.empty()
                .put("holder", whole.map(BankDetails::holder))
                .put("iban", whole.map(details -> details.iban().text()))
                .put("bic", whole.map(details -> details.bic().text()))
                .put("fingerprint", account.details().fingerprint().text())
                .put("last4", account.details().last4())
                .put("since", account.effectiveFrom());
    }

    private static JsonObject json(CallComponent component) {
        return JsonObject.empty().put("type", component.type()).put("amount", component.amount());
    }

    private static JsonObject json(CallLine line, boolean reckoned) {
        return JsonObject.empty()
                .put("id", line.id().value())
                .put("commitmentId", line.commitment().value())
                .put("investorId", line.investor().value())
                .put("amount", line.amount())
                .put("paid", line.matched())
                .put("open", line.open())
                .put("state", line.state())
                .put("afterTransfer", line.afterTransfer())
                .put("reference", line.reference().text())
                .put(
                        "components",
                        line.shares().stream()
                                .map(share -> json(share, reckoned))
                                .toList());
    }

    /** @param reckoned whether it is told how the share came about, which tells of the other lines too */
    static JsonObject json(Share share, boolean reckoned) {
        return JsonObject.empty()
                .put("type", share.type())
                .put("amount", share.amount())
                .put("reckoning", reckoned ? json(share.reckoning()) : null);
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
