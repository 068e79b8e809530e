package tranche.portal.signin.page;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.founding.domain.DemoAccount;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.Pages;
import tranche.portal.frame.page.Readers;
import tranche.portal.session.domain.Reader;

/** The pages of the door: to sign in, and to go on with a form whose session had ended. */
@Singleton
final class SignInPages {

    private final Pages pages;
    private final List<DemoAccount> demo;

    SignInPages(Pages pages, @Value("${tranche.demo:false}") boolean demo) {
        this.pages = pages;
        this.demo = demo ? DemoAccount.ALL : List.of();
    }

    /** The accounts that one click signs in as; none but in a demo. */
    List<DemoAccount> demo() {
        return demo;
    }

    /**
     * The sign-in page.
     *
     * @param username what was typed before
     * @param typed into a form that comes back after signing in; empty where there is none
     */
    MutableHttpResponse<?> door(
            HttpRequest<?> request,
            HttpStatus status,
            boolean failed,
            Optional<String> username,
            String back,
            Map<String, String> typed) {
        Frame frame = frame(request, "session.title");
        List<SignInModel.DemoAccount> accounts = demo.stream()
                .map(account -> new SignInModel.DemoAccount(
                        account.username(),
                        frame.say("session.demo." + account.username()),
                        frame.say("session.demo." + account.username() + ".does"),
                        account.roles()))
                .toList();
        SignInModel model = new SignInModel(frame, failed, username, Addresses.own(back), typed, accounts);
        return pages.page(request, status, "signin/signin.jte", model);
    }

    /** Leads back to a form with what was typed into it. */
    MutableHttpResponse<?> kept(HttpRequest<?> request, String back, String csrf, Map<String, String> typed) {
        KeptModel model = new KeptModel(frame(request, "session.kept.title"), Addresses.own(back), csrf, typed);
        return pages.page(request, HttpStatus.OK, "signin/kept.jte", model);
    }

    private Frame frame(HttpRequest<?> request, String title) {
        Reader reader = Readers.of(request);
        return pages.open(request, reader, pages.words(reader).say(title));
    }
}
