package tranche.portal.signin.page;

import io.micronaut.context.annotation.Value;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.PasswordSignIn;
import tranche.portal.account.PasswordSignIn.Result;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.founding.DemoAccounts;
import tranche.portal.founding.domain.DemoAccount;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.Pages;
import tranche.portal.frame.page.Readers;
import tranche.portal.session.OwnForms;
import tranche.portal.session.SessionCookie;
import tranche.portal.session.Sessions;
import tranche.portal.session.domain.Reader;
import tranche.portal.session.domain.Visitor;

/** The door for people: username and password, or one click on a role in a demo; and the way out. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInPage {

    private final PasswordSignIn passwords;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Pages pages;
    private final List<DemoAccount> demo;

    SignInPage(
            PasswordSignIn passwords,
            Sessions sessions,
            SessionCookie cookie,
            Pages pages,
            @Value("${tranche.demo:false}") boolean demo) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.cookie = cookie;
        this.pages = pages;
        this.demo = demo ? DemoAccount.ALL : List.of();
    }

    @Get(value = "/signin", produces = MediaType.TEXT_HTML)
    HttpResponse<?> show(HttpRequest<?> request, @QueryValue(defaultValue = "/") String back) {
        return page(request, HttpStatus.OK, false, Optional.empty(), back);
    }

    /** Signs in with what was typed, or as the demo's account that was clicked. */
    @Post(value = "/signin", produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, String> form) {
        String back = form.getOrDefault("back", "/");
        String username = form.getOrDefault("username", "");
        Result result = form.containsKey("demo")
                ? clicked(form.get("demo"))
                : passwords.check(username, form.getOrDefault("password", ""), address(request));
        return switch (result) {
            case Result.Recognised(UUID account) ->
                begin(request, account, back)
                        .orElseGet(() -> page(request, HttpStatus.UNPROCESSABLE_ENTITY, true, Optional.empty(), back));
            case Result.Wrong() -> page(request, HttpStatus.UNPROCESSABLE_ENTITY, true, Optional.of(username), back);
            case Result.TooMany(Duration wait) ->
                page(request, HttpStatus.TOO_MANY_REQUESTS, true, Optional.of(username), back)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        };
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
        return demo.stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .<Result>map(account -> new Result.Recognised(DemoAccounts.id(account)))
                .orElseGet(Result.Wrong::new);
    }

    private Optional<MutableHttpResponse<?>> begin(HttpRequest<?> request, UUID account, String back) {
        Optional<OpaqueSecret> secret = sessions.begin(account, cookie.of(request));
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        passwords.signedIn(account);
        MutableHttpResponse<?> answer = HttpResponse.seeOther(URI.create(Addresses.own(back)));
        cookie.give(answer, secret.get());
        return Optional.of(answer);
    }

    private MutableHttpResponse<?> page(
            HttpRequest<?> request, HttpStatus status, boolean failed, Optional<String> username, String back) {
        Reader reader = Readers.of(request);
        Frame frame = pages.open(request, reader, pages.words(reader).say("session.title"));
        List<SignInModel.DemoAccount> accounts = demo.stream()
                .map(account -> new SignInModel.DemoAccount(
                        account.username(),
                        frame.say("session.demo." + account.username()),
                        frame.say("session.demo." + account.username() + ".does"),
                        account.roles()))
                .toList();
        SignInModel model = new SignInModel(frame, failed, username, Addresses.own(back), accounts);
        return pages.page(request, status, "signin/signin.jte", model);
    }

    private static String address(HttpRequest<?> request) {
        return request.getRemoteAddress().getAddress().getHostAddress();
    }
}
