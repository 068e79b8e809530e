package tranche.commitments.commitment.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.CommitmentMotion;
import tranche.commitments.commitment.domain.CommitmentState;
import tranche.commitments.commitment.domain.Evidence;
import tranche.commitments.commitment.domain.Step;
import tranche.commitments.investor.domain.InvestorId;
import tranche.flow.proposal.MotionTable;
import tranche.flow.register.Rows;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What proposals would do to commitments. */
public final class CommitmentMotionRows {

    /** Only a commitment in one of these can have been proposed upon. */
    private static final Set<CommitmentState> PROPOSED_UPON =
            Set.of(CommitmentState.CLOSED, CommitmentState.TRANSFERRED);

    private static final String INSERT = """
            insert into commitment_motion (proposal_id, commitment_id, step, amount, to_investor_id, to_commitment_id,
                                           documents, reason, effective_date)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """;

    /** With the currency of its amounts and whose the commitment is. */
    private static final String SELECT = """
            select m.*, c.currency, c.investor_id from commitment_motion m join commitment c using (commitment_id)""";

    public static final MotionTable<Moved> TABLE =
            new MotionTable<>(SELECT, "commitment_id", CommitmentMotionRows::read);

    private CommitmentMotionRows() {}

    /** A motion, the commitment that it is about, and whose that is. */
    public record Moved(CommitmentId commitment, InvestorId investor, CommitmentMotion motion) {}

    public static void insert(Connection connection, UUID proposal, CommitmentId commitment, CommitmentMotion motion)
            throws SQLException {
        Optional<CommitmentMotion.Transfer> transfer =
                motion instanceof CommitmentMotion.Transfer to ? Optional.of(to) : Optional.empty();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, proposal);
            insert.setObject(2, commitment.value());
            insert.setString(3, motion.step().name());
            insert.setBigDecimal(4, amount(motion).map(Money::value).orElse(null));
            insert.setObject(5, transfer.map(to -> to.to().value()).orElse(null));
            insert.setObject(6, transfer.map(to -> to.commitment().value()).orElse(null));
            insert.setString(7, CommitmentJson.documents(motion.documents()));
            insert.setString(8, reason(motion).orElse(null));
            insert.setObject(9, motion.effectiveDate().orElse(null));
            insert.executeUpdate();
        }
    }

    private static Optional<Money> amount(CommitmentMotion motion) {
        return switch (motion) {
            case CommitmentMotion.Amend amend -> Optional.of(amend.amount());
            case CommitmentMotion.Transfer transfer -> transfer.part();
        };
    }

    private static Optional<String> reason(CommitmentMotion motion) {
        return switch (motion) {
            case CommitmentMotion.Amend amend -> Optional.of(amend.reason());
            case CommitmentMotion.Transfer transfer -> transfer.reason();
        };
    }

    /** What still waits is to be confirmed as it now is: each motion is about the last version of its commitment (rule D-6). */
    static void restate(Connection connection, List<Commitment> versions) throws SQLException {
        TABLE.restate(
                connection,
                versions.stream()
                        .filter(commitment -> PROPOSED_UPON.contains(commitment.state()))
                        .toList(),
                commitment -> commitment.id().value(),
                Commitment::version,
                (moved, commitment) -> moved.motion().on(commitment));
    }

    private static Moved read(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        Optional<Money> amount = Rows.optionalMoney(row, "amount", currency);
        Optional<String> reason = Rows.text(row, "reason");
        Optional<LocalDate> effectiveDate = Rows.date(row, "effective_date");
        List<Evidence.Document> documents = CommitmentJson.documents(row.getString("documents"));
        Step step = Step.valueOf(row.getString("step"));
        CommitmentMotion motion = switch (step) {
            case AMEND ->
                new CommitmentMotion.Amend(amount.orElseThrow(), effectiveDate, reason.orElseThrow(), documents);
            case TRANSFER ->
                new CommitmentMotion.Transfer(
                        new CommitmentId(Rows.id(row, "to_commitment_id")),
                        new InvestorId(Rows.id(row, "to_investor_id")),
                        amount,
                        effectiveDate,
                        reason,
                        documents);
            case EDIT, SUBMIT, RETURN, ACCEPT, APPROVE_TAKE_ON, CANCEL ->
                throw new IllegalStateException("one person's step was put to a second: " + step);
        };
        return new Moved(
                new CommitmentId(Rows.id(row, "commitment_id")), new InvestorId(Rows.id(row, "investor_id")), motion);
    }
}
