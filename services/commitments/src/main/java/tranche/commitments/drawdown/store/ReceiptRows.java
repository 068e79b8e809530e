package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.drawdown.domain.BankEntry;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.Payer;
import tranche.commitments.drawdown.domain.Receipt;
import tranche.commitments.drawdown.domain.ReceiptId;
import tranche.commitments.drawdown.domain.ReceiptState;
import tranche.commitments.drawdown.domain.Settlement;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.payment.domain.Iban;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;
import tranche.values.actor.ContentHash;
import tranche.values.money.Currency;

/** The rows of receipts. */
final class ReceiptRows {

    static final VersionedTable TABLE = new VersionedTable(
            "receipt",
            List.of(
                    "receipt_id uuid",
                    "programme_id uuid",
                    "fund_id uuid",
                    "bank_account text",
                    "entry_reference text",
                    "value_date date",
                    "currency text",
                    "amount numeric",
                    "debtor_account text",
                    "state text",
                    "matches jsonb",
                    "held jsonb",
                    "leaving jsonb",
                    "refunded numeric",
                    "reason text",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String SAVE = TABLE.save();

    private static final String LOAD = """
            select * from receipt
             where receipt_id = any(?::uuid[])
                or (bank_account, entry_reference) in (select * from unnest(?::text[], ?::text[]))
                or matches @> any(?::jsonb[])
            """;

    private static final String PAYERS = """
            insert into receipt_payer (receipt_id, name, iban, remittance)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[])
            """;

    private ReceiptRows() {}

    /** The receipts named by id or by their entry, and those that settle a line of the calls. */
    static List<Receipt> load(
            Connection connection,
            Collection<ReceiptId> ids,
            Collection<BankEntry.Key> entries,
            Collection<CallId> settling)
            throws SQLException {
        return ids.isEmpty() && entries.isEmpty() && settling.isEmpty()
                ? List.of()
                : Query.list(
                        connection,
                        LOAD,
                        select -> {
                            Bind.<ReceiptId>rows(select, ids).uuid(ReceiptId::value);
                            Bind.<BankEntry.Key>rowsFrom(select, 2, entries)
                                    .text(entry -> entry.account().hex())
                                    .text(BankEntry.Key::reference);
                            Bind.<CallId>rowsFrom(select, 4, settling).column("jsonb", DrawdownJson::ofCall);
                        },
                        ReceiptRows::read);
    }

    static void save(Connection connection, Collection<Receipt> versions) throws SQLException {
        if (versions.isEmpty()) {
            return;
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Receipt>rows(save, versions)
                    .uuid(receipt -> receipt.id().value())
                    .uuid(receipt -> receipt.programme().value())
                    .uuid(receipt -> receipt.fund().value())
                    .text(receipt -> receipt.entry().account().hex())
                    .text(receipt -> receipt.entry().reference())
                    .date(receipt -> receipt.entry().valueDate())
                    .text(receipt -> receipt.amount().currency().code())
                    .numeric(receipt -> receipt.amount().value())
                    .text(receipt ->
                            receipt.entry().debtor().map(ContentHash::hex).orElse(null))
                    .text(receipt -> receipt.state().name())
                    .column("jsonb", receipt -> DrawdownJson.matches(receipt.matches()))
                    .column(
                            "jsonb",
                            receipt -> DrawdownJson.held(receipt.settlement().held()))
                    .column(
                            "jsonb",
                            receipt -> DrawdownJson.held(receipt.settlement().leaving()))
                    .numeric(receipt -> receipt.settlement().refunded().value())
                    .text(receipt -> receipt.reason().orElse(null))
                    .bigint(receipt -> receipt.version().number())
                    .date(receipt -> receipt.version().effectiveDate())
                    .instant(receipt -> receipt.version().recordedAt());
            save.executeUpdate();
        }
    }

    static void savePayers(Connection connection, Map<ReceiptId, Payer> payers) throws SQLException {
        if (payers.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(PAYERS)) {
            Bind.<Map.Entry<ReceiptId, Payer>>rows(insert, payers.entrySet())
                    .uuid(entry -> entry.getKey().value())
                    .text(entry -> entry.getValue().name().orElse(null))
                    .text(entry -> entry.getValue().account().map(Iban::text).orElse(null))
                    .text(entry -> entry.getValue().remittance().orElse(null));
            insert.executeUpdate();
        }
    }

    static Receipt read(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        Optional<ContentHash> debtor = Rows.text(row, "debtor_account").map(ContentHash::new);
        return new Receipt(
                new ReceiptId(Rows.id(row, "receipt_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                new FundId(Rows.id(row, "fund_id")),
                new BankEntry(
                        new ContentHash(row.getString("bank_account")),
                        row.getString("entry_reference"),
                        row.getObject("value_date", LocalDate.class),
                        Rows.money(row, "amount", currency),
                        debtor),
                ReceiptState.valueOf(row.getString("state")),
                new Settlement(
                        DrawdownJson.matches(row.getString("matches"), currency),
                        DrawdownJson.held(row.getString("held"), currency),
                        DrawdownJson.held(row.getString("leaving"), currency),
                        Rows.money(row, "refunded", currency)),
                Rows.text(row, "reason"),
                Rows.version(row));
    }

    static Payer payer(ResultSet row) throws SQLException {
        return new Payer(Rows.text(row, "name"), Rows.text(row, "iban").map(Iban::new), Rows.text(row, "remittance"));
    }
}
