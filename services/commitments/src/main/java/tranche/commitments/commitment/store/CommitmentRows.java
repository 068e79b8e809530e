package tranche.commitments.commitment.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.commitment.domain.ClosingId;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.CommitmentState;
import tranche.commitments.commitment.domain.DatePrecision;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.commitment.domain.Transfers;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;
import tranche.values.money.Currency;
import tranche.values.register.ForeignIdentity;

/** The rows of commitments. */
public final class CommitmentRows {

    static final VersionedTable TABLE = new VersionedTable(
            "commitment",
            List.of(
                    "commitment_id uuid",
                    "programme_id uuid",
                    "fund_id uuid",
                    "investor_id uuid",
                    "state text",
                    "currency text",
                    "amount numeric",
                    "dated date",
                    "date_precision text",
                    "called numeric",
                    "paid numeric",
                    "restored numeric",
                    "distributed numeric",
                    "evidence jsonb",
                    "opening jsonb",
                    "closing_date date",
                    "closing_id uuid",
                    "reason text",
                    "source_system text",
                    "external_ref text",
                    "transferred_from uuid",
                    "transferred_to jsonb",
                    "transferred_at timestamptz",
                    "makers jsonb",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String SAVE = TABLE.save();
    private static final String LOAD = "select * from commitment where commitment_id = any(?::uuid[])";
    private static final String CLOSED = "select * from commitment where fund_id = any(?::uuid[]) and state = 'CLOSED'";
    private static final String OF_INVESTORS =
            "select * from commitment where fund_id = any(?::uuid[]) and investor_id = any(?::uuid[])";

    private CommitmentRows() {}

    /** The commitments that there are of these. */
    public static Map<CommitmentId, Commitment> load(Connection connection, Collection<CommitmentId> ids)
            throws SQLException {
        Map<CommitmentId, Commitment> commitments = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            Query.list(
                            connection,
                            LOAD,
                            select -> Bind.<CommitmentId>rows(select, ids).uuid(CommitmentId::value),
                            CommitmentRows::read)
                    .forEach(commitment -> commitments.put(commitment.id(), commitment));
        }
        return commitments;
    }

    /** What can be called of the funds. */
    public static List<Commitment> closedOf(Connection connection, Collection<UUID> funds) throws SQLException {
        return Query.list(
                connection, CLOSED, select -> Bind.<UUID>rows(select, funds).uuid(fund -> fund), CommitmentRows::read);
    }

    /** What investors have in the funds, in whatever state. */
    public static List<Commitment> ofInvestors(
            Connection connection, Collection<UUID> funds, Collection<InvestorId> investors) throws SQLException {
        return Query.list(
                connection,
                OF_INVESTORS,
                select -> {
                    Bind.<UUID>rows(select, funds).uuid(fund -> fund);
                    Bind.<InvestorId>rowsFrom(select, 2, investors).uuid(InvestorId::value);
                },
                CommitmentRows::read);
    }

    /** Keeps versions of commitments of which something was called or paid. */
    public static void draw(Connection connection, List<Commitment> versions) throws SQLException {
        save(connection, versions);
    }

    static void save(Connection connection, List<Commitment> versions) throws SQLException {
        if (versions.isEmpty()) {
            return;
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<Commitment>rows(save, versions)
                    .uuid(commitment -> commitment.id().value())
                    .uuid(commitment -> commitment.programme().value())
                    .uuid(commitment -> commitment.fund().value())
                    .uuid(commitment -> commitment.investor().value())
                    .text(commitment -> commitment.state().name())
                    .text(commitment -> commitment.amount().currency().code())
                    .numeric(commitment -> commitment.amount().value())
                    .date(Commitment::dated)
                    .text(commitment -> commitment.precision().name())
                    .numeric(commitment -> commitment.drawn().called().value())
                    .numeric(commitment -> commitment.drawn().paid().value())
                    .numeric(commitment -> commitment.drawn().restored().value())
                    .numeric(commitment -> commitment.drawn().distributed().value())
                    .column(
                            "jsonb",
                            commitment -> commitment
                                    .evidence()
                                    .map(CommitmentJson::write)
                                    .orElse(null))
                    .column(
                            "jsonb",
                            commitment -> commitment
                                    .opening()
                                    .map(CommitmentJson::write)
                                    .orElse(null))
                    .date(commitment -> commitment.closingDate().orElse(null))
                    .uuid(commitment ->
                            commitment.closing().map(ClosingId::value).orElse(null))
                    .text(commitment -> commitment.reason().orElse(null))
                    .text(commitment -> commitment
                            .foreign()
                            .map(ForeignIdentity::sourceSystem)
                            .orElse(null))
                    .text(commitment -> commitment
                            .foreign()
                            .map(ForeignIdentity::externalRef)
                            .orElse(null))
                    .uuid(commitment -> commitment
                            .transfers()
                            .from()
                            .map(CommitmentId::value)
                            .orElse(null))
                    .column(
                            "jsonb",
                            commitment ->
                                    CommitmentJson.write(commitment.transfers().to()))
                    .instant(commitment -> commitment.transfers().last().orElse(null))
                    .column("jsonb", commitment -> CommitmentJson.write(commitment.makers()))
                    .bigint(commitment -> commitment.version().number())
                    .date(commitment -> commitment.version().effectiveDate())
                    .instant(commitment -> commitment.version().recordedAt());
            save.executeUpdate();
        }
        CommitmentMotionRows.restate(connection, versions);
    }

    static Commitment read(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        Optional<UUID> closing = Optional.ofNullable(row.getObject("closing_id", UUID.class));
        return new Commitment(
                new CommitmentId(Rows.id(row, "commitment_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                new FundId(Rows.id(row, "fund_id")),
                new InvestorId(Rows.id(row, "investor_id")),
                CommitmentState.valueOf(row.getString("state")),
                Rows.money(row, "amount", currency),
                row.getObject("dated", LocalDate.class),
                DatePrecision.valueOf(row.getString("date_precision")),
                new Drawn(
                        Rows.money(row, "called", currency),
                        Rows.money(row, "paid", currency),
                        Rows.money(row, "restored", currency),
                        Rows.money(row, "distributed", currency)),
                Rows.text(row, "evidence").map(CommitmentJson::evidence),
                Rows.text(row, "opening").map(json -> CommitmentJson.opening(json, currency)),
                Rows.date(row, "closing_date"),
                closing.map(ClosingId::new),
                Rows.text(row, "reason"),
                Rows.foreign(row),
                new Transfers(
                        Optional.ofNullable(row.getObject("transferred_from", UUID.class))
                                .map(CommitmentId::new),
                        CommitmentJson.ids(row.getString("transferred_to")),
                        Rows.instant(row, "transferred_at")),
                CommitmentJson.makers(row.getString("makers")),
                Rows.version(row));
    }
}
