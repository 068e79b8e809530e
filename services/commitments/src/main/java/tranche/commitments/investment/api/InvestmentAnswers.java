package tranche.commitments.investment.api;

import java.util.List;
import java.util.Optional;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.investment.domain.Investment;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Investments as callers get them. */
final class InvestmentAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Investment> TABLE = new Table<>(
            "investments",
            List.of(
                    Column.id("id", row -> Optional.of(row.id().value())),
                    Column.id("programmeId", row -> Optional.of(row.programme().value())),
                    Column.id("fundId", row -> Optional.of(row.fund().value())),
                    Column.id("projectId", row -> Optional.of(row.project())),
                    Column.id("trancheId", row -> row.tranche().map(TrancheId::value)),
                    Column.date("date", row -> Optional.of(row.version().effectiveDate())),
                    Column.amount("amount", row -> Optional.of(row.amount())),
                    Column.currency("currency", row -> Optional.of(row.amount())),
                    Column.instant(
                            "recordedAt", row -> Optional.of(row.version().recordedAt())),
                    Column.whole("version", row -> Optional.of(row.version().number()))));

    private InvestmentAnswers() {}

    static JsonObject json(Investment made) {
        return JsonObject.empty()
                .put("id", made.id().value())
                .put("programmeId", made.programme().value())
                .put("fundId", made.fund().value())
                .put("projectId", made.project())
                .put("trancheId", made.tranche().map(TrancheId::value))
                .put("date", made.version().effectiveDate())
                .put("amount", made.amount())
                .put("recordedAt", made.version().recordedAt())
                .put("version", made.version().number());
    }
}
