package tranche.portal.mail.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.Pages;
import tranche.portal.frame.page.Readers;
import tranche.portal.frontdoor.Upstreams;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.mail.page.MailLinkModel.Stage;
import tranche.portal.session.domain.Reader;
import tranche.values.actor.Actor;
import tranche.world.ids.Ids;

/**
 * The pages behind the links of mails. Opening one does nothing, for mail programs open links by themselves; its one button,
 * or the mail program's own (RFC 8058), does what the link is for. The token in the address is all the right that it needs
 * and gives none other.
 */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class MailLinkPage {

    private static final int LONGEST_TOKEN = 100;

    private final Upstreams upstreams;
    private final ServiceCalls services;
    private final Pages pages;
    private final Ids ids;

    MailLinkPage(Upstreams upstreams, ServiceCalls services, Pages pages, Ids ids) {
        this.upstreams = upstreams;
        this.services = services;
        this.pages = pages;
        this.ids = ids;
    }

    @Get(value = "/confirm/{token}", produces = MediaType.TEXT_HTML)
    HttpResponse<?> askToConfirm(HttpRequest<?> request, @PathVariable String token) {
        return page(request, MailLink.CONFIRM, HttpStatus.OK, Stage.ASKED);
    }

    @Post(value = "/confirm/{token}", produces = MediaType.TEXT_HTML)
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    HttpResponse<?> confirm(HttpRequest<?> request, @PathVariable String token) {
        return act(request, MailLink.CONFIRM, token);
    }

    @Get(value = "/unsubscribe/{token}", produces = MediaType.TEXT_HTML)
    HttpResponse<?> askToStop(HttpRequest<?> request, @PathVariable String token) {
        return page(request, MailLink.UNSUBSCRIBE, HttpStatus.OK, Stage.ASKED);
    }

    @Post(value = "/unsubscribe/{token}", produces = MediaType.TEXT_HTML)
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    HttpResponse<?> stop(HttpRequest<?> request, @PathVariable String token) {
        return act(request, MailLink.UNSUBSCRIBE, token);
    }

    private HttpResponse<?> act(HttpRequest<?> request, MailLink link, String token) {
        if (token.length() > LONGEST_TOKEN) {
            return page(request, link, HttpStatus.GONE, Stage.GONE);
        }
        if (!upstreams.has(Service.NOTIFICATIONS)) {
            return page(request, link, HttpStatus.SERVICE_UNAVAILABLE, Stage.AWAY);
        }
        ServiceReply reply = services.send(
                Actor.SYSTEM,
                Readers.of(request).locale(),
                "POST",
                link.command(),
                Map.of("token", token),
                Optional.empty(),
                link.once(token, ids));
        if (reply.succeeded()) {
            return page(request, link, HttpStatus.OK, Stage.DONE);
        }
        return reply.leavesOpen()
                ? page(request, link, HttpStatus.SERVICE_UNAVAILABLE, Stage.AWAY)
                : page(request, link, HttpStatus.GONE, Stage.GONE);
    }

    private HttpResponse<?> page(HttpRequest<?> request, MailLink link, HttpStatus status, Stage stage) {
        Reader reader = Readers.of(request);
        String title = pages.words(reader).say("mail." + link.path() + ".title");
        Frame frame = pages.open(request, reader, title);
        // The address is a secret: no other site and no other page is told of it.
        return pages.page(request, status, "mail/link.jte", new MailLinkModel(frame, link.path(), stage))
                .header("Referrer-Policy", "no-referrer");
    }
}
