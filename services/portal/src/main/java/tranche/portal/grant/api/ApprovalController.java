package tranche.portal.grant.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.domain.Standing;
import tranche.portal.account.store.AccountStore;
import tranche.portal.grant.GrantCommands;
import tranche.portal.grant.domain.GrantCommand;
import tranche.portal.grant.domain.GrantCommand.Approve;
import tranche.portal.grant.domain.GrantCommand.Reject;
import tranche.portal.grant.domain.HeldGrant;
import tranche.portal.grant.store.GrantViews;
import tranche.portal.grant.store.GrantViews.Listed;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Write;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.world.time.Clock;

/** The portal's own approvals: proposed grants, waiting for a second person. Those of a service are the service's. */
@Controller("/api/v1/approvals")
final class ApprovalController {

    private static final int LONGEST_REASON = 2_000;

    private final GrantCommands grants;
    private final AccountStore store;
    private final Commands commands;
    private final Clock clock;

    ApprovalController(GrantCommands grants, AccountStore store, Commands commands, Clock clock) {
        this.grants = grants;
        this.store = store;
        this.commands = commands;
        this.clock = clock;
    }

    /** What became of a proposal. */
    enum State {
        PENDING,
        APPROVED,
        REJECTED,
        LAPSED
    }

    /** All proposals for whoever may see all accounts; else those that one made or would hold. */
    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        query.text("service");
        Optional<State> state = query.oneOf("state", State.class);
        Optional<UUID> after = query.afterId();
        query.check();
        Instant now = clock.now();
        boolean all = Standing.seesAll(caller.access());
        List<Listed> rows = store.in(connection -> GrantViews.proposals(
                connection, all, caller.actor().account(), state.map(State::name), now, after, limit + 1));
        return Answers.read(
                query.page(rows, limit, row -> List.of(row.grant().id().toString()))
                        .json(row -> GrantJson.approval(row.grant(), now)));
    }

    @Get("/{id}")
    HttpResponse<byte[]> one(@PathVariable UUID id, Caller caller) {
        HeldGrant grant = seen(id, caller).grant();
        return Answers.read(grant.version(), GrantJson.approval(grant, clock.now()));
    }

    /** Confirms what was seen (D-6), by another person than the one who proposed it (D-1). */
    @Post(value = "/{id}/approval", consumes = MediaType.ALL)
    HttpResponse<byte[]> approve(@PathVariable UUID id, Write write, Caller caller) {
        caller.requireApproving();
        Body body = write.body();
        String contentHash = body.sha256("contentHash");
        body.check();
        return run(id, write, caller, new Approve(id, contentHash, caller.actor()));
    }

    @Post(value = "/{id}/rejection", consumes = MediaType.ALL)
    HttpResponse<byte[]> reject(@PathVariable UUID id, Write write, Caller caller) {
        caller.requireApproving();
        Body body = write.body();
        String reason = body.paragraphs("reason", LONGEST_REASON);
        body.check();
        return run(id, write, caller, new Reject(id, reason, caller.actor()));
    }

    private HttpResponse<byte[]> run(UUID id, Write write, Caller caller, GrantCommand command) {
        UUID account = seen(id, caller).account();
        return commands.run(
                write, caller, grants::submit, account, GrantCommands.reads(command), command, (after, _) -> {
                    HeldGrant grant = after.grant(id);
                    return Answers.ok(grant.version(), GrantJson.approval(grant, grant.changedAt()));
                });
    }

    private Listed seen(UUID id, Caller caller) {
        UUID own = caller.actor().account();
        return store.in(connection -> GrantViews.byId(connection, id))
                .filter(row -> row.grant().expiresAt().isPresent())
                .filter(row -> Standing.seesAll(caller.access())
                        || row.account().equals(own)
                        || row.grant().proposedBy().account().equals(own))
                .orElseThrow(Problem::notFound);
    }
}
