package tranche.commitments.payment.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.payment.domain.BankAccount;
import tranche.commitments.payment.domain.BankAccountId;
import tranche.commitments.payment.domain.BankAccountState;
import tranche.commitments.payment.domain.BankDetails;
import tranche.commitments.payment.domain.Bic;
import tranche.commitments.payment.domain.Iban;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;
import tranche.values.money.Currency;

/** The rows of bank accounts. */
public final class BankAccountRows {

    static final VersionedTable TABLE = new VersionedTable(
            "bank_account",
            List.of(
                    "bank_account_id uuid",
                    "programme_id uuid",
                    "fund_id uuid",
                    "holder text",
                    "iban text",
                    "bic text",
                    "currency text",
                    "fingerprint text",
                    "content_hash text",
                    "state text",
                    "effective_from timestamptz",
                    "maker_account uuid",
                    "maker_person uuid",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String SAVE = TABLE.save();
    static final String OF_FUNDS = "select * from bank_account where fund_id = any(?::uuid[])";

    private BankAccountRows() {}

    /** All accounts of the funds, by fund. */
    public static Map<FundId, List<BankAccount>> ofFunds(Connection connection, Collection<FundId> funds)
            throws SQLException {
        return funds.isEmpty()
                ? Map.of()
                : Query.list(
                                connection,
                                OF_FUNDS,
                                select -> Bind.<FundId>rows(select, funds).uuid(FundId::value),
                                BankAccountRows::read)
                        .stream()
                        .collect(Collectors.groupingBy(BankAccount::fund));
    }

    /** Keeps versions of accounts. */
    public static void save(Connection connection, List<BankAccount> versions) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<BankAccount>rows(save, versions)
                    .uuid(account -> account.id().value())
                    .uuid(account -> account.programme().value())
                    .uuid(account -> account.fund().value())
                    .text(account -> account.details().holder())
                    .text(account -> account.details().iban().text())
                    .text(account -> account.details().bic().text())
                    .text(account -> account.details().currency().code())
                    .text(account -> account.details().fingerprint().text())
                    .text(account -> account.contentHash().hex())
                    .text(account -> account.state().name())
                    .instant(account -> account.effectiveFrom().orElse(null))
                    .uuid(account -> account.maker().account())
                    .uuid(account -> account.maker().person())
                    .bigint(account -> account.version().number())
                    .date(account -> account.version().effectiveDate())
                    .instant(account -> account.version().recordedAt());
            save.executeUpdate();
        }
    }

    /** An account as it was approved: what is shown and printed of it is bound to that (rule D-6). */
    static BankAccount read(ResultSet row) throws SQLException {
        BankAccount account = unchecked(row);
        if (!account.details().fingerprint().text().equals(row.getString("fingerprint"))
                || !account.contentHash().hex().equals(row.getString("content_hash"))) {
            throw new IllegalStateException("D-6: bank account " + account.id() + " is not what was proposed");
        }
        return account;
    }

    private static BankAccount unchecked(ResultSet row) throws SQLException {
        return new BankAccount(
                new BankAccountId(Rows.id(row, "bank_account_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                new FundId(Rows.id(row, "fund_id")),
                new BankDetails(
                        row.getString("holder"),
                        new Iban(row.getString("iban")),
                        new Bic(row.getString("bic")),
                        new Currency(row.getString("currency"))),
                BankAccountState.valueOf(row.getString("state")),
                Rows.instant(row, "effective_from"),
                Rows.maker(row),
                Rows.version(row));
    }
}
