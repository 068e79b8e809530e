package tranche.commitments.commitment.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.Optional;
import java.util.OptionalLong;
import tranche.commitments.commitment.CommitmentMotionCommands;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.CommitmentMotion;
import tranche.commitments.commitment.domain.Gate;
import tranche.commitments.commitment.domain.ProposeMotion;
import tranche.commitments.commitment.store.CommitmentViews;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.investor.store.InvestorViews;
import tranche.flow.proposal.ProposalCommands;
import tranche.values.register.AsOf;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.body.Fields;
import tranche.web.command.Commands;
import tranche.web.command.Threshold;
import tranche.web.command.Write;
import tranche.web.problem.Problem;
import tranche.world.ids.Ids;

/** What one person proposes about a closed commitment, over HTTP; another confirms it where all proposals are answered. */
@Controller("/api/v1/commitments")
final class CommitmentMotionController {

    private final CommitmentMotionCommands motions;
    private final CommitmentViews views;
    private final InvestorViews investors;
    private final Ids ids;

    CommitmentMotionController(
            CommitmentMotionCommands motions, CommitmentViews views, InvestorViews investors, Ids ids) {
        this.motions = motions;
        this.views = views;
        this.investors = investors;
        this.ids = ids;
    }

    /** Another amount. */
    @Post("/{id}/amendments")
    HttpResponse<byte[]> amend(Write write, Caller caller, String id) {
        Commitment commitment = seen(caller, id);
        Body body = write.body();
        return propose(
                write,
                caller,
                commitment,
                body,
                new CommitmentMotion.Amend(
                        body.positiveMoney("amount"),
                        body.optionalDate("effectiveDate"),
                        body.paragraphs("reason", Fields.FREE_TEXT),
                        EvidenceBody.documents(body)));
    }

    /** Another investor, of the whole or of a part. */
    @Post("/{id}/transfer")
    HttpResponse<byte[]> transfer(Write write, Caller caller, String id) {
        Commitment commitment = seen(caller, id);
        Body body = write.body();
        return propose(
                write,
                caller,
                commitment,
                body,
                new CommitmentMotion.Transfer(
                        new CommitmentId(ids.next()),
                        new InvestorId(body.reference("toInvestorId", to -> investors.isThere(caller.actor(), to))),
                        body.optionalPositiveMoney("amount"),
                        body.optionalDate("effectiveDate"),
                        body.optionalParagraphs("reason", Fields.FREE_TEXT),
                        EvidenceBody.documents(body)));
    }

    private Commitment seen(Caller caller, String id) {
        return views.one(caller.access(), Fields.pathId(id), AsOf.NOW).orElseThrow(Problem::notFound);
    }

    private HttpResponse<byte[]> propose(
            Write write, Caller caller, Commitment commitment, Body body, CommitmentMotion motion) {
        new Threshold(() -> Gate.refusal(Optional.of(commitment), motion.step(), caller.actor(), write.ifMatch()))
                .check(body);
        return Commands.answer(motions.propose(
                commitment,
                new ProposeMotion(commitment.id(), motion, ids.next(), caller.actor(), write.ifMatch()),
                new ProposalCommands.Request(
                        caller.actor(),
                        OptionalLong.empty(),
                        write.idempotency(caller.actor().account()),
                        write.trace(),
                        CommitmentAnswers::awaiting)));
    }
}
