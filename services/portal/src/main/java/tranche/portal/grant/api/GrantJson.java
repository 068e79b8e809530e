package tranche.portal.grant.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.grant.domain.HeldGrant;
import tranche.portal.grant.domain.ProposalState;
import tranche.portal.grant.store.GrantViews.Listed;
import tranche.values.actor.Maker;
import tranche.values.actor.Scope;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Grants and approvals as the API writes them: as JSON, and as lines of a file. */
final class GrantJson {

    /** Where grants are. */
    static final String PATH = "/api/v1/grants";

    /** What an approval of the portal is about. */
    private static final String GRANT = "grant";

    private GrantJson() {}

    /** A grant as a line of a file. */
    static Table<Listed> table(Instant now) {
        return new Table<>(
                "grants",
                List.of(
                        Column.id("id", row -> Optional.of(row.grant().id())),
                        Column.id("accountId", row -> Optional.of(row.account())),
                        Column.text(
                                "role",
                                row -> Optional.of(row.grant().role().role().code())),
                        Column.id(
                                "programmeId", row -> row.grant().role().scope().programme()),
                        Column.id("fundId", row -> row.grant().role().scope().fund()),
                        Column.id(
                                "investorId", row -> row.grant().role().scope().investor()),
                        Column.id("projectId", row -> row.grant().role().scope().project()),
                        Column.date("until", row -> row.grant().until()),
                        Column.code("state", row -> row.grant().stateAt(now)),
                        Column.id(
                                "proposedBy",
                                row -> Optional.of(row.grant().proposedBy().account())),
                        Column.id("givenBy", row -> row.grant().givenBy().map(Maker::account)),
                        Column.text(
                                "firstSteps",
                                row -> Optional.of(String.valueOf(row.grant().firstSteps()))),
                        Column.text(
                                "contentHash", row -> Optional.of(row.grant().contentHash())),
                        Column.instant("expiresAt", row -> row.grant().expiresAt()),
                        Column.text("reason", row -> row.grant().reason()),
                        Column.whole("version", row -> Optional.of(row.grant().version())),
                        Column.instant(
                                "changedAt", row -> Optional.of(row.grant().changedAt()))));
    }

    /** A proposal as a line of a file. */
    static Table<HeldGrant> approvals(Instant now) {
        return new Table<>(
                "approvals",
                List.of(
                        Column.id("id", row -> Optional.of(row.id())),
                        Column.text(
                                "state",
                                row -> Optional.of(ProposalState.of(row, now).name())),
                        Column.text("command", _ -> Optional.of(GRANT)),
                        Column.text("subjectType", _ -> Optional.of(GRANT)),
                        Column.id("subjectId", row -> Optional.of(row.id())),
                        Column.text("contentHash", row -> Optional.of(row.contentHash())),
                        Column.id(
                                "proposedBy",
                                row -> Optional.of(row.proposedBy().account())),
                        Column.instant("expiresAt", HeldGrant::expiresAt)));
    }

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
                .put("state", ProposalState.of(grant, now))
                .put("command", GRANT)
                .put("subject", JsonObject.empty().put("type", GRANT).put("id", grant.id()))
                .put("contentHash", grant.contentHash())
                .put("content", null)
                .put("proposedBy", grant.proposedBy().account())
                .put("expiresAt", grant.expiresAt());
    }

    private static JsonObject scope(Scope scope) {
        return JsonObject.empty()
                .put("programmeId", scope.programme())
                .put("fundId", scope.fund())
                .put("investorId", scope.investor())
                .put("projectId", scope.project());
    }
}
