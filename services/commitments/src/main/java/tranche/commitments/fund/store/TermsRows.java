package tranche.commitments.fund.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundCalendar;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.domain.TermsChange;
import tranche.commitments.fund.domain.TermsChange.NewCap;
import tranche.flow.proposal.ProposalRows;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What proposals would change in funds' terms. */
public final class TermsRows {

    private static final String INSERT = """
            insert into fund_terms_change (proposal_id, fund_id, changes_cap, cap, calendar, notice_business_days,
                                           call_basis, require_kyc, require_transfer_consent, effective_date, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String FIND = """
            select c.*, f.base_currency
              from fund_terms_change c join fund f using (fund_id) where c.proposal_id = ?
            """;

    private static final String WAITING = """
            select c.*, f.base_currency
              from fund_terms_change c join fund f using (fund_id) join proposal p using (proposal_id)
             where c.fund_id = any(?::uuid[]) and p.approved is null and p.expires_at > ?
            """;

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

    /** What a proposal would change. */
    public static TermsChange find(Connection connection, UUID proposal) throws SQLException {
        return Query.list(connection, FIND, select -> select.setObject(1, proposal), TermsRows::read)
                .getFirst();
    }

    /** What still waits is to be approved as it now is: each change follows the last version of its fund (rule D-6). */
    public static void restate(Connection connection, List<Fund> versions) throws SQLException {
        Map<UUID, Fund> last = new LinkedHashMap<>();
        versions.stream()
                .filter(fund -> fund.version().number() > 1)
                .forEach(fund -> last.put(fund.id().value(), fund));
        if (last.isEmpty()) {
            return;
        }
        List<Fund> changed = new ArrayList<>(last.values());
        record Waiting(UUID proposal, UUID fund, TermsChange change) {}
        List<Waiting> waiting = Query.list(
                connection,
                WAITING,
                select -> {
                    Bind.<Fund>rows(select, changed).uuid(fund -> fund.id().value());
                    select.setObject(2, Rows.at(changed.getLast().version().recordedAt()));
                },
                row -> new Waiting(Rows.id(row, "proposal_id"), Rows.id(row, "fund_id"), read(row)));
        ProposalRows.restate(
                connection,
                waiting.stream()
                        .map(one -> new ProposalRows.Restated(
                                one.proposal(), one.change().on(Objects.requireNonNull(last.get(one.fund())))))
                        .toList());
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
