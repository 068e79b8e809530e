package tranche.portal.timeline.page;

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
import tranche.portal.frame.page.FileForm;
import tranche.portal.frame.page.KeptForm;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.FileCalls;
import tranche.portal.frontdoor.FileCalls.PassedFile;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.raise.domain.OwnWrites;
import tranche.portal.session.OwnForms;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.Doing;
import tranche.portal.words.page.Words;
import tranche.web.command.Answers;
import tranche.world.ids.Ids;

/**
 * One project: its milestones against their baselines, what shows that they are reached, how it all came to be, and the
 * commands of whoever may. A form does what the API does.
 */
@Controller(ProjectQueryText.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
public final class ProjectPage {

    private static final String COMMANDS = "/{id}/milestones/{milestone}";

    private static final List<String> FIELDS =
            List.of("claimedDate", "forecastDate", "achievedDate", "reason", "statement");

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    private final ProjectView view;
    private final ServiceCalls services;
    private final FileCalls files;
    private final OwnWrites ownWrites;
    private final Pages pages;
    private final ProblemPages problems;
    private final Ids ids;

    ProjectPage(
            ProjectView view,
            ServiceCalls services,
            FileCalls files,
            OwnWrites ownWrites,
            Pages pages,
            ProblemPages problems,
            Ids ids) {
        this.view = view;
        this.services = services;
        this.files = files;
        this.ownWrites = ownWrites;
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @Get(value = "/{id}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> read(HttpRequest<?> request, Visitor visitor, @PathVariable UUID id) {
        Afterwards.position(request).ifPresent(ownWrites::await);
        return view.show(request, visitor, id, HttpStatus.OK, Optional.empty());
    }

    /**
     * The address that a refused form leaves in the browser leads to the page that it is on. Whose session had ended before
     * a file was read comes here from the sign-in page.
     */
    @Get(value = COMMANDS + "/{command}", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> back(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable UUID milestone,
            @PathVariable String command) {
        Optional<Doing> known = Doing.of(command);
        Optional<Doing> withFile = known.filter(doing -> doing == Doing.SUBMIT_EVIDENCE || doing == Doing.CLAIM);
        if (withFile.isPresent() && FileForm.isUnsent(request)) {
            SentForm empty = new SentForm(milestone, withFile.get(), Map.of(), Optional.empty());
            return fileMissing(request, visitor, id, empty, HttpStatus.OK, "project.field.file.again");
        }
        return known.isPresent()
                ? HttpResponse.seeOther(URI.create(ProjectView.address(request, id, milestone)))
                : problems.nothing(request, visitor.reader());
    }

    @Post(value = COMMANDS + "/{command}", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public HttpResponse<?> command(
            HttpRequest<?> request,
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable UUID milestone,
            @PathVariable String command,
            @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        Optional<Doing> known = Doing.of(command).filter(doing -> doing != Doing.SUBMIT_EVIDENCE);
        if (known.isEmpty()) {
            return problems.nothing(request, visitor.reader());
        }
        SentForm sent = new SentForm(milestone, known.get(), form, Optional.empty());
        if (KeptForm.isKept(form)) {
            return view.show(request, visitor, id, HttpStatus.OK, Optional.of(sent));
        }
        ServiceReply reply = services.send(
                visitor.actor(),
                visitor.locale(),
                "POST",
                "/milestones/" + milestone + "/" + command,
                body(form),
                seen(form),
                once(form));
        return answer(request, visitor, id, sent, reply);
    }

    /** Evidence goes on to the service as it comes. It may be added to whatever the claim has become meanwhile. */
    @Post(value = COMMANDS + "/evidence", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public HttpResponse<?> evidence(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @PathVariable UUID milestone) {
        FileForm form = FileForm.read(request);
        OwnForms.require(visitor, form.texts());
        if (form.length() == 0) {
            SentForm bare = new SentForm(milestone, Doing.SUBMIT_EVIDENCE, form.texts(), Optional.empty());
            return fileMissing(
                    request, visitor, id, bare, HttpStatus.UNPROCESSABLE_ENTITY, "project.field.file.missing");
        }
        return show(request, visitor, id, milestone, form, once(form.texts()));
    }

    /**
     * A claim with what shows it, in one form: first it is claimed, then the file goes on. Where the file is refused the claim
     * stands, and the page asks for the file alone.
     */
    @Post(value = COMMANDS + "/claim", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public HttpResponse<?> claim(
            HttpRequest<?> request, Visitor visitor, @PathVariable UUID id, @PathVariable UUID milestone) {
        FileForm form = FileForm.read(request);
        OwnForms.require(visitor, form.texts());
        SentForm sent = new SentForm(milestone, Doing.CLAIM, form.texts(), Optional.empty());
        boolean withFile = form.length() > 0;
        if (withFile && form.texts().getOrDefault("kind", "").isBlank()) {
            return fileMissing(
                    request, visitor, id, sent, HttpStatus.UNPROCESSABLE_ENTITY, "project.field.kind.missing");
        }
        String once = once(form.texts());
        ServiceReply reply = services.send(
                visitor.actor(),
                visitor.locale(),
                "POST",
                "/milestones/" + milestone + "/" + Doing.CLAIM.command(),
                body(form.texts()),
                seen(form.texts()),
                once);
        if (!reply.succeeded() || !withFile) {
            return answer(request, visitor, id, sent, reply);
        }
        reply.position().ifPresent(ownWrites::await);
        return show(request, visitor, id, milestone, form, once + "-file");
    }

    private HttpResponse<?> show(
            HttpRequest<?> request, Visitor visitor, UUID id, UUID milestone, FileForm form, String once) {
        ServiceReply reply = files.submit(
                visitor.actor(),
                visitor.locale(),
                "/milestones/" + milestone + "/evidence",
                said(form),
                new PassedFile(form.file(), form.length()),
                once);
        return answer(
                request,
                visitor,
                id,
                new SentForm(milestone, Doing.SUBMIT_EVIDENCE, again(form, once), Optional.empty()),
                reply);
    }

    /** What is shown again goes under the key that it went under: a file that was taken, and of which no answer came, is not taken twice. */
    private static Map<String, String> again(FileForm form, String once) {
        Map<String, String> again = new LinkedHashMap<>(form.texts());
        again.put("once", once);
        return again;
    }

    /** What goes with the file, in an order of its own: the same form sent twice is the same to the byte. */
    private static Map<String, String> said(FileForm form) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("kind", form.texts().getOrDefault("kind", ""));
        form.fileName().ifPresent(name -> said.put("name", name));
        return said;
    }

    private HttpResponse<?> fileMissing(
            HttpRequest<?> request, Visitor visitor, UUID id, SentForm sent, HttpStatus status, String text) {
        Words words = pages.words(visitor.reader());
        RefusedForm missing = RefusedForm.missing("file", words.say(text), words);
        return view.show(request, visitor, id, status, Optional.of(sent.refused(missing)));
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request, Visitor visitor, UUID id, SentForm sent, ServiceReply reply) {
        if (reply.succeeded()) {
            return Afterwards.seeOther(
                    ProjectView.address(request, id, sent.milestone()),
                    Optional.of(sent.doing().command()),
                    reply.position());
        }
        return view.show(
                request,
                visitor,
                id,
                HttpStatus.valueOf(reply.status()),
                Optional.of(sent.refused(RefusedForm.of(reply, pages.words(visitor.reader())))));
    }

    /** What the command says, without what is the form's own; an empty field is one that was not given. */
    private static Map<String, String> body(Map<String, String> form) {
        Map<String, String> body = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String value = form.getOrDefault(field, "").strip();
            if (!value.isEmpty()) {
                body.put(field, value.replace("\r\n", "\n"));
            }
        }
        return body;
    }

    /** The version that the person saw, as commands take it; what is none was not written by this page. */
    private static Optional<String> seen(Map<String, String> form) {
        return Optional.ofNullable(form.get("version"))
                .filter(version -> VERSION.matcher(version).matches())
                .map(version -> Answers.tag(Long.parseLong(version)));
    }

    private String once(Map<String, String> form) {
        return OnceKey.of(form).orElseGet(() -> ids.next().toString());
    }
}
