package tranche.portal.grant.api;

import java.time.Instant;
import java.util.UUID;
import tranche.portal.grant.domain.HeldGrant;
import tranche.values.actor.Maker;
import tranche.values.actor.Scope;
import tranche.web.json.JsonObject;

/** Grants and approvals as the API writes them. */
final class GrantJson {

    /** Where grants are. */
    static final String PATH = "/api/v1/grants";

    private GrantJson() {}

    /** @param now as of when the state is told: proposals lapse and grants end by time alone */
    static JsonObject of(UUID account, HeldGrant grant, Instant now) {
        return JsonObject.empty()
                .put("id", grant.id())
                .put("accountId", account)
                .put("role", grant.role().role().code())
                .put("scope", scope(grant.role().scope()))
                .put("until", grant.until())
                .put("state", grant.stateAt(now))
                .put("proposedBy", grant.proposedBy().account())
                .put("givenBy", grant.givenBy().map(Maker::account))
                .put("firstSteps", grant.firstSteps())
                .put("contentHash", grant.contentHash())
                .put("expiresAt", grant.expiresAt())
                .put("reason", grant.reason())
                .put("version", grant.version())
                .put("changedAt", grant.changedAt());
    }

    /** What the proposer is told: what the second person has to send. */
    static JsonObject awaiting(HeldGrant grant) {
        return JsonObject.empty()
                .put("approvalId", grant.id())
                .put("contentHash", grant.contentHash())
                .put("expiresAt", grant.expiresAt());
    }

    /** The proposal as something to approve; its id is the grant's. */
    static JsonObject approval(HeldGrant grant, Instant now) {
        return JsonObject.empty()
                .put("id", grant.id())
                .put("state", state(grant, now))
                .put("command", "grant")
                .put("subject", JsonObject.empty().put("type", "grant").put("id", grant.id()))
                .put("contentHash", grant.contentHash())
                .put("content", null)
                .put("proposedBy", grant.proposedBy().account())
                .put("expiresAt", grant.expiresAt());
    }

    private static String state(HeldGrant grant, Instant now) {
        return switch (grant.stateAt(now)) {
            case PROPOSED -> "PENDING";
            case GIVEN, ENDED -> "APPROVED";
            case REJECTED -> "REJECTED";
            case LAPSED -> "LAPSED";
            case WITHDRAWN -> grant.givenBy().isPresent() ? "APPROVED" : "LAPSED";
        };
    }

    private static JsonObject scope(Scope scope) {
        return JsonObject.empty()
                .put("programmeId", scope.programme())
                .put("fundId", scope.fund())
                .put("investorId", scope.investor())
                .put("projectId", scope.project());
    }
}
