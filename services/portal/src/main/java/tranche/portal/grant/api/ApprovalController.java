package tranche.portal.grant.api;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.domain.Standing;
import tranche.portal.account.store.AccountStore;
import tranche.portal.account.store.AccountViews;
import tranche.portal.account.store.Sight;
import tranche.portal.grant.GrantCommands;
import tranche.portal.grant.domain.GrantBook.Holder;
import tranche.portal.grant.domain.GrantCommand;
import tranche.portal.grant.domain.GrantCommand.Approve;
import tranche.portal.grant.domain.GrantCommand.Reject;
import tranche.portal.grant.domain.GrantGate;
import tranche.portal.grant.domain.HeldGrant;
import tranche.portal.grant.domain.ProposalState;
import tranche.portal.grant.store.GrantViews;
import tranche.portal.grant.store.GrantViews.Listed;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.body.Forms;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.table.Lists;
import tranche.world.time.Clock;

/** The portal's own approvals: proposed grants, waiting for a second person. Those of a service are the service's. */
@Controller("/api/v1/approvals")
final class ApprovalController {

    private static final int LONGEST_REASON = 2_000;

    private final GrantCommands grants;
    private final AccountStore store;
    private final Commands commands;
    private final Clock clock;
    private final String service;

    ApprovalController(
            GrantCommands grants,
            AccountStore store,
            Commands commands,
            Clock clock,
            @Value("${tranche.service}") String service) {
        this.grants = grants;
        this.store = store;
        this.commands = commands;
        this.clock = clock;
        this.service = service;
    }

    /** The proposals within the scope of whoever looks after grants, confirms or checks them; beside them those that one made or would hold. */
    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        query.service(service);
        Optional<ProposalState> state = query.oneOf("state", ProposalState.class);
        Optional<UUID> after = query.afterId();
        query.check();
        Instant now = clock.now();
        Sight sight = Sight.of(caller.actor());
        List<HeldGrant> rows =
                store.in(connection -> GrantViews.proposals(connection, sight, state, now, after, limit + 1)).stream()
                        .map(Listed::grant)
                        .toList();
        var page = query.page(rows, limit, grant -> List.of(grant.id().toString()));
        return Lists.answer(request, page, grant -> GrantJson.approval(grant, now), GrantJson.approvals(now));
    }

    @Get("/{id}")
    HttpResponse<byte[]> one(String id, Caller caller) {
        HeldGrant grant = seen(id, caller).grant();
        return Answers.read(grant.version(), GrantJson.approval(grant, clock.now()));
    }

    /** Confirms what was seen (D-6), by another person than the one who proposed it (D-1). */
    @Post(value = "/{id}/approval", consumes = MediaType.ALL)
    HttpResponse<byte[]> approve(String id, Write write, Caller caller) {
        Listed row = seen(id, caller);
        Body body = write.body();
        Approve approve = new Approve(row.grant().id(), body.sha256("contentHash"), write.ifMatch(), caller.actor());
        threshold(row, write, caller).checkApproving(caller, body);
        return run(row, write, caller, approve);
    }

    @Post(value = "/{id}/rejection", consumes = MediaType.ALL)
    HttpResponse<byte[]> reject(String id, Write write, Caller caller) {
        Listed row = seen(id, caller);
        Body body = write.body();
        Reject reject = new Reject(
                row.grant().id(), body.paragraphs("reason", LONGEST_REASON), write.ifMatch(), caller.actor());
        threshold(row, write, caller).checkApproving(caller, body);
        return run(row, write, caller, reject);
    }

    private Threshold threshold(Listed row, Write write, Caller caller) {
        return new Threshold(() -> new GrantGate(
                        store.in(connection -> AccountViews.byId(connection, row.account()))
                                .map(Holder::of),
                        Standing.found(caller.actor(), Map.of()),
                        clock.now())
                .toAnswer(Optional.of(row.grant()), caller.actor(), write.ifMatch()));
    }

    private HttpResponse<byte[]> run(Listed row, Write write, Caller caller, GrantCommand command) {
        return commands.run(
                write, caller, grants::submit, row.account(), GrantCommands.reads(command), command, (after, _) -> {
                    HeldGrant grant = after.grant(command.grant());
                    return Answers.ok(grant.version(), GrantJson.approval(grant, grant.changedAt()));
                });
    }

    private Listed seen(String id, Caller caller) {
        return Forms.uuid(id)
                .flatMap(known -> store.in(connection -> GrantViews.byId(connection, known)))
                .filter(row -> row.isProposalTo(caller.actor()))
                .orElseThrow(Problem::notFound);
    }
}
