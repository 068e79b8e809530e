package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CallLineId;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.LineState;
import tranche.commitments.drawdown.domain.PaymentReference;
import tranche.commitments.drawdown.domain.Reminder;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;
import tranche.values.money.Currency;
import tranche.world.ids.Ids;

/** The rows of lines. */
final class CallLineRows {

    static final VersionedTable TABLE = new VersionedTable(
            "call_line",
            List.of(
                    "line_id uuid",
                    "call_id uuid",
                    "programme_id uuid",
                    "fund_id uuid",
                    "commitment_id uuid",
                    "investor_id uuid",
                    "state text",
                    "currency text",
                    "amount numeric",
                    "matched numeric",
                    "due_date date",
                    "reminded text",
                    "late boolean",
                    "after_transfer boolean",
                    "reference text",
                    "shares jsonb",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String SAVE = TABLE.save();

    private static final String LOAD = """
            select * from call_line
             where call_id = any(?::uuid[]) or line_id = any(?::uuid[]) or reference = any(?::text[])
            """;

    private static final String BLANKS = "select nextval('payment_reference') from generate_series(1, ?)";

    private CallLineRows() {}

    /** All lines of the calls, the lines named by id, and those named by a payer. */
    static List<CallLine> load(
            Connection connection,
            Collection<CallId> calls,
            Collection<CallLineId> ids,
            Collection<PaymentReference> references)
            throws SQLException {
        return calls.isEmpty() && ids.isEmpty() && references.isEmpty()
                ? List.of()
                : Query.list(
                        connection,
                        LOAD,
                        select -> {
                            Bind.<CallId>rows(select, calls).uuid(CallId::value);
                            Bind.<CallLineId>rowsFrom(select, 2, ids).uuid(CallLineId::value);
                            Bind.<PaymentReference>rowsFrom(select, 3, references)
                                    .text(PaymentReference::text);
                        },
                        CallLineRows::read);
    }

    /** Ids and references for so many new lines. */
    static List<Drawdowns.Blank> blanks(Connection connection, Ids ids, int number) throws SQLException {
        return number == 0
                ? List.of()
                : Query.list(
                        connection,
                        BLANKS,
                        select -> select.setInt(1, number),
                        row -> new Drawdowns.Blank(new CallLineId(ids.next()), PaymentReference.of(row.getLong(1))));
    }

    static void save(Connection connection, Collection<CallLine> versions) throws SQLException {
        if (versions.isEmpty()) {
            return;
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<CallLine>rows(save, versions)
                    .uuid(line -> line.id().value())
                    .uuid(line -> line.call().value())
                    .uuid(line -> line.programme().value())
                    .uuid(line -> line.fund().value())
                    .uuid(line -> line.commitment().value())
                    .uuid(line -> line.investor().value())
                    .text(line -> line.state().name())
                    .text(line -> line.amount().currency().code())
                    .numeric(line -> line.amount().value())
                    .numeric(line -> line.matched().value())
                    .date(CallLine::dueDate)
                    .text(line -> line.reminded().map(Reminder::name).orElse(null))
                    .bool(CallLine::late)
                    .bool(CallLine::afterTransfer)
                    .text(line -> line.reference().text())
                    .column("jsonb", line -> DrawdownJson.shares(line.shares()))
                    .bigint(line -> line.version().number())
                    .date(line -> line.version().effectiveDate())
                    .instant(line -> line.version().recordedAt());
            save.executeUpdate();
        }
    }

    static CallLine read(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        return new CallLine(
                new CallLineId(Rows.id(row, "line_id")),
                new CallId(Rows.id(row, "call_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                new FundId(Rows.id(row, "fund_id")),
                new CommitmentId(Rows.id(row, "commitment_id")),
                new InvestorId(Rows.id(row, "investor_id")),
                LineState.valueOf(row.getString("state")),
                Rows.money(row, "amount", currency),
                Rows.money(row, "matched", currency),
                row.getObject("due_date", LocalDate.class),
                Optional.ofNullable(row.getString("reminded")).map(Reminder::valueOf),
                row.getBoolean("late"),
                row.getBoolean("after_transfer"),
                new PaymentReference(row.getString("reference")),
                DrawdownJson.shares(row.getString("shares"), currency),
                Rows.version(row));
    }
}
