package tranche.commitments.fund.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundCalendar;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.domain.TermsChange;
import tranche.commitments.fund.domain.TermsChange.NewCap;
import tranche.flow.proposal.MotionTable;
import tranche.flow.register.Rows;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What proposals would change in funds' terms. */
public final class TermsRows {

    private static final String INSERT = """
            insert into fund_terms_change (proposal_id, fund_id, changes_cap, cap, calendar, notice_business_days,
                                           call_basis, require_kyc, require_transfer_consent, effective_date, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** With the currency of the cap. */
    private static final String SELECT =
            "select m.*, f.base_currency from fund_terms_change m join fund f using (fund_id)";

    public static final MotionTable<TermsChange> TABLE = new MotionTable<>(SELECT, "fund_id", TermsRows::read);

    private TermsRows() {}

    public static void insert(Connection connection, UUID proposal, FundId fund, TermsChange change)
            throws SQLException {
        Optional<Money> cap = change.cap().flatMap(NewCap::amount);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, proposal);
            insert.setObject(2, fund.value());
            insert.setBoolean(3, change.cap().isPresent());
            insert.setBigDecimal(4, cap.map(Money::value).orElse(null));
            insert.setString(5, change.calendar().map(Enum::name).orElse(null));
            insert.setObject(6, change.noticeBusinessDays().orElse(null));
            insert.setString(7, change.callBasis().map(Enum::name).orElse(null));
            insert.setObject(8, change.requireKyc().orElse(null));
            insert.setObject(9, change.requireTransferConsent().orElse(null));
            insert.setObject(10, change.effectiveDate().orElse(null));
            insert.setString(11, change.reason().orElse(null));
            insert.executeUpdate();
        }
    }

    /** What still waits is to be approved as it now is: each change follows the last version of its fund (rule D-6). */
    public static void restate(Connection connection, List<Fund> versions) throws SQLException {
        TABLE.restate(connection, versions, fund -> fund.id().value(), Fund::version, TermsChange::on);
    }

    private static TermsChange read(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("base_currency"));
        return new TermsChange(
                row.getBoolean("changes_cap")
                        ? Optional.of(new NewCap(Rows.optionalMoney(row, "cap", currency)))
                        : Optional.empty(),
                Rows.text(row, "calendar").map(FundCalendar::valueOf),
                Optional.ofNullable(row.getObject("notice_business_days", Integer.class)),
                Rows.text(row, "call_basis").map(CallBasis::valueOf),
                Optional.ofNullable(row.getObject("require_kyc", Boolean.class)),
                Optional.ofNullable(row.getObject("require_transfer_consent", Boolean.class)),
                Rows.date(row, "effective_date"),
                Rows.text(row, "reason"));
    }
}
