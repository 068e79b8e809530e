package tranche.commitments.investment.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.fund.store.FundViews;
import tranche.commitments.investment.InvestmentCommands;
import tranche.commitments.investment.domain.Invest;
import tranche.commitments.investment.domain.Investment;
import tranche.commitments.investment.domain.InvestmentId;
import tranche.commitments.investment.store.InvestmentViews;
import tranche.values.actor.Role;
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
import tranche.world.ids.Ids;

/** What funds put into projects, over HTTP. */
@Controller("/api/v1/investments")
final class InvestmentController {

    private final InvestmentCommands investments;
    private final InvestmentViews views;
    private final FundViews funds;
    private final Commands commands;
    private final Ids ids;

    InvestmentController(
            InvestmentCommands investments, InvestmentViews views, FundViews funds, Commands commands, Ids ids) {
        this.investments = investments;
        this.views = views;
        this.funds = funds;
        this.commands = commands;
        this.ids = ids;
    }

    @Post
    HttpResponse<byte[]> record(Write write, Caller caller) {
        write.requireKey();
        Body body = write.body();
        UUID fund = body.reference("fundId", id -> funds.isThere(caller.access(), id));
        var command = new Invest(
                new InvestmentId(ids.next()),
                body.uuid("projectId"),
                body.optionalUuid("trancheId").map(TrancheId::new),
                body.date("date"),
                body.positiveMoney("amount"),
                caller.actor());
        Threshold.openTo(caller.access().holdsAnywhere(Role.FUND_MANAGER)).check(body);
        return commands.run(write, caller, investments.writer()::submit, fund, Set.of(), command, (after, _) -> {
            Investment made = Objects.requireNonNull(after.made().get(command.id()));
            return Answers.created(
                    "/api/v1/investments/" + made.id(), made.version().number(), InvestmentAnswers.json(made));
        });
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(Caller caller, String id) {
        Investment made = views.one(caller.access(), Fields.pathId(id)).orElseThrow(Problem::notFound);
        return Answers.read(made.version().number(), InvestmentAnswers.json(made));
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        Optional<UUID> fund = query.uuid("fundId");
        Optional<UUID> project = query.uuid("projectId");
        query.check();
        List<Investment> made = views.list(caller.access(), fund, project, after, limit);
        return Lists.answer(
                request,
                query.page(made, limit, one -> List.of(one.id().toString())),
                InvestmentAnswers::json,
                InvestmentAnswers.TABLE);
    }
}
