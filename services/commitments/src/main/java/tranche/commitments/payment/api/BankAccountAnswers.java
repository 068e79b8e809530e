package tranche.commitments.payment.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tranche.commitments.payment.domain.BankAccount;
import tranche.commitments.payment.domain.BankAccountState;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Bank accounts as the fund's staff gets them. */
final class BankAccountAnswers {

    private BankAccountAnswers() {}

    /** The columns of a list that leaves as a file, with the states of a moment. */
    static Table<BankAccount> table(Instant now) {
        return new Table<>(
                "bank-accounts",
                List.of(
                        Column.id("id", row -> Optional.of(row.id().value())),
                        Column.id(
                                "programmeId",
                                row -> Optional.of(row.programme().value())),
                        Column.id("fundId", row -> Optional.of(row.fund().value())),
                        Column.code("state", row -> row.stateAt(now)),
                        Column.text("holder", row -> Optional.of(row.details().holder())),
                        Column.text(
                                "iban", row -> Optional.of(row.details().iban().text())),
                        Column.text(
                                "bic", row -> Optional.of(row.details().bic().text())),
                        Column.text(
                                "currency",
                                row -> Optional.of(row.details().currency().code())),
                        Column.text(
                                "fingerprint",
                                row -> Optional.of(row.details().fingerprint().text())),
                        Column.instant("effectiveFrom", BankAccount::effectiveFrom),
                        Column.date(
                                "effectiveDate",
                                row -> Optional.of(row.version().effectiveDate())),
                        Column.whole("version", row -> Optional.of(row.version().number()))));
    }

    /** An account with its state at a moment. */
    static JsonObject json(BankAccount account, Instant now) {
        BankAccountState state = account.stateAt(now);
        return JsonObject.empty()
                .put("id", account.id().value())
                .put("programmeId", account.programme().value())
                .put("fundId", account.fund().value())
                .put("state", state)
                .put("allowed", state.allowed())
                .put("holder", account.details().holder())
                .put("iban", account.details().iban().text())
                .put("bic", account.details().bic().text())
                .put("currency", account.details().currency())
                .put("last4", account.details().last4())
                .put("fingerprint", account.details().fingerprint().text())
                .put("effectiveFrom", account.effectiveFrom())
                .put("contentHash", account.contentHash().hex())
                .put("effectiveDate", account.version().effectiveDate())
                .put("recordedAt", account.version().recordedAt())
                .put("version", account.version().number());
    }
}
