package tranche.commitments.fund.api;

import java.util.List;
import java.util.Optional;
import tranche.commitments.fund.domain.Fund;
import tranche.flow.writer.Answer;
import tranche.values.proposal.Proposal;
import tranche.web.command.Answers;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Funds as callers get them. */
final class FundAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Fund> TABLE = new Table<>(
            "funds",
            List.of(
                    Column.id("id", row -> Optional.of(row.id().value())),
                    Column.id("programmeId", row -> Optional.of(row.programme().value())),
                    Column.text("name", row -> Optional.of(row.content().name())),
                    Column.code("state", Fund::state),
                    Column.text(
                            "baseCurrency", row -> Optional.of(row.currency().code())),
                    Column.amount("cap", Fund::cap),
                    Column.code("calendar", row -> row.content().calendar()),
                    Column.whole(
                            "noticeBusinessDays",
                            row -> Optional.of((long) row.terms().noticeBusinessDays())),
                    Column.code("callBasis", row -> row.terms().callBasis()),
                    Column.flag("requireKyc", row -> Optional.of(row.terms().requireKyc())),
                    Column.flag(
                            "requireTransferConsent",
                            row -> Optional.of(row.terms().requireTransferConsent())),
                    Column.text("zone", row -> Optional.of(row.zone().getId())),
                    Column.flag("unverified", row -> Optional.of(row.content().unverified())),
                    Column.text("sourceNote", row -> row.content().sourceNote()),
                    Column.text("sourceSystem", row -> row.foreign().map(foreign -> foreign.sourceSystem())),
                    Column.text("externalRef", row -> row.foreign().map(foreign -> foreign.externalRef())),
                    Column.date(
                            "effectiveDate", row -> Optional.of(row.version().effectiveDate())),
                    Column.whole("version", row -> Optional.of(row.version().number()))));

    private FundAnswers() {}

    static JsonObject json(Fund fund) {
        return JsonObject.empty()
                .put("id", fund.id().value())
                .put("programmeId", fund.programme().value())
                .put("name", fund.content().name())
                .put("state", fund.state())
                .put("baseCurrency", fund.currency())
                .put("cap", fund.cap())
                .put("calendar", fund.content().calendar())
                .put(
                        "terms",
                        JsonObject.empty()
                                .put("noticeBusinessDays", fund.terms().noticeBusinessDays())
                                .put("callBasis", fund.terms().callBasis())
                                .put("requireKyc", fund.terms().requireKyc())
                                .put("requireTransferConsent", fund.terms().requireTransferConsent()))
                .put("zone", fund.zone())
                .put("unverified", fund.content().unverified())
                .put("sourceNote", fund.content().sourceNote())
                .put("sourceSystem", fund.foreign().map(foreign -> foreign.sourceSystem()))
                .put("externalRef", fund.foreign().map(foreign -> foreign.externalRef()))
                .put("effectiveDate", fund.version().effectiveDate())
                .put("recordedAt", fund.version().recordedAt())
                .put("version", fund.version().number());
    }

    /** A change of terms that waits for a second person. */
    static Answer awaiting(Proposal proposal) {
        return Answers.awaiting(
                "/api/v1/approvals/" + proposal.id(),
                JsonObject.empty()
                        .put("approvalId", proposal.id())
                        .put("contentHash", proposal.content().hash().hex())
                        .put("expiresAt", proposal.expiresAt()));
    }
}
