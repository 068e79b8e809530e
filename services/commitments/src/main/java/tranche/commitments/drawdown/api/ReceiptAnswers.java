package tranche.commitments.drawdown.api;

import java.util.List;
import java.util.Optional;
import tranche.commitments.drawdown.domain.Held;
import tranche.commitments.drawdown.domain.Match;
import tranche.commitments.drawdown.domain.MatchProposal;
import tranche.commitments.drawdown.domain.Payer;
import tranche.commitments.drawdown.domain.Receipt;
import tranche.commitments.drawdown.domain.ReceiptStep;
import tranche.commitments.payment.domain.Iban;
import tranche.values.actor.ContentHash;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Receipts as callers get them. */
final class ReceiptAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Receipt> TABLE = new Table<>(
            "receipts",
            List.of(
                    Column.id("id", row -> Optional.of(row.id().value())),
                    Column.id("programmeId", row -> Optional.of(row.programme().value())),
                    Column.id("fundId", row -> Optional.of(row.fund().value())),
                    Column.code("state", Receipt::state),
                    Column.amount("amount", row -> Optional.of(row.amount())),
                    Column.amount("held", row -> Optional.of(row.settlement().heldInAll())),
                    Column.currency("currency", row -> Optional.of(row.amount())),
                    Column.date("valueDate", row -> Optional.of(row.entry().valueDate())),
                    Column.text("entryReference", row -> Optional.of(row.entry().reference())),
                    Column.text("reason", Receipt::reason),
                    Column.date(
                            "effectiveDate", row -> Optional.of(row.version().effectiveDate())),
                    Column.instant(
                            "recordedAt", row -> Optional.of(row.version().recordedAt())),
                    Column.whole("version", row -> Optional.of(row.version().number()))));

    private ReceiptAnswers() {}

    /** @param proposals what it may be for; empty where nobody looked */
    static JsonObject json(Receipt receipt, Optional<Payer> payer, Optional<List<MatchProposal>> proposals) {
        return JsonObject.empty()
                .put("id", receipt.id().value())
                .put("programmeId", receipt.programme().value())
                .put("fundId", receipt.fund().value())
                .put("state", receipt.state())
                .put(
                        "allowed",
                        receipt.allowed().stream().map(ReceiptStep::command).toList())
                .put("bankAccountFingerprint", receipt.entry().account().hex())
                .put("entryReference", receipt.entry().reference())
                .put("valueDate", receipt.entry().valueDate())
                .put("amount", receipt.amount())
                .put("debtorName", payer.flatMap(Payer::name))
                .put("debtorIban", payer.flatMap(Payer::account).map(Iban::text))
                .put("debtorFingerprint", receipt.entry().debtor().map(ContentHash::hex))
                .put("remittance", payer.flatMap(Payer::remittance))
                .put(
                        "matches",
                        receipt.matches().stream().map(ReceiptAnswers::json).toList())
                .put(
                        "proposals",
                        proposals.map(
                                all -> all.stream().map(ReceiptAnswers::json).toList()))
                .put(
                        "held",
                        receipt.settlement().held().stream()
                                .map(ReceiptAnswers::json)
                                .toList())
                .put(
                        "leaving",
                        receipt.settlement().leaving().stream()
                                .map(ReceiptAnswers::json)
                                .toList())
                .put("refunded", receipt.settlement().refunded())
                .put("reason", receipt.reason())
                .put("effectiveDate", receipt.version().effectiveDate())
                .put("recordedAt", receipt.version().recordedAt())
                .put("version", receipt.version().number());
    }

    private static JsonObject json(Match match) {
        return JsonObject.empty()
                .put("callId", match.call().value())
                .put("callLineId", match.line().value())
                .put("amount", match.amount());
    }

    private static JsonObject json(MatchProposal proposal) {
        return JsonObject.empty()
                .put("callId", proposal.call().value())
                .put("callLineId", proposal.line().value())
                .put("investorId", proposal.investor().value())
                .put("reference", proposal.reference().text())
                .put("open", proposal.open())
                .put("amount", proposal.amount())
                .put("rule", proposal.rule());
    }

    private static JsonObject json(Held held) {
        return JsonObject.empty().put("investorId", held.investor().value()).put("amount", held.amount());
    }
}
