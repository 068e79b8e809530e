package tranche.portal.mail.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.PortalProcess;

/** The pages behind links of mails, where nobody is signed in and the service of notifications is not there. */
class MailLinkPageTest {

    private static final PortalProcess PORTAL = PortalProcess.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/confirm/some-token", "/unsubscribe/some-token"})
    void shows_its_one_button_to_whoever_opens_it_and_tells_nobody_of_its_address(String path) {
        HttpResponse<String> page = PORTAL.send(PORTAL.to(path).header("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).containsOnlyOnce("<button class=\"btn main\"").contains("method=\"post\"");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void is_read_in_the_language_that_the_link_says() {
        HttpResponse<String> page =
                PORTAL.send(PORTAL.to("/confirm/some-token?language=fr").header("Accept-Language", "en"));

        assertThat(page.body()).contains("<html lang=\"fr\"").contains("Confirmer l’adresse");
    }

    @Test
    void a_mail_program_s_own_button_is_taken_without_a_session_and_told_when_nothing_was_done() {
        HttpResponse<String> answer = PORTAL.send(PORTAL.to("/unsubscribe/some-token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Nothing has happened yet").contains("btn main");
    }

    @Test
    void a_form_of_another_site_is_not_taken() {
        HttpResponse<String> answer = PORTAL.send(PORTAL.to("/confirm/some-token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString("")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
