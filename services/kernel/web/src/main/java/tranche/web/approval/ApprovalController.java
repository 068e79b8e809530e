package tranche.web.approval;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.flow.proposal.Approvable;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.proposal.ProposalViews;
import tranche.flow.writer.Answer;
import tranche.values.actor.ContentHash;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposalState;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.command.Answers;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.paging.ListQuery;
import tranche.web.problem.Problem;
import tranche.web.table.Lists;
import tranche.world.time.Clock;

/** What waits for a second person in this service. */
@Controller("/api/v1/approvals")
@Requires(beans = Approvable.class)
final class ApprovalController {

    private final Approvals approvals;
    private final ProposalViews views;
    private final Clock clock;
    private final String service;

    ApprovalController(
            Approvals approvals, ProposalViews views, Clock clock, @Value("${tranche.service}") String service) {
        this.approvals = approvals;
        this.views = views;
        this.clock = clock;
        this.service = service;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.service(service);
        Optional<ProposalState> state = query.oneOf("state", ProposalState.class);
        query.check();
        Instant now = clock.now();
        var page = query.page(
                views.list(caller.actor(), state, now, after, limit),
                limit,
                found -> List.of(found.id().toString()));
        return Lists.answer(request, page, found -> ApprovalAnswers.json(found, now), ApprovalAnswers.table(now));
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(Caller caller, String id) {
        Proposal found = seen(caller, id);
        Instant now = clock.now();
        return Answers.read(found.versionAt(now), ApprovalAnswers.json(found, now));
    }

    /** Confirms what was seen (D-6), by another person than the one who proposed it (D-1). */
    @Post("/{id}/approval")
    HttpResponse<byte[]> approve(Write write, Caller caller, String id) {
        Proposal proposal = seen(caller, id);
        Body body = write.body();
        String hash = body.sha256("contentHash");
        threshold(write, caller, proposal).checkApproving(caller, body);
        return Commands.answer(approvals.approve(proposal, new ContentHash(hash), request(write, caller)));
    }

    @Post("/{id}/rejection")
    HttpResponse<byte[]> reject(Write write, Caller caller, String id) {
        Proposal proposal = seen(caller, id);
        Body body = write.body();
        String reason = body.paragraphs("reason", Fields.FREE_TEXT);
        threshold(write, caller, proposal).checkApproving(caller, body);
        return Commands.answer(approvals.reject(proposal, reason, request(write, caller)));
    }

    private Threshold threshold(Write write, Caller caller, Proposal proposal) {
        return new Threshold(() -> proposal.refusalOfAnswer(caller.actor(), write.ifMatch(), clock.now()));
    }

    private ProposalCommands.Request request(Write write, Caller caller) {
        return new ProposalCommands.Request(
                caller.actor(),
                write.ifMatch(),
                write.idempotency(caller.actor().account()),
                write.trace(),
                this::answered);
    }

    private Answer answered(Proposal answered) {
        Instant now = clock.now();
        return Answers.ok(answered.versionAt(now), ApprovalAnswers.json(answered, now));
    }

    private Proposal seen(Caller caller, String id) {
        return views.one(caller.actor(), Fields.pathId(id)).orElseThrow(Problem::notFound);
    }
}
