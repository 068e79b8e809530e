package tranche.portal.raise.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.KeptForm;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.raise.domain.Commitment;
import tranche.portal.raise.domain.CommitmentDetail;
import tranche.portal.raise.domain.Feed;
import tranche.portal.raise.domain.OwnWrites;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.web.command.Answers;
import tranche.world.ids.Ids;

/** One commitment: what it is, how it came to be, and the commands of whoever may. A form does what the API does. */
@Controller("/commitments")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class CommitmentPage {

    /** Commands of the page, each with what the toast says when it is done. */
    private static final Map<String, String> COMMANDS = Map.of(
            "submission", "submitted",
            "return", "returned",
            "acceptance", "accepted",
            "take-on-approval", "accepted",
            "cancellation", "cancelled");

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private final CommitmentDetail detail;
    private final Feed feed;
    private final ServiceCalls services;
    private final ProposalDesk proposals;
    private final OwnWrites ownWrites;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    CommitmentPage(
            CommitmentDetail detail,
            Feed feed,
            ServiceCalls services,
            ProposalDesk proposals,
            OwnWrites ownWrites,
            Pages pages,
            ProblemPages problems,
            Ids ids) {
        this.detail = detail;
        this.feed = feed;
        this.services = services;
        this.proposals = proposals;
        this.ownWrites = ownWrites;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @Get(value = "/{id}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> read(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        Afterwards.position(request).ifPresent(ownWrites::await);
        return show(request, visitor, id, HttpStatus.OK, Optional.empty());
    }

    /** The address that a refused form leaves in the browser leads to the page that it is on. */
    @Get(value = "/{id}/{command}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> back(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @PathVariable String command) {
        return COMMANDS.containsKey(command)
                ? HttpResponse.seeOther(URI.create("/commitments/" + id))
                : problems.nothing(request, visitor.reader());
    }

    @Post(value = "/{id}/{command}", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> command(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String command,
            @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        if (!COMMANDS.containsKey(command)) {
            return problems.nothing(request, visitor.reader());
        }
        if (KeptForm.isKept(form)) {
            return show(
                    request,
                    visitor,
                    id,
                    HttpStatus.OK,
                    Optional.of(new CommitmentSheet.Sent(command, form, Optional.empty())));
        }
        Words words = pages.words(visitor.reader());
        Optional<RefusedForm> missing = Refusals.missing(command, form, words);
        if (missing.isPresent()) {
            return show(
                    request,
                    visitor,
                    id,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Optional.of(new CommitmentSheet.Sent(command, form, missing)));
        }
        ServiceReply reply = services.send(
                visitor.actor(),
                visitor.locale(),
                "POST",
                "/commitments/" + id + "/" + command,
                body(form),
                seen(form),
                OnceKey.of(form).orElseGet(() -> ids.next().toString()));
        if (reply.succeeded()) {
            return Afterwards.seeOther(
                    "/commitments/" + id, Optional.ofNullable(COMMANDS.get(command)), reply.position());
        }
        return show(
                request,
                visitor,
                id,
                HttpStatus.valueOf(reply.status()),
                Optional.of(new CommitmentSheet.Sent(command, form, Optional.of(Refusals.of(reply, words)))));
    }

    /** What the command says, without what is the form's own; an empty field is one that was not given. */
    private static Map<String, String> body(Map<String, String> form) {
        Map<String, String> body = new LinkedHashMap<>();
        for (String field : List.of("reason", "closingDate", "contentHash", "source")) {
            String value = form.getOrDefault(field, "").strip();
            if (!value.isEmpty()) {
                body.put(field, value.replace("\r\n", "\n"));
            }
        }
        return body;
    }

    /** The version that the person saw, as commands take it; what is none was not written by this page. */
    static Optional<String> seen(Map<String, String> form) {
        return Optional.ofNullable(form.get("version"))
                .filter(version -> VERSION.matcher(version).matches())
                .map(version -> Answers.tag(Long.parseLong(version)));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request, Visitor visitor, UUID id, HttpStatus status, Optional<CommitmentSheet.Sent> sent) {
        Frame plain = pages.frame(request, visitor, MenuEntry.COMMITMENTS);
        // Before anything is read: what changes meanwhile is told once more rather than never.
        long place = feed.lastPlace(visitor.access(), id);
        Optional<Commitment> found =
                detail.of(visitor.actor(), id, plain.words().now());
        if (found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        Commitment commitment = found.get();
        ServiceReply present = services.get(visitor.actor(), visitor.locale(), "/commitments/" + id);
        MoneyWords money =
                MoneyWords.of(visitor.locale(), List.of(commitment.amount().currency()));
        Words words = Words.of(visitor.reader(), money, plain.words().now());
        Frame frame = plain.with(words)
                .titled(
                        commitment.investorName(),
                        List.of(
                                Crumb.to(words.say("frame.entry.commitments"), "/commitments"),
                                Crumb.here(commitment.investorName())))
                .marked(commitment.programme().sample())
                .following("/live?topics=commitment:" + id + "&after=" + place);
        CommitmentModel model = new CommitmentSheet(
                        commitment,
                        detail.steps(visitor.actor(), id),
                        present.text("contentHash"),
                        present.texts("allowed"),
                        proposals.about(visitor, commitment),
                        sent,
                        ids.next().toString())
                .model(frame, visitor, words);
        return pages.page(request, status, "raise/commitment.jte", model);
    }
}
