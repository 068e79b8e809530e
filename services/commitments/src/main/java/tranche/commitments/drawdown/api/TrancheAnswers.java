package tranche.commitments.drawdown.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tranche.commitments.drawdown.domain.Condition;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.ConditionStatus;
import tranche.commitments.drawdown.domain.Evaluation;
import tranche.commitments.drawdown.domain.Finding;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheStep;
import tranche.values.register.ForeignIdentity;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Tranches as callers get them. */
final class TrancheAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Tranche> TABLE = new Table<>(
            "tranches",
            List.of(
                    Column.id("id", row -> Optional.of(row.id().value())),
                    Column.id("programmeId", row -> Optional.of(row.programme().value())),
                    Column.id("fundId", row -> Optional.of(row.fund().value())),
                    Column.id("projectId", Tranche::project),
                    Column.text("name", row -> Optional.of(row.name())),
                    Column.code("state", Tranche::state),
                    Column.amount("amount", row -> Optional.of(row.amount())),
                    Column.currency("currency", row -> Optional.of(row.amount())),
                    Column.whole(
                            "conditionVersion",
                            row -> Optional.of((long) row.conditions().number())),
                    Column.id("callId", Tranche::call),
                    Column.text("heldReason", Tranche::held),
                    Column.text("reason", Tranche::reason),
                    Column.text("sourceSystem", row -> row.foreign().map(ForeignIdentity::sourceSystem)),
                    Column.text("externalRef", row -> row.foreign().map(ForeignIdentity::externalRef)),
                    Column.date(
                            "effectiveDate", row -> Optional.of(row.version().effectiveDate())),
                    Column.instant(
                            "recordedAt", row -> Optional.of(row.version().recordedAt())),
                    Column.whole("version", row -> Optional.of(row.version().number()))));

    private TrancheAnswers() {}

    /**
     * What is known of a tranche beside itself.
     *
     * @param evaluation where its conditions stand; empty where nobody has looked at them
     * @param forecast when its call is to be expected; empty where it is not, or nobody has reckoned it yet
     */
    record Standing(Optional<Evaluation> evaluation, Optional<Timetable> forecast) {}

    static JsonObject json(Tranche tranche, Standing standing) {
        Optional<Evaluation> evaluation = standing.evaluation();
        return JsonObject.empty()
                .put("id", tranche.id().value())
                .put("programmeId", tranche.programme().value())
                .put("fundId", tranche.fund().value())
                .put("projectId", tranche.project())
                .put("name", tranche.name())
                .put("amount", tranche.amount())
                .put("state", tranche.state())
                .put(
                        "allowed",
                        tranche.allowed().stream().map(TrancheStep::command).toList())
                .put("conditionVersion", tranche.conditions().number())
                .put("conditionsFrom", tranche.conditions().effectiveFrom())
                .put("conditions", conditions(tranche, evaluation))
                .put("callId", tranche.call())
                .put(
                        "forecast",
                        standing.forecast().filter(_ -> tranche.isWaiting()).map(TrancheAnswers::json))
                .put("held", tranche.held().isPresent())
                .put("heldReason", tranche.held())
                .put("reason", tranche.reason())
                .put("contentHash", tranche.contentHash().hex())
                .put("sourceSystem", tranche.foreign().map(ForeignIdentity::sourceSystem))
                .put("externalRef", tranche.foreign().map(ForeignIdentity::externalRef))
                .put("effectiveDate", tranche.version().effectiveDate())
                .put("recordedAt", tranche.version().recordedAt())
                .put("version", tranche.version().number());
    }

    private static JsonObject json(Timetable timetable) {
        return JsonObject.empty()
                .put("conditionsMet", timetable.conditionsMet())
                .put("issue", timetable.issue())
                .put("due", timetable.due());
    }

    private static List<JsonObject> conditions(Tranche tranche, Optional<Evaluation> evaluation) {
        Iterator<ConditionStatus> statuses = evaluation
                .map(one -> one.statuses(tranche.conditions()).iterator())
                .orElse(Collections.emptyIterator());
        Iterator<Finding> findings =
                evaluation.map(one -> one.findings().iterator()).orElse(Collections.emptyIterator());
        List<JsonObject> conditions = new ArrayList<>();
        for (Condition condition : tranche.conditions().conditions()) {
            ConditionStatus status = statuses.hasNext() ? statuses.next() : ConditionStatus.OPEN;
            conditions.add(
                    switch (condition) {
                        case Single single -> single(single, findings);
                        case AnyOf(int required, List<Single> of) ->
                            JsonObject.empty()
                                    .put("type", "ANY")
                                    .put("required", required)
                                    .put(
                                            "conditions",
                                            of.stream()
                                                    .map(one -> single(one, findings))
                                                    .toList())
                                    .put("status", status);
                    });
        }
        return conditions;
    }

    private static JsonObject single(Single condition, Iterator<Finding> findings) {
        JsonObject json = JsonObject.empty();
        // The type first, then what it names.
        new TreeMap<>(condition.members()).descendingMap().forEach(json::put);
        Optional<Finding> found = findings.hasNext() ? Optional.of(findings.next()) : Optional.empty();
        return json.put("status", found.map(Finding::status).orElse(ConditionStatus.OPEN))
                .put("eventIds", found.map(Finding::events).orElse(List.of()))
                .put("documents", found.map(Finding::documents).orElse(List.of()));
    }
}
