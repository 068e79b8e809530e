package tranche.commitments.investor.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import tranche.commitments.investor.InvestorCommands;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorCommand;
import tranche.commitments.investor.domain.InvestorContent;
import tranche.commitments.investor.domain.InvestorFile;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.investor.domain.InvestorKind;
import tranche.commitments.investor.domain.Kyc;
import tranche.commitments.investor.domain.Lei;
import tranche.commitments.investor.store.InvestorViews;
import tranche.values.actor.Role;
import tranche.values.country.Country;
import tranche.values.register.AsOf;
import tranche.web.access.Caller;
import tranche.web.asof.AsOfQuery;
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

/** Investors over HTTP. */
@Controller("/api/v1/investors")
final class InvestorController {

    private final InvestorCommands investors;
    private final InvestorViews views;
    private final Commands commands;
    private final Ids ids;

    InvestorController(InvestorCommands investors, InvestorViews views, Commands commands, Ids ids) {
        this.investors = investors;
        this.views = views;
        this.commands = commands;
        this.ids = ids;
    }

    @Post
    HttpResponse<byte[]> register(Write write, Caller caller) {
        Body body = write.body();
        String name = body.text("name", Fields.NAME);
        InvestorKind kind = body.oneOf("kind", InvestorKind.class);
        String country = body.country("country");
        Optional<Lei> lei = lei(body);
        boolean consent = body.optionalFlag("consentToBeNamed").orElse(false);
        var foreign = Fields.foreign(body);
        var effectiveDate = body.optionalDate("effectiveDate");
        Threshold.openTo(caller.access().holdsAnywhere(Role.FUND_MANAGER)).check(body);
        var command = new InvestorCommand.Register(
                new InvestorId(ids.next()),
                new InvestorContent(name, kind, new Country(country), lei, consent),
                foreign,
                effectiveDate,
                caller.actor());
        return commands.run(
                write, caller, investors.writer()::submit, command.id().value(), Set.of(), command, (after, events) -> {
                    if (events.isEmpty()) {
                        Investor known = Objects.requireNonNull(after.known().get(foreign.orElseThrow()))
                                .object();
                        return Answers.known(
                                "commitments",
                                known.id().value(),
                                known.version().number(),
                                InvestorAnswers.json(known));
                    }
                    Investor made = after.investor().orElseThrow();
                    return Answers.created(
                            "/api/v1/investors/" + made.id(), made.version().number(), InvestorAnswers.json(made));
                });
    }

    private static Optional<Lei> lei(Body body) {
        return body.optionalParsed(
                "lei", "invalid-lei", text -> Lei.isValid(text) ? Optional.of(new Lei(text)) : Optional.empty());
    }

    @Patch("/{id}")
    HttpResponse<byte[]> change(Write write, Caller caller, String id) {
        InvestorId investor = new InvestorId(Fields.pathId(id));
        Body body = write.body();
        var changes = new InvestorCommand.Changes(
                body.optionalText("name", Fields.NAME),
                body.optionalOneOf("kind", InvestorKind.class),
                body.optionalCountry("country").map(Country::new),
                lei(body),
                body.optionalFlag("consentToBeNamed"));
        var command = new InvestorCommand.Change(
                investor, changes, body.optionalDate("effectiveDate"), caller.actor(), write.ifMatch());
        threshold(write, caller, investor, _ -> true).check(body);
        return run(write, caller, command);
    }

    @Post("/{id}/kyc")
    HttpResponse<byte[]> recordKyc(Write write, Caller caller, String id) {
        InvestorId investor = new InvestorId(Fields.pathId(id));
        Body body = write.body();
        var command = new InvestorCommand.RecordKyc(
                investor,
                new Kyc(body.oneOf("status", Kyc.Status.class), body.optionalDate("validUntil")),
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        threshold(write, caller, investor, _ -> true).check(body);
        return run(write, caller, command);
    }

    @Post("/{id}/suspend")
    HttpResponse<byte[]> suspend(Write write, Caller caller, String id) {
        InvestorId investor = new InvestorId(Fields.pathId(id));
        Body body = write.optionalBody();
        var command = new InvestorCommand.Suspend(
                investor,
                body.optionalParagraphs("reason", Fields.FREE_TEXT),
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        threshold(write, caller, investor, Investor::isActive).check(body);
        return run(write, caller, command);
    }

    private Threshold threshold(Write write, Caller caller, InvestorId id, Predicate<Investor> stateAllows) {
        return new Threshold(() -> InvestorFile.gate(
                views.one(caller.actor(), id.value(), AsOf.NOW), stateAllows, caller.actor(), write.ifMatch()));
    }

    private HttpResponse<byte[]> run(Write write, Caller caller, InvestorCommand command) {
        UUID id = command.id().value();
        return commands.run(write, caller, investors.writer()::submit, id, Set.of(), command, (after, _) -> {
            Investor changed = after.investor().orElseThrow();
            return Answers.ok(changed.version().number(), InvestorAnswers.json(changed));
        });
    }

    @Get("/{id}")
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id) {
        AsOf asOf = AsOfQuery.of(request);
        Investor investor = views.one(caller.actor(), Fields.pathId(id), asOf).orElseThrow(Problem::notFound);
        return Answers.read(investor.version().number(), InvestorAnswers.json(investor));
    }

    @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        ListQuery query = ListQuery.of(request);
        int limit = query.limit();
        Optional<UUID> after = query.afterId();
        query.check();
        var page = query.page(
                views.list(caller.actor(), after, limit),
                limit,
                investor -> List.of(investor.id().toString()));
        return Lists.answer(request, page, InvestorAnswers::json, InvestorAnswers.TABLE);
    }
}
