package tranche.portal.signin.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.PasswordLinks;
import tranche.portal.account.PasswordLinks.Result;
import tranche.portal.account.PasswordSignIn;
import tranche.portal.account.domain.Account;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.domain.PasswordRule.Weakness;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.Pages;
import tranche.portal.frame.page.Readers;
import tranche.portal.session.SessionCookie;
import tranche.portal.session.Sessions;
import tranche.portal.session.domain.Reader;

/** Where a one-time link leads: a password is set, and whoever set it is signed in. Looking at it uses nothing up. */
@Controller(PasswordLinks.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PasswordPage {

    private final PasswordLinks links;
    private final PasswordSignIn passwords;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Pages pages;

    PasswordPage(PasswordLinks links, PasswordSignIn passwords, Sessions sessions, SessionCookie cookie, Pages pages) {
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.cookie = cookie;
        this.pages = pages;
    }

    @Get(value = "{secret}", produces = MediaType.TEXT_HTML)
    HttpResponse<?> show(HttpRequest<?> request, @PathVariable String secret) {
        Optional<String> username =
                links.holder(new OpaqueSecret(secret)).map(Account::username).map(name -> name.value());
        return page(request, username.isPresent() ? HttpStatus.OK : HttpStatus.GONE, username, Optional.empty());
    }

    @Post(value = "{secret}", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> set(HttpRequest<?> request, @PathVariable String secret, @Body Map<String, String> form) {
        OpaqueSecret link = new OpaqueSecret(secret);
        Optional<String> username =
                links.holder(link).map(account -> account.username().value());
        return switch (links.set(link, form.getOrDefault("password", ""))) {
            case Result.Done(UUID account) -> begin(request, account);
            case Result.Gone() -> page(request, HttpStatus.GONE, Optional.empty(), Optional.empty());
            case Result.Weak(Weakness why) ->
                page(request, HttpStatus.UNPROCESSABLE_ENTITY, username, Optional.of(why));
        };
    }

    /** Whoever knew the old password is signed out; whoever set the new one is signed in. */
    private HttpResponse<?> begin(HttpRequest<?> request, UUID account) {
        sessions.endAll(account);
        MutableHttpResponse<?> answer = HttpResponse.seeOther(URI.create("/"));
        sessions.begin(account, cookie.of(request)).ifPresent(secret -> {
            passwords.signedIn(account);
            cookie.give(answer, secret);
        });
        return answer;
    }

    private HttpResponse<?> page(
            HttpRequest<?> request, HttpStatus status, Optional<String> username, Optional<Weakness> weakness) {
        Reader reader = Readers.of(request);
        Frame frame = pages.open(request, reader, pages.words(reader).say("session.set"));
        PasswordModel model = new PasswordModel(frame, username, weakness);
        // The address is a secret: no other site and no other page is told of it.
        return pages.page(request, status, "signin/password.jte", model).header("Referrer-Policy", "no-referrer");
    }
}
