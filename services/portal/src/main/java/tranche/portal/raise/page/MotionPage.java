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
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.FileForm;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.KeptForm;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.FileCalls;
import tranche.portal.frontdoor.FileCalls.PassedFile;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.raise.domain.Commitment;
import tranche.portal.raise.domain.CommitmentDetail;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.actor.Role;
import tranche.world.ids.Ids;

/**
 * The forms by which a manager proposes another amount for a commitment, or that it goes over to another investor. Nothing
 * happens before another person confirms it. A form does what the API does.
 */
@Controller("/commitments")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class MotionPage {

    /** Where a file goes that shows that somebody agrees. */
    private static final String PAPERS = "/{id}/{motion:amendments|transfer}/papers";

    private static final String KIND = "consent";

    private final CommitmentDetail detail;
    private final InvestorDesk investors;
    private final ServiceCalls services;
    private final FileCalls files;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    MotionPage(
            CommitmentDetail detail,
            InvestorDesk investors,
            ServiceCalls services,
            FileCalls files,
            Pages pages,
            ProblemPages problems,
            Ids ids) {
        this.detail = detail;
        this.investors = investors;
        this.services = services;
        this.files = files;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @Get(value = "/{id}/amendments", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> amend(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        return open(request, visitor, id, Motion.AMENDMENTS);
    }

    @Get(value = "/{id}/transfer", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> transfer(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        return open(request, visitor, id, Motion.TRANSFER);
    }

    @Post(value = "/{id}/amendments", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> proposeAmendment(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @Body Map<String, String> form) {
        return propose(request, visitor, id, Motion.AMENDMENTS, form);
    }

    @Post(value = "/{id}/transfer", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> proposeTransfer(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @Body Map<String, String> form) {
        return propose(request, visitor, id, Motion.TRANSFER, form);
    }

    /** The address that a received file leaves in the browser leads to the form that it is for. */
    @Get(value = PAPERS, produces = MediaType.TEXT_HTML)
    public HttpResponse<?> backToForm(@PathVariable UUID id, @PathVariable String motion) {
        return HttpResponse.seeOther(URI.create("/commitments/" + id + "/" + motion));
    }

    /** Receives a file for what is about to be proposed, and shows the form again with the hash that the service computed. */
    @Post(value = PAPERS, produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public HttpResponse<?> receive(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @PathVariable String motion) {
        FileForm form = FileForm.read(request);
        OwnForms.require(visitor, form.texts());
        Optional<Commitment> found = found(visitor, id);
        if (found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        Motion known = Motion.of(motion).orElseThrow();
        Words words = pages.words(visitor.reader());
        if (form.length() == 0) {
            String text = words.say("commitment.field.documents.none");
            RefusedForm missing = RefusedForm.missing(MotionForm.PAPERS, text, words);
            return show(
                    request,
                    visitor,
                    found.get(),
                    known,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    form.texts(),
                    Optional.of(missing));
        }
        ServiceReply reply = files.submit(
                visitor.actor(),
                visitor.locale(),
                "/documents",
                about(id),
                new PassedFile(form.file(), form.length()),
                OnceKey.of(form.texts()).orElseGet(() -> ids.next().toString()) + "-file");
        if (reply.succeeded()) {
            String hash = reply.text("sha256").orElseThrow();
            Map<String, String> typed = MotionForm.withPaper(form.texts(), hash, form.fileName());
            return show(request, visitor, found.get(), known, HttpStatus.OK, typed, Optional.empty());
        }
        return show(
                request,
                visitor,
                found.get(),
                known,
                HttpStatus.valueOf(reply.status()),
                form.texts(),
                Optional.of(RefusedForm.of(reply, words).at(MotionForm.PAPERS)));
    }

    /** What goes with the file, in an order of its own: the same form sent twice is the same to the byte. */
    private static Map<String, String> about(UUID commitment) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("kind", KIND);
        about.put("about", "{\"commitmentId\": \"" + commitment + "\"}");
        return about;
    }

    /** Whoever cannot do it any more finds on the commitment's page how it stands. */
    private HttpResponse<?> open(HttpRequest<?> request, Visitor visitor, UUID id, Motion motion) {
        Optional<Commitment> found = found(visitor, id);
        if (found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        ServiceReply present = services.get(visitor.actor(), visitor.locale(), "/commitments/" + id);
        if (!present.texts("allowed").contains(motion.command())) {
            return HttpResponse.seeOther(URI.create("/commitments/" + id));
        }
        return show(request, visitor, found.get(), motion, HttpStatus.OK, Map.of(), Optional.empty());
    }

    private HttpResponse<?> propose(
            HttpRequest<?> request, Visitor visitor, UUID id, Motion motion, Map<String, String> typed) {
        OwnForms.require(visitor, typed);
        Optional<Commitment> found = found(visitor, id);
        if (found.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        Commitment commitment = found.get();
        if (KeptForm.isKept(typed)) {
            return show(request, visitor, commitment, motion, HttpStatus.OK, typed, Optional.empty());
        }
        Words words = pages.words(visitor.reader());
        MotionForm.Read read = new MotionForm(motion, commitment, typed, words).read();
        if (!read.findings().isEmpty()) {
            return show(
                    request,
                    visitor,
                    commitment,
                    motion,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    typed,
                    Optional.of(RefusedForm.wrong(read.findings(), words)));
        }
        ServiceReply reply = services.send(
                visitor.actor(),
                visitor.locale(),
                "POST",
                "/commitments/" + id + "/" + motion.command(),
                read.body(),
                CommitmentPage.seen(typed),
                OnceKey.of(typed).orElseGet(() -> ids.next().toString()));
        if (reply.succeeded()) {
            return Afterwards.seeOther("/commitments/" + id, Optional.of("proposed"), reply.position());
        }
        return show(
                request,
                visitor,
                commitment,
                motion,
                HttpStatus.valueOf(reply.status()),
                typed,
                Optional.of(Refusals.of(motion, reply, words)));
    }

    /** A commitment whose manager the visitor is. */
    private Optional<Commitment> found(Visitor visitor, UUID id) {
        return detail.of(visitor.actor(), id, pages.words(visitor.reader()).now())
                .filter(commitment -> visitor.access().holds(Role.FUND_MANAGER, commitment.scope()));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            Visitor visitor,
            Commitment commitment,
            Motion motion,
            HttpStatus status,
            Map<String, String> typed,
            Optional<RefusedForm> refused) {
        Frame plain = pages.frame(request, visitor, MenuEntry.COMMITMENTS);
        Words words = Words.of(
                visitor.reader(),
                MoneyWords.of(visitor.locale(), List.of(commitment.amount().currency())),
                plain.words().now());
        String title = words.say("commitment.do." + motion.command());
        Frame frame = plain.with(words)
                .titled(
                        title,
                        List.of(
                                Crumb.to(words.say("frame.entry.commitments"), "/commitments"),
                                Crumb.to(commitment.investorName(), "/commitments/" + commitment.id()),
                                Crumb.here(title)))
                .marked(commitment.programme().sample());
        MotionSheet sheet = new MotionSheet(
                new MotionForm(motion, commitment, typed, words),
                refused,
                motion == Motion.TRANSFER ? investors.choices(visitor) : List.of(),
                LocalDate.ofInstant(words.now(), visitor.zone()));
        String once = refused.filter(RefusedForm::unanswered)
                .flatMap(_ -> OnceKey.of(typed))
                .orElseGet(() -> ids.next().toString());
        return pages.page(request, status, "raise/motion.jte", sheet.model(frame, visitor.csrf(), once));
    }
}
