package tranche.commitments.investor.api;

import java.util.List;
import java.util.Optional;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorContent;
import tranche.commitments.investor.domain.Lei;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Investors as callers get them. */
final class InvestorAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Investor> TABLE = new Table<>(
            "investors",
            List.of(
                    Column.id("id", row -> Optional.of(row.id().value())),
                    Column.text("name", row -> Optional.of(row.content().name())),
                    Column.code("kind", row -> row.content().kind()),
                    Column.text(
                            "country",
                            row -> Optional.of(row.content().country().code())),
                    Column.text("lei", row -> row.content().lei().map(Lei::value)),
                    Column.flag(
                            "consentToBeNamed", row -> Optional.of(row.content().consentToBeNamed())),
                    Column.code("state", Investor::state),
                    Column.text(
                            "kycStatus",
                            row -> row.kyc().map(kyc -> kyc.status().name())),
                    Column.date("kycValidUntil", row -> row.kyc().flatMap(kyc -> kyc.validUntil())),
                    Column.text("sourceSystem", row -> row.foreign().map(foreign -> foreign.sourceSystem())),
                    Column.text("externalRef", row -> row.foreign().map(foreign -> foreign.externalRef())),
                    Column.date(
                            "effectiveDate", row -> Optional.of(row.version().effectiveDate())),
                    Column.whole("version", row -> Optional.of(row.version().number()))));

    private InvestorAnswers() {}

    static JsonObject json(Investor investor) {
        InvestorContent content = investor.content();
        return JsonObject.empty()
                .put("id", investor.id().value())
                .put("name", content.name())
                .put("kind", content.kind())
                .put("country", content.country().code())
                .put("lei", content.lei().map(Lei::value))
                .put("consentToBeNamed", content.consentToBeNamed())
                .put("state", investor.state())
                .put(
                        "kyc",
                        investor.kyc()
                                .map(kyc -> JsonObject.empty()
                                        .put("status", kyc.status())
                                        .put("validUntil", kyc.validUntil())))
                .put("sourceSystem", investor.foreign().map(foreign -> foreign.sourceSystem()))
                .put("externalRef", investor.foreign().map(foreign -> foreign.externalRef()))
                .put("effectiveDate", investor.version().effectiveDate())
                .put("recordedAt", investor.version().recordedAt())
                .put("version", investor.version().number());
    }
}
