package tranche.commitments.imports.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tranche.commitments.imports.domain.Import;
import tranche.commitments.imports.domain.RowError;
import tranche.flow.writer.Answer;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.Proposal.Answered;
import tranche.web.command.Answers;
import tranche.web.json.JsonObject;
import tranche.web.problem.Problems;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Imports as callers get them. */
@Singleton
final class ImportAnswers {

    static final String PATH = "/api/v1/imports";

    private final Problems problems;

    ImportAnswers(Problems problems) {
        this.problems = problems;
    }

    /** The answer to a file that was taken, in whatever state; a dry run left nothing that could be found again. */
    Answer taken(Import made, boolean dryRun, Locale language) {
        JsonObject told = json(made, made.recordedAt(), dryRun, language);
        return dryRun
                ? new Answer(201, Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON), told.bytes())
                : Answers.created(PATH + "/" + made.id(), made.versionAt(made.recordedAt()), told);
    }

    /** @param now as of when the state is told: a proposal lapses by time alone */
    JsonObject json(Import one, Instant now, boolean dryRun, Locale language) {
        return JsonObject.empty()
                .put("id", dryRun ? null : one.id())
                .put("kind", one.kind().code())
                .put(
                        "state",
                        dryRun && one.errors().isEmpty()
                                ? "DONE"
                                : one.stateAt(now).name())
                .put("dryRun", dryRun)
                .put("rows", one.rows())
                .put("written", dryRun ? 0 : one.written())
                .put(
                        "skipped",
                        one.skipped().stream()
                                .map(row -> JsonObject.empty()
                                        .put("line", row.line())
                                        .put("reason", sentence(row.reason().code(), Map.of(), language)))
                                .toList())
                .put(
                        "errors",
                        one.errors().stream()
                                .map(error -> error(error, language))
                                .toList())
                .put("approvalId", dryRun ? null : one.proposal().map(Proposal::id))
                .put(
                        "contentHash",
                        dryRun
                                ? null
                                : one.proposal()
                                        .map(asked -> asked.content().hash().hex()))
                .put("expiresAt", dryRun ? null : one.proposal().map(Proposal::expiresAt))
                .put("reason", one.proposal().flatMap(Proposal::answered).flatMap(Answered::reason))
                .put("proposedBy", one.maker().account())
                .put(
                        "answeredBy",
                        one.proposal()
                                .flatMap(Proposal::answered)
                                .map(answer -> answer.by().account()))
                .put("recordedAt", one.recordedAt());
    }

    private JsonObject error(RowError error, Locale language) {
        return JsonObject.empty()
                .put("line", error.line())
                .put("column", error.column())
                .put("code", error.code())
                .put("detail", sentence(error.code(), facts(error), language));
    }

    /** What a sentence says of a field is said of the file's column. */
    private static Map<String, Object> facts(RowError error) {
        Map<String, Object> facts = new HashMap<>(error.facts());
        error.column().ifPresent(column -> facts.put("field", column));
        return facts;
    }

    /** As a value of a file is told of, which names objects in more ways than a body does; else as of any body. */
    private String sentence(String code, Map<String, Object> facts, Locale language) {
        return problems.finding("row-" + code)
                .or(() -> problems.entry(code).flatMap(Problems.Entry::detail))
                .or(() -> problems.finding(code))
                .map(words -> words.in(language, facts))
                .orElse(code);
    }

    /** Imports as lines of a file: how many rows were skipped or are wrong; which ones tells each import itself. */
    static Table<Import> imports(Instant now) {
        return new Table<>(
                "imports",
                List.of(
                        Column.id("id", one -> Optional.of(one.id())),
                        Column.text("kind", one -> Optional.of(one.kind().code())),
                        Column.code("state", one -> one.stateAt(now)),
                        Column.whole("rows", one -> Optional.of((long) one.rows())),
                        Column.whole("written", one -> Optional.of((long) one.written())),
                        Column.whole(
                                "skipped",
                                one -> Optional.of((long) one.skipped().size())),
                        Column.whole(
                                "errors", one -> Optional.of((long) one.errors().size())),
                        Column.id("approvalId", one -> one.proposal().map(Proposal::id)),
                        Column.instant("expiresAt", one -> one.proposal().map(Proposal::expiresAt)),
                        Column.id("proposedBy", one -> Optional.of(one.maker().account())),
                        Column.instant("recordedAt", one -> Optional.of(one.recordedAt()))));
    }
}
