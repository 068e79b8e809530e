package tranche.portal.grant.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Renderer;
import tranche.portal.account.domain.Standing;
import tranche.portal.account.store.AccountStore;
import tranche.portal.account.store.AccountViews;
import tranche.portal.account.store.Sight;
import tranche.portal.account.store.StandingRows;
import tranche.portal.grant.GrantCommands;
import tranche.portal.grant.domain.GrantBook;
import tranche.portal.grant.domain.GrantBook.Holder;
import tranche.portal.grant.domain.GrantCommand;
import tranche.portal.grant.domain.GrantCommand.Propose;
import tranche.portal.grant.domain.GrantCommand.Withdraw;
import tranche.portal.grant.domain.GrantEvent;
import tranche.portal.grant.domain.GrantGate;
import tranche.portal.grant.domain.HeldGrant;
import tranche.portal.grant.store.GrantViews;
import tranche.portal.grant.store.GrantViews.Listed;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
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
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/** Grants: proposed by an administrator, confirmed by a second person at {@code /approvals}, withdrawn by one. */
@Controller
final class GrantController {

    private static final Map<String, Role> ROLES = roles();

    private final GrantCommands grants;
    private final AccountStore store;
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;

    GrantController(GrantCommands grants, AccountStore store, Commands commands, Ids ids, Clock clock) {
        this.grants = grants;
        this.store = store;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    /** One's own grants; whoever looks after accounts, confirms their grants or checks sees those within its scope. */
    @Get(
            value = GrantJson.PATH,
            produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> of = query.uuid("accountId");
        Optional<UUID> after = query.afterId();
        query.check();
        Instant now = clock.now();
        Sight sight = Sight.of(caller.actor());
        List<Listed> rows = store.in(connection -> GrantViews.list(connection, sight, of, after, limit + 1));
        var page = query.page(rows, limit, row -> List.of(row.grant().id().toString()));
        return Lists.answer(request, page, row -> GrantJson.of(row.account(), row.grant(), now), GrantJson.table(now));
    }

    @Get(GrantJson.PATH + "/{id}")
    HttpResponse<byte[]> one(String id, Caller caller) {
        Listed row = seen(id, caller);
        return Answers.read(row.grant().version(), GrantJson.of(row.account(), row.grant(), clock.now()));
    }

    /** Proposes a grant (202), or gives it at once while the first administrator is still alone (201). */
    @Post(value = "/api/v1/accounts/{account}/grants", consumes = MediaType.ALL)
    HttpResponse<byte[]> propose(String account, Write write, Caller caller) {
        Holder holder = Forms.uuid(account)
                .flatMap(this::holder)
                .filter(found -> standing(Optional.of(found), caller).sees(caller.actor(), found.asMaker()))
                .orElseThrow(Problem::notFound);
        Body body = write.body();
        Scope scope = scope(body);
        Optional<Scope> readable = body.isWrongSoFar() ? Optional.empty() : Optional.of(scope);
        Role role = body.oneOf("role", ROLES);
        requireInvestor(body, role, scope);
        Optional<LocalDate> until = body.optionalDate("until");
        if (until.filter(last -> last.isBefore(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC)))
                .isPresent()) {
            body.find("until", "inconsistent");
        }
        new Threshold(() -> gate(Optional.of(holder), caller).toPropose(readable, caller.actor())).check(body);
        UUID id = ids.next();
        Propose propose = new Propose(id, new Grant(role, scope), until, caller.actor());
        return run(write, caller, holder.account(), propose, (after, _) -> proposed(holder.account(), after.grant(id)));
    }

    /** Takes a grant back at once, or a proposal before it was confirmed. */
    @Post(value = GrantJson.PATH + "/{id}/withdrawal", consumes = MediaType.ALL)
    HttpResponse<byte[]> withdraw(String id, Write write, Caller caller) {
        Listed row = seen(id, caller);
        Body body = write.optionalBody();
        Withdraw withdraw = new Withdraw(row.grant().id(), write.ifMatch(), caller.actor());
        new Threshold(() -> gate(holder(row.account()), caller)
                        .toWithdraw(Optional.of(row.grant()), withdraw.by(), withdraw.ifMatch()))
                .check(body);
        return run(write, caller, row.account(), withdraw, (after, _) -> {
            HeldGrant grant = after.grant(withdraw.grant());
            return Answers.ok(grant.version(), GrantJson.of(row.account(), grant, grant.changedAt()));
        });
    }

    private GrantGate gate(Optional<Holder> holder, Caller caller) {
        return new GrantGate(holder, standing(holder, caller), clock.now());
    }

    private Standing standing(Optional<Holder> holder, Caller caller) {
        return Standing.found(
                caller.actor(),
                store.in(connection -> StandingRows.places(
                        connection, holder.stream().map(Holder::account).toList())));
    }

    private Optional<Holder> holder(UUID account) {
        return store.in(connection -> AccountViews.byId(connection, account)).map(Holder::of);
    }

    private static Answer proposed(UUID account, HeldGrant grant) {
        return grant.state() == HeldGrant.State.PROPOSED
                ? Answers.awaiting(GrantJson.awaiting(grant))
                : Answers.created(
                        GrantJson.PATH + "/" + grant.id(),
                        grant.version(),
                        GrantJson.of(account, grant, grant.changedAt()));
    }

    /** One part at most: a fund's programme is the fund's own, and saying both could contradict. */
    private static Scope scope(Body body) {
        Optional<Body> asked = body.optionalObject("scope");
        Optional<UUID> programme = asked.flatMap(scope -> scope.optionalUuid("programmeId"));
        Optional<UUID> fund = asked.flatMap(scope -> scope.optionalUuid("fundId"));
        Optional<UUID> investor = asked.flatMap(scope -> scope.optionalUuid("investorId"));
        Optional<UUID> project = asked.flatMap(scope -> scope.optionalUuid("projectId"));
        if (Stream.of(programme, fund, investor, project)
                        .filter(Optional::isPresent)
                        .count()
                > 1) {
            body.find("scope", "inconsistent");
        }
        return new Scope(programme, fund, investor, project);
    }

    /** An investor's role reaches one investor: for the whole deployment it would show everybody's positions. */
    private static void requireInvestor(Body body, Role role, Scope scope) {
        if (role == Role.INVESTOR && scope.investor().isEmpty()) {
            if (body.has("scope")) {
                body.find("scope", "investorId", "required", Map.of());
            } else {
                body.find("scope", "required");
            }
        }
    }

    private Listed seen(String id, Caller caller) {
        return Forms.uuid(id)
                .flatMap(known -> store.in(connection -> GrantViews.byId(connection, known)))
                .filter(row -> Standing.found(caller.actor(), Map.of())
                                .seesGrants(caller.actor(), row.grant().role().scope())
                        || row.account().equals(caller.actor().account()))
                .orElseThrow(Problem::notFound);
    }

    private HttpResponse<byte[]> run(
            Write write, Caller caller, UUID account, GrantCommand command, Renderer<GrantBook, GrantEvent> renderer) {
        return commands.run(write, caller, grants::submit, account, GrantCommands.reads(command), command, renderer);
    }

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            roles.put(role.code(), role);
        }
        return roles;
    }
}
