package tranche.portal.approval.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import tranche.flow.writer.Idempotency;
import tranche.flow.writer.Overloaded;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.portal.account.domain.Account;
import tranche.portal.account.store.AccountStore;
import tranche.portal.account.store.AccountViews;
import tranche.portal.account.store.Sight;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.grant.GrantCommands;
import tranche.portal.grant.domain.GrantBook;
import tranche.portal.grant.domain.GrantCommand;
import tranche.portal.grant.domain.GrantEvent;
import tranche.portal.grant.domain.HeldGrant;
import tranche.portal.grant.domain.ProposalState;
import tranche.portal.grant.store.GrantViews;
import tranche.portal.grant.store.GrantViews.Listed;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Scope;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.json.JsonObject;
import tranche.web.problem.Problem;
import tranche.web.problem.ProblemAnswers;
import tranche.web.problem.ProblemAnswers.Told;
import tranche.world.ids.Ids;
import tranche.world.time.Clock;

/** Grants that a second person confirms: the portal keeps them itself, and tells them here as the services tell theirs. */
@Singleton
final class OwnProposals {

    /** As long as a page waits for any command. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String GRANT = "grant";
    private static final String POSITION = "Tranche-Position";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GrantCommands grants;
    private final AccountStore store;
    private final ProblemAnswers problems;
    private final Clock clock;
    private final Ids ids;

    OwnProposals(GrantCommands grants, AccountStore store, ProblemAnswers problems, Clock clock, Ids ids) {
        this.grants = grants;
        this.store = store;
        this.problems = problems;
        this.clock = clock;
        this.ids = ids;
    }

    /** Those that wait and that the visitor may see, in the order of their making. */
    List<Waiting> pending(Visitor visitor, int most) {
        return store
                .in(connection -> GrantViews.proposals(
                        connection,
                        Sight.of(visitor.actor()),
                        Optional.of(ProposalState.PENDING),
                        clock.now(),
                        Optional.empty(),
                        most))
                .stream()
                .map(Listed::grant)
                .map(OwnProposals::waiting)
                .toList();
    }

    private static Waiting waiting(HeldGrant grant) {
        return new Waiting(
                GRANT,
                grant.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(grant.role().scope()),
                Optional.of(grant.proposedBy().account()),
                Optional.empty(),
                grant.expiresAt(),
                Source.PORTAL.address(grant.id()));
    }

    /** One, as a service would answer. */
    ServiceReply one(Visitor visitor, UUID id) {
        return seen(visitor, id).map(row -> ok(members(row), Optional.empty())).orElseGet(OwnProposals::nothing);
    }

    /**
     * Confirms or turns down. Whoever may not is refused by the command itself.
     *
     * @param body as the contract has it
     * @param once the same form sent twice acts once
     */
    ServiceReply answer(Visitor visitor, UUID id, String command, Map<String, String> body, String once) {
        Optional<Listed> seen = seen(visitor, id);
        if (seen.isEmpty()) {
            return nothing();
        }
        byte[] json = json(body).getBytes(StandardCharsets.UTF_8);
        try {
            GrantCommand asked = asked(visitor, id, command, Body.of(json));
            String operation = "POST " + Source.PORTAL.path(id, command);
            var submission = new Submission<GrantBook, GrantCommand, GrantEvent>(
                    seen.get().account(),
                    GrantCommands.reads(asked),
                    asked,
                    visitor.actor(),
                    Optional.of(new Idempotency(visitor.account(), operation, once, hash(json(body)))),
                    Trace.beginning(ids),
                    (after, _) -> Answers.ok(
                            after.grant(id).version(), JsonObject.empty().put("id", id)));
            HttpResponse<byte[]> done = Commands.answer(grants.submit(submission)
                    .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .join());
            return ok(Map.of(), Optional.ofNullable(done.header(POSITION)));
        } catch (Problem refused) {
            return refused(problems.told(refused, visitor.locale()));
        } catch (Overloaded | CompletionException away) {
            return ServiceReply.away();
        }
    }

    private static GrantCommand asked(Visitor visitor, UUID id, String command, Body body) {
        GrantCommand asked = command.equals("approval")
                ? new GrantCommand.Approve(id, body.sha256("contentHash"), OptionalLong.empty(), visitor.actor())
                : new GrantCommand.Reject(
                        id, body.paragraphs("reason", Fields.FREE_TEXT), OptionalLong.empty(), visitor.actor());
        body.check();
        return asked;
    }

    private Optional<Listed> seen(Visitor visitor, UUID id) {
        return store.in(connection -> GrantViews.byId(connection, id)).filter(row -> row.isProposalTo(visitor.actor()));
    }

    private Map<String, Object> members(Listed row) {
        HeldGrant grant = row.grant();
        Map<String, Object> members = new HashMap<>();
        members.put("id", grant.id().toString());
        members.put("state", ProposalState.of(grant, clock.now()).name());
        members.put("command", GRANT);
        members.put("contentHash", grant.contentHash());
        members.put("content", content(grant, store.in(connection -> AccountViews.byId(connection, row.account()))));
        members.put("proposedBy", grant.proposedBy().account().toString());
        return members;
    }

    /** What is confirmed: to whom which role where, and until when. */
    private static Map<String, Object> content(HeldGrant grant, Optional<Account> holder) {
        Scope scope = grant.role().scope();
        Map<String, Object> content = new HashMap<>();
        holder.ifPresent(account -> content.put("account", account.username().value()));
        content.put("role", grant.role().role().code());
        grant.until().ifPresent(last -> content.put("until", last.toString()));
        scope.programme().ifPresent(id -> content.put("programmeId", id.toString()));
        scope.fund().ifPresent(id -> content.put("fundId", id.toString()));
        scope.investor().ifPresent(id -> content.put("investorId", id.toString()));
        scope.project().ifPresent(id -> content.put("projectId", id.toString()));
        return content;
    }

    private static ServiceReply ok(Map<String, Object> members, Optional<String> position) {
        return new ServiceReply(200, members, Optional.empty(), position);
    }

    private static ServiceReply nothing() {
        return new ServiceReply(404, Map.of(), Optional.empty(), Optional.empty());
    }

    private static ServiceReply refused(Told told) {
        Map<String, Object> members = new HashMap<>();
        members.put("code", told.code());
        members.put("title", told.title());
        told.detail().ifPresent(detail -> members.put("detail", detail));
        members.put("remedy", told.remedy());
        members.put("errors", told.errors().stream().map(OwnProposals::members).toList());
        return new ServiceReply(told.status(), members, Optional.empty(), Optional.empty());
    }

    private static Map<?, ?> members(JsonObject object) {
        try {
            return JSON.readValue(object.bytes(), Map.class);
        } catch (IOException unreadable) {
            throw new IllegalStateException("an object of ours cannot be read", unreadable);
        }
    }

    private static byte[] hash(String text) {
        return HexFormat.of().parseHex(ContentHash.of(text).hex());
    }

    private static String json(Map<String, String> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("texts cannot be written", unwritable);
        }
    }
}
