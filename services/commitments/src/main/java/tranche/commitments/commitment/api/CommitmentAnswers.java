package tranche.commitments.commitment.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tranche.commitments.commitment.domain.Closing;
import tranche.commitments.commitment.domain.ClosingId;
import tranche.commitments.commitment.domain.ClosingStep;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.Evidence;
import tranche.commitments.commitment.domain.Opening;
import tranche.commitments.commitment.domain.Step;
import tranche.flow.writer.Answer;
import tranche.values.proposal.Proposal;
import tranche.values.register.Shelf;
import tranche.web.command.Answers;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Commitments and closings as callers get them. */
final class CommitmentAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Commitment> TABLE = new Table<>(
            "commitments",
            List.of(
                    Column.id("id", row -> Optional.of(row.id().value())),
                    Column.id("programmeId", row -> Optional.of(row.programme().value())),
                    Column.id("fundId", row -> Optional.of(row.fund().value())),
                    Column.id("investorId", row -> Optional.of(row.investor().value())),
                    Column.code("state", Commitment::state),
                    Column.amount("amount", row -> Optional.of(row.amount())),
                    Column.currency("currency", row -> Optional.of(row.amount())),
                    Column.amount("called", row -> Optional.of(row.drawn().called())),
                    Column.amount("paid", row -> Optional.of(row.drawn().paid())),
                    Column.amount("uncalled", row -> Optional.of(row.uncalled())),
                    Column.amount("unfunded", row -> Optional.of(row.unfunded())),
                    Column.date("effectiveDate", row -> Optional.of(row.dated())),
                    Column.code("effectiveDatePrecision", Commitment::precision),
                    Column.date("closingDate", Commitment::closingDate),
                    Column.text("source", CommitmentAnswers::source),
                    Column.text("sourceSystem", row -> row.foreign().map(foreign -> foreign.sourceSystem())),
                    Column.text("externalRef", row -> row.foreign().map(foreign -> foreign.externalRef())),
                    Column.whole("version", row -> Optional.of(row.version().number()))));

    /** The columns of a fund's closings. */
    static final Table<Closing> CLOSINGS = new Table<>(
            "closings",
            List.of(
                    Column.id("id", row -> Optional.of(row.id().value())),
                    Column.id("programmeId", row -> Optional.of(row.programme().value())),
                    Column.id("fundId", row -> Optional.of(row.fund().value())),
                    Column.code("kind", Closing::kind),
                    Column.date("date", row -> Optional.of(row.date())),
                    Column.whole(
                            "commitments",
                            row -> Optional.of((long) row.commitments().size())),
                    Column.code("state", Closing::state),
                    Column.text("reason", Closing::reason),
                    Column.date(
                            "effectiveDate", row -> Optional.of(row.version().effectiveDate())),
                    Column.instant(
                            "recordedAt", row -> Optional.of(row.version().recordedAt())),
                    Column.whole("version", row -> Optional.of(row.version().number()))));

    private CommitmentAnswers() {}

    private static Optional<String> source(Commitment commitment) {
        return commitment
                .evidence()
                .flatMap(Evidence::source)
                .or(() -> commitment.opening().map(opening -> opening.source()));
    }

    static JsonObject json(Commitment commitment) {
        return JsonObject.empty()
                .put("id", commitment.id().value())
                .put("programmeId", commitment.programme().value())
                .put("fundId", commitment.fund().value())
                .put("investorId", commitment.investor().value())
                .put("state", commitment.state())
                .put("allowed", commitment.allowed().stream().map(Step::command).toList())
                .put("amount", commitment.amount())
                .put("called", commitment.drawn().called())
                .put("paid", commitment.drawn().paid())
                .put("restored", commitment.drawn().restored())
                .put("distributed", commitment.drawn().distributed())
                .put("uncalled", commitment.uncalled())
                .put("unfunded", commitment.unfunded())
                .put("effectiveDate", commitment.dated())
                .put("effectiveDatePrecision", commitment.precision())
                .put("closingDate", commitment.closingDate())
                .put("closingId", commitment.closing().map(ClosingId::value))
                .put("source", source(commitment))
                .put(
                        "documents",
                        commitment.evidence().map(Evidence::documents).orElse(List.of()).stream()
                                .map(document -> JsonObject.empty()
                                        .put("name", document.name())
                                        .put("sha256", document.sha256()))
                                .toList())
                .put(
                        "signed",
                        commitment.evidence().flatMap(Evidence::signatory).isPresent())
                .put("takeOn", commitment.opening().isPresent())
                .put("asOf", commitment.opening().map(opening -> opening.asOf()))
                .put("opening", commitment.opening().map(CommitmentAnswers::json))
                .put("reason", commitment.reason())
                .put("transferredFrom", commitment.transfers().from().map(CommitmentId::value))
                .put(
                        "transferredTo",
                        commitment.transfers().to().stream()
                                .map(CommitmentId::value)
                                .toList())
                .put("sourceSystem", commitment.foreign().map(foreign -> foreign.sourceSystem()))
                .put("externalRef", commitment.foreign().map(foreign -> foreign.externalRef()))
                .put("contentHash", commitment.contentHash().hex())
                .put("recordedAt", commitment.version().recordedAt())
                .put("version", commitment.version().number());
    }

    static Answer awaiting(Proposal proposal) {
        return Answers.awaiting(
                "/api/v1/approvals/" + proposal.id(),
                JsonObject.empty()
                        .put("approvalId", proposal.id())
                        .put("contentHash", proposal.content().hash().hex())
                        .put("expiresAt", proposal.expiresAt()));
    }

    /** What is, or was, to be taken on: the approver of a position sees it before it counts. */
    private static JsonObject json(Opening opening) {
        return JsonObject.empty()
                .put("called", opening.drawn().called())
                .put("paid", opening.drawn().paid())
                .put("restored", opening.drawn().restored())
                .put("distributed", opening.drawn().distributed())
                .put("asOf", opening.asOf())
                .put("source", opening.source());
    }

    /**
     * @param present its commitments, which its hash covers
     * @param seen which of them the caller may see
     */
    static JsonObject json(Closing closing, Shelf<CommitmentId, Commitment> present, Predicate<CommitmentId> seen) {
        return JsonObject.empty()
                .put("id", closing.id().value())
                .put("programmeId", closing.programme().value())
                .put("fundId", closing.fund().value())
                .put("kind", closing.kind())
                .put("date", closing.date())
                .put(
                        "commitmentIds",
                        closing.commitments().stream()
                                .filter(seen)
                                .map(CommitmentId::value)
                                .toList())
                .put(
                        "commitments",
                        closing.commitments().stream()
                                .filter(seen)
                                .flatMap(id -> present.get(id).stream())
                                .map(CommitmentAnswers::closed)
                                .toList())
                .put("state", closing.state())
                .put(
                        "allowed",
                        closing.allowed().stream().map(ClosingStep::command).toList())
                .put("reason", closing.reason())
                .put("contentHash", closing.contentHash(present).hex())
                .put("effectiveDate", closing.version().effectiveDate())
                .put("recordedAt", closing.version().recordedAt())
                .put("version", closing.version().number());
    }

    /** What a closing's hash covers of a commitment. */
    private static JsonObject closed(Commitment commitment) {
        return JsonObject.empty()
                .put("id", commitment.id().value())
                .put("investorId", commitment.investor().value())
                .put("amount", commitment.amount());
    }
}
