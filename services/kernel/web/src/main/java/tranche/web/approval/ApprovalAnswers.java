package tranche.web.approval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.values.proposal.Proposal;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Proposals as callers get them. */
final class ApprovalAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ApprovalAnswers() {}

    /** @param now as of when the state is told: a proposal lapses by time alone */
    static JsonObject json(Proposal proposal, Instant now) {
        return JsonObject.empty()
                .put("id", proposal.id())
                .put("state", proposal.stateAt(now))
                .put("command", proposal.command().code())
                .put(
                        "subject",
                        JsonObject.empty()
                                .put("type", proposal.command().subjectType())
                                .put("id", proposal.subject()))
                .put("contentHash", proposal.content().hash().hex())
                .put("content", proposal.content().text().map(ApprovalAnswers::members))
                .put("proposedBy", proposal.maker().account())
                .put("expiresAt", proposal.expiresAt());
    }

    private static Map<String, Object> members(String canonical) {
        try {
            return JSON.readValue(canonical, new TypeReference<>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a proposal's content is no JSON", damaged);
        }
    }

    /** Proposals as lines of a file. */
    static Table<Proposal> table(Instant now) {
        return new Table<>(
                "approvals",
                List.of(
                        Column.id("id", one -> Optional.of(one.id())),
                        Column.code("state", one -> one.stateAt(now)),
                        Column.text("command", one -> Optional.of(one.command().code())),
                        Column.text(
                                "subjectType", one -> Optional.of(one.command().subjectType())),
                        Column.id("subjectId", one -> Optional.of(one.subject())),
                        Column.text(
                                "contentHash",
                                one -> Optional.of(one.content().hash().hex())),
                        Column.id("proposedBy", one -> Optional.of(one.maker().account())),
                        Column.instant("expiresAt", one -> Optional.of(one.expiresAt()))));
    }
}
