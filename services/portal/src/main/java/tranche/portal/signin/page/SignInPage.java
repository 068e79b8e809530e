package tranche.portal.signin.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.PasswordSignIn;
import tranche.portal.account.PasswordSignIn.Result;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.founding.DemoAccounts;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frame.page.KeptForm;
import tranche.portal.session.OwnForms;
import tranche.portal.session.SessionCookie;
import tranche.portal.session.Sessions;
import tranche.portal.session.domain.Visitor;

/** The door for people: username and password, or one click on a role in a demo; and the way out. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInPage {

    private final PasswordSignIn passwords;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final SignInPages pages;

    SignInPage(PasswordSignIn passwords, Sessions sessions, SessionCookie cookie, SignInPages pages) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.cookie = cookie;
        this.pages = pages;
    }

    @Get(value = "/signin", produces = MediaType.TEXT_HTML)
    HttpResponse<?> show(HttpRequest<?> request, @QueryValue(defaultValue = "/") String back) {
        return pages.door(request, HttpStatus.OK, false, Optional.empty(), back, Map.of());
    }

    /** Signs in with what was typed, or as the demo's account that was clicked. */
    @Post(value = "/signin", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, String> form) {
        String back = form.getOrDefault("back", "/");
        String username = form.getOrDefault("username", "");
        Map<String, String> typed = KeptForm.carried(form);
        Result result = form.containsKey("demo")
                ? clicked(form.get("demo"))
                : passwords.check(username, form.getOrDefault("password", ""), address(request));
        return switch (result) {
            case Result.Recognised(UUID account) ->
                begin(request, account, back, typed)
                        .orElseGet(() -> pages.door(
                                request, HttpStatus.UNPROCESSABLE_ENTITY, true, Optional.empty(), back, typed));
            case Result.Wrong() ->
                pages.door(request, HttpStatus.UNPROCESSABLE_ENTITY, true, Optional.of(username), back, typed);
            case Result.TooMany(Duration wait) ->
                pages.door(request, HttpStatus.TOO_MANY_REQUESTS, true, Optional.of(username), back, typed)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        };
    }

    /** Where a form leads that was sent too late: there is nothing to sign out of. */
    @Get(value = "/signout", produces = MediaType.TEXT_HTML)
    HttpResponse<?> signOut() {
        return HttpResponse.seeOther(URI.create("/"));
    }

    /** Ends the session, and asks the browser to forget what it kept of it. */
    @Post(value = "/signout", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request, Visitor visitor, @Body Map<String, String> form) {
        OwnForms.require(visitor, form);
        cookie.of(request).ifPresent(sessions::end);
        MutableHttpResponse<?> answer = HttpResponse.seeOther(URI.create("/signin"));
        cookie.take(answer);
        return answer.header("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    private Result clicked(String username) {
        return pages.demo().stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .<Result>map(account -> new Result.Recognised(DemoAccounts.id(account)))
                .orElseGet(Result.Wrong::new);
    }

    private Optional<MutableHttpResponse<?>> begin(
            HttpRequest<?> request, UUID account, String back, Map<String, String> typed) {
        Optional<OpaqueSecret> secret = sessions.begin(account, cookie.of(request));
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        passwords.signedIn(account);
        MutableHttpResponse<?> answer = typed.isEmpty()
                ? HttpResponse.seeOther(URI.create(Addresses.own(back)))
                : pages.kept(
                        request,
                        back,
                        sessions.find(secret.get()).orElseThrow().csrf().text(),
                        typed);
        cookie.give(answer, secret.get());
        return Optional.of(answer);
    }

    private static String address(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress().getHostAddress();
    }
}
