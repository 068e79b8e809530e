package tranche.milestones.milestone.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import tranche.flow.proposal.ProposalCommands;
import tranche.milestones.milestone.MotionCommands;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.Motion;
import tranche.milestones.milestone.domain.Propose;
import tranche.milestones.milestone.domain.Step;
import tranche.milestones.milestone.domain.Waiver;
import tranche.milestones.milestone.store.MilestoneViews;
import tranche.values.register.AsOf;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.command.Commands;
import tranche.web.command.Write;
import tranche.web.problem.Problem;
import tranche.world.ids.Ids;

/** What one person proposes about a milestone, over HTTP; another confirms it where all proposals are answered. */
@Controller("/api/v1/milestones/{id}")
final class MotionController {

    /** Tranches that one waiver names. */
    private static final int MOST_TRANCHES = 100;

    /** Of a body that is refused for what it says. */
    private static final Waiver.Reach STAND_IN = new Waiver.OfAll();

    private final MotionCommands motions;
    private final MilestoneViews views;
    private final Thresholds thresholds;
    private final Ids ids;

    MotionController(MotionCommands motions, MilestoneViews views, Thresholds thresholds, Ids ids) {
        this.motions = motions;
        this.views = views;
        this.thresholds = thresholds;
        this.ids = ids;
    }

    @Post("/rebaseline")
    HttpResponse<byte[]> rebaseline(Write write, Caller caller, String id) {
        return propose(
                write,
                caller,
                id,
                body -> new Motion.Rebaseline(body.date("baselineDate"), reason(body), effectiveDate(body)));
    }

    @Post("/revoke-verification")
    HttpResponse<byte[]> revokeVerification(Write write, Caller caller, String id) {
        return propose(write, caller, id, body -> new Motion.RevokeVerification(reason(body), effectiveDate(body)));
    }

    @Post("/waiver")
    HttpResponse<byte[]> waive(Write write, Caller caller, String id) {
        return propose(
                write,
                caller,
                id,
                body -> new Motion.Waive(
                        new Waiver(reach(body), body.date("expires")), reason(body), effectiveDate(body)));
    }

    @Post("/revoke-waiver")
    HttpResponse<byte[]> revokeWaiver(Write write, Caller caller, String id) {
        return propose(write, caller, id, body -> new Motion.RevokeWaiver(reason(body), effectiveDate(body)));
    }

    @Post("/remove")
    HttpResponse<byte[]> remove(Write write, Caller caller, String id) {
        return propose(write, caller, id, body -> new Motion.Remove(reason(body), effectiveDate(body)));
    }

    @Post("/supersede")
    HttpResponse<byte[]> supersede(Write write, Caller caller, String id) {
        return propose(
                write,
                caller,
                id,
                body -> new Motion.Supersede(
                        new MilestoneId(body.reference(
                                "supersededBy",
                                other -> views.one(caller.access(), other, AsOf.NOW)
                                        .isPresent())),
                        reason(body),
                        effectiveDate(body)));
    }

    /** That a waiver is for all is said: whoever forgets the tranches waives nothing. */
    private static Waiver.Reach reach(Body body) {
        boolean forAll = body.optionalFlag("ofAll").orElse(false);
        if (forAll) {
            if (body.isGiven("trancheIds")) {
                body.uuids("trancheIds", 0, MOST_TRANCHES);
                body.find("trancheIds", "inconsistent");
            }
            return new Waiver.OfAll();
        }
        List<UUID> tranches = body.uuids("trancheIds", 1, MOST_TRANCHES);
        return body.isWrongSoFar() ? STAND_IN : new Waiver.OfTranches(tranches);
    }

    private static String reason(Body body) {
        return body.paragraphs("reason", Fields.FREE_TEXT);
    }

    private static Optional<LocalDate> effectiveDate(Body body) {
        return body.optionalDate("effectiveDate");
    }

    private HttpResponse<byte[]> propose(Write write, Caller caller, String id, Function<Body, Motion> reader) {
        UUID milestone = Fields.pathId(id);
        Body body = write.body();
        Motion motion = reader.apply(body);
        Step step = motion.step();
        thresholds.of(write, caller, milestone, step).check(body);
        return Commands.answer(motions.propose(
                views.projectOf(milestone).orElseThrow(Problem::notFound),
                new Propose(new MilestoneId(milestone), motion, ids.next(), caller.actor(), write.ifMatch()),
                new ProposalCommands.Request(
                        caller.actor(),
                        OptionalLong.empty(),
                        write.idempotency(caller.actor().account()),
                        write.trace(),
                        MilestoneAnswers::awaiting)));
    }
}
