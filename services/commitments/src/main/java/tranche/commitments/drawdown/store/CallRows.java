package tranche.commitments.drawdown.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.drawdown.domain.CallContent;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallState;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.PaymentReference;
import tranche.commitments.drawdown.domain.Progress;
import tranche.commitments.drawdown.domain.Release;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.flow.sql.VersionedTable;
import tranche.values.actor.Approval;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Maker;
import tranche.values.money.Currency;

/** The rows of calls. */
final class CallRows {

    static final VersionedTable TABLE = new VersionedTable(
            "capital_call",
            List.of(
                    "call_id uuid",
                    "programme_id uuid",
                    "fund_id uuid",
                    "reference text",
                    "tranche_id uuid",
                    "condition_version integer",
                    "milestones jsonb",
                    "verifiers jsonb",
                    "state text",
                    "currency text",
                    "due_date date",
                    "components jsonb",
                    "purpose text",
                    "basis text",
                    "lines integer",
                    "settled integer",
                    "late integer",
                    "matched numeric",
                    "content_hash text",
                    "makers jsonb",
                    "approver_account uuid",
                    "approver_person uuid",
                    "reason text",
                    "version bigint",
                    "effective_date date",
                    "recorded_at timestamptz"));

    private static final String SAVE = TABLE.save();
    private static final String LOAD = "select * from capital_call where call_id = any(?::uuid[])";

    private CallRows() {}

    static List<CapitalCall> load(Connection connection, Collection<CallId> ids) throws SQLException {
        return ids.isEmpty()
                ? List.of()
                : Query.list(
                        connection,
                        LOAD,
                        select -> Bind.<CallId>rows(select, ids).uuid(CallId::value),
                        CallRows::read);
    }

    static void save(Connection connection, Collection<CapitalCall> versions) throws SQLException {
        if (versions.isEmpty()) {
            return;
        }
        try (PreparedStatement save = connection.prepareStatement(SAVE)) {
            Bind.<CapitalCall>rows(save, versions)
                    .uuid(call -> call.id().value())
                    .uuid(call -> call.programme().value())
                    .uuid(call -> call.fund().value())
                    .text(call -> call.reference().text())
                    .uuid(call ->
                            call.release().map(from -> from.tranche().value()).orElse(null))
                    .integer(call ->
                            call.release().map(Release::conditionVersion).orElse(null))
                    .column(
                            "jsonb",
                            call -> DrawdownJson.ids(
                                    call.release().map(Release::milestones).orElse(List.of())))
                    .column(
                            "jsonb",
                            call -> DrawdownJson.makers(
                                    call.release().map(Release::verifiers).orElse(Set.of())))
                    .text(call -> call.state().name())
                    .text(call -> call.total().currency().code())
                    .date(call -> call.content().dueDate())
                    .column(
                            "jsonb",
                            call -> DrawdownJson.components(call.content().components()))
                    .text(call -> call.content().purpose())
                    .text(call -> call.basis().name())
                    .integer(call -> call.progress().lines())
                    .integer(call -> call.progress().settled())
                    .integer(call -> call.progress().late())
                    .numeric(call -> call.progress().matched().value())
                    .text(call -> call.contentHash().hex())
                    .column("jsonb", call -> DrawdownJson.makers(call.makers()))
                    .uuid(call -> call.approval()
                            .map(approval -> approval.checker().account())
                            .orElse(null))
                    .uuid(call -> call.approval()
                            .map(approval -> approval.checker().person())
                            .orElse(null))
                    .text(call -> call.reason().orElse(null))
                    .bigint(call -> call.version().number())
                    .date(call -> call.version().effectiveDate())
                    .instant(call -> call.version().recordedAt());
            save.executeUpdate();
        }
    }

    static CapitalCall read(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        ContentHash hash = new ContentHash(row.getString("content_hash"));
        Optional<UUID> approver = Optional.ofNullable(row.getObject("approver_account", UUID.class));
        UUID person = row.getObject("approver_person", UUID.class);
        return new CapitalCall(
                new CallId(Rows.id(row, "call_id")),
                new ProgrammeId(Rows.id(row, "programme_id")),
                new FundId(Rows.id(row, "fund_id")),
                new PaymentReference(row.getString("reference")),
                release(row),
                CallState.valueOf(row.getString("state")),
                new CallContent(
                        row.getObject("due_date", LocalDate.class),
                        DrawdownJson.components(row.getString("components"), currency),
                        row.getString("purpose")),
                CallBasis.valueOf(row.getString("basis")),
                new Progress(
                        row.getInt("lines"),
                        row.getInt("settled"),
                        row.getInt("late"),
                        Rows.money(row, "matched", currency)),
                hash,
                DrawdownJson.makers(row.getString("makers")),
                approver.map(account -> new Approval(new Maker(account, person), hash)),
                Rows.text(row, "reason"),
                Rows.version(row));
    }

    private static Optional<Release> release(ResultSet row) throws SQLException {
        UUID tranche = row.getObject("tranche_id", UUID.class);
        return tranche == null
                ? Optional.empty()
                : Optional.of(new Release(
                        new TrancheId(tranche),
                        row.getInt("condition_version"),
                        DrawdownJson.ids(row.getString("milestones")),
                        DrawdownJson.makers(row.getString("verifiers"))));
    }
}
