package tranche.milestones.milestone.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tranche.milestones.milestone.MilestoneCommands;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.Site;
import tranche.milestones.milestone.domain.Step;
import tranche.milestones.milestone.store.MilestoneViews;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.command.Commands;
import tranche.web.command.Write;
import tranche.web.problem.Problem;

/** What a site reports of its milestones, and what a verifier finds of that, over HTTP. */
@Controller("/api/v1/milestones/{id}")
final class SiteController {

    private final MilestoneCommands milestones;
    private final MilestoneViews views;
    private final ShownMilestones shown;
    private final Thresholds thresholds;
    private final Commands commands;

    SiteController(
            MilestoneCommands milestones,
            MilestoneViews views,
            ShownMilestones shown,
            Thresholds thresholds,
            Commands commands) {
        this.milestones = milestones;
        this.views = views;
        this.shown = shown;
        this.thresholds = thresholds;
        this.commands = commands;
    }

    @Post("/start")
    HttpResponse<byte[]> start(Write write, Caller caller, String id) {
        UUID milestone = Fields.pathId(id);
        Body body = write.optionalBody();
        var command = new MilestoneCommand.Start(
                new MilestoneId(milestone), body.optionalDate("effectiveDate"), caller.actor(), write.ifMatch());
        thresholds.of(write, caller, milestone, Step.START).check(body);
        return move(write, caller, command);
    }

    @Post("/claim")
    HttpResponse<byte[]> claim(Write write, Caller caller, String id) {
        UUID milestone = Fields.pathId(id);
        Body body = write.body();
        var command = new MilestoneCommand.Claim(
                new MilestoneId(milestone),
                body.date("claimedDate"),
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        thresholds.of(write, caller, milestone, Step.CLAIM).check(body);
        return move(write, caller, command);
    }

    @Post("/withdraw-claim")
    HttpResponse<byte[]> withdrawClaim(Write write, Caller caller, String id) {
        UUID milestone = Fields.pathId(id);
        Body body = write.optionalBody();
        var command = new MilestoneCommand.WithdrawClaim(
                new MilestoneId(milestone), body.optionalDate("effectiveDate"), caller.actor(), write.ifMatch());
        thresholds.of(write, caller, milestone, Step.WITHDRAW_CLAIM).check(body);
        return move(write, caller, command);
    }

    @Post("/verification")
    HttpResponse<byte[]> verify(Write write, Caller caller, String id) {
        UUID milestone = Fields.pathId(id);
        Body body = write.body();
        var command = new MilestoneCommand.Verify(
                new MilestoneId(milestone),
                body.date("achievedDate"),
                body.paragraphs("statement", Fields.FREE_TEXT),
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        thresholds.of(write, caller, milestone, Step.VERIFY).checkApproving(caller, body);
        return move(write, caller, command);
    }

    @Post("/rejection")
    HttpResponse<byte[]> reject(Write write, Caller caller, String id) {
        UUID milestone = Fields.pathId(id);
        Body body = write.body();
        var command = new MilestoneCommand.Reject(
                new MilestoneId(milestone),
                body.paragraphs("reason", Fields.FREE_TEXT),
                body.optionalDate("effectiveDate"),
                caller.actor(),
                write.ifMatch());
        thresholds.of(write, caller, milestone, Step.REJECT).checkApproving(caller, body);
        return move(write, caller, command);
    }

    private HttpResponse<byte[]> move(Write write, Caller caller, MilestoneCommand command) {
        Function<Site, Shown> moved = shown.after(caller.access(), command.id());
        return commands.run(
                write,
                caller,
                milestones.writer()::submit,
                views.projectOf(command.id().value())
                        .orElseThrow(Problem::notFound)
                        .value(),
                Set.of(),
                command,
                (after, _) -> MilestoneAnswers.moved(moved.apply(after)));
    }
}
