package tranche.portal.webhook.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.webhook.page.HookOffice.LIST;
import static tranche.portal.webhook.page.HookOffice.PAGE;
import static tranche.portal.webhook.page.HookOffice.SECRET;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;

@DisplayName("An endpoint and what was sent to it")
class EndpointPageTest {

    private static final UUID DELIVERY = UUID.randomUUID();
    private static final String NOTHING_HERE = "There is nothing here for you";

    private static HookOffice office;

    @BeforeAll
    static void opens() {
        office = new HookOffice();
    }

    @AfterAll
    static void closes() {
        office.close();
    }

    @BeforeEach
    void isThere() {
        office.service.clear();
        office.has("ACTIVE");
    }

    private static String delivery(String more) {
        return """
                {'id': '%s', 'alertId': '%s', 'type': 'MS-05', 'channel': 'WEBHOOK', 'createdAt': '2026-03-01T10:00:00Z', %s}""".formatted(DELIVERY, UUID.randomUUID(), more);
    }

    @Test
    void is_told_with_its_state_and_what_can_be_done() {
        office.put(
                "/webhook-endpoints/" + HookOffice.ENDPOINT,
                HookOffice.endpoint(
                        "DEGRADED",
                        ", 'failingSince': '2026-03-02T08:00:00Z', 'previousSecretUntil': '2099-03-02T08:00:00Z'"));

        assertThat(office.page(PAGE))
                .contains("<h1>hooks.example</h1>", "https://hooks.example/in?a=1", "Milestone verified")
                .contains("It has failed lately", "2\u00a0Mar\u00a02026, 08:00", "2\u00a0Mar\u00a02099, 08:00")
                .contains("action=\"" + PAGE + "/test\"", "action=\"" + PAGE + "/secret-rotation\"")
                .contains("action=\"" + PAGE + "/deletion\"", "This cannot be undone")
                .contains("Nothing was sent here yet")
                .doesNotContain("whsec_");
    }

    @Test
    void is_there_for_nobody_but_its_owner() {
        String foreign = LIST + "/" + UUID.randomUUID();

        assertThat(office.get(foreign, "en").statusCode()).isEqualTo(404);
        assertThat(office.page(foreign)).contains(NOTHING_HERE);
        assertThat(office.send(foreign + "/test", Map.of()).body()).contains(NOTHING_HERE);
        assertThat(office.page(LIST + "/none")).contains(NOTHING_HERE);
        assertThat(office.send(PAGE + "/explosion", Map.of()).body()).contains(NOTHING_HERE);
    }

    @Test
    void shows_each_delivery_with_its_tries_and_their_reasons() {
        office.delivered(delivery("""
                'state': 'PENDING', 'allowed': [], 'reason': 'timeout', 'nextAttemptAt': '2026-03-01T11:00:00Z',
                'attempts': [
                 {'number': 1, 'at': '2026-03-01T10:00:01Z', 'durationMillis': 120, 'status': 503, 'error': 'http-503'},
                 {'number': 2, 'at': '2026-03-01T10:00:06Z', 'durationMillis': 15000, 'status': null, 'error': 'timeout'},
                 {'number': 3, 'at': '2026-03-01T10:01:00Z', 'durationMillis': null, 'status': null, 'error': null}]"""));

        assertThat(office.page(PAGE))
                .contains("Milestone slipped", "Failing", "Next try 1\u00a0Mar\u00a02026, 11:00", "3 tries")
                .contains("Answered with 503, after 0.1 s", "No answer within 15 seconds, after 15.0 s")
                .contains("No outcome yet")
                .doesNotContain("Try again now");
        assertThat(office.get(PAGE, "fr").body())
                .contains("Jalon décalé", "En échec", "3 essais", "Réponse 503, après 0,1 s");
    }

    @Test
    void sends_again_what_is_settled() {
        office.delivered(delivery("""
                'state': 'FAILED', 'allowed': ['replay'], 'reason': 'no-such-reason', 'nextAttemptAt': null,
                'attempts': [{'number': 1, 'at': '2026-03-01T10:00:01Z', 'durationMillis': 99, 'status': 200, 'error': null}]"""));
        String path = PAGE + "/deliveries/" + DELIVERY + "/replay";
        assertThat(office.page(PAGE))
                .contains("Given up", "no-such-reason", "Answered with 200 after 0.1 s", "action=\"" + path + "\"");
        office.service.answerNext(200, "{}");

        HttpResponse<String> sent = office.send(path, Map.of());

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains(PAGE);
        assertThat(office.asked().command())
                .isEqualTo("POST /" + HookOffice.ENDPOINT + "/deliveries/" + DELIVERY + "/replay");
        assertThat(office.get(path, "en").statusCode()).isEqualTo(303);
    }

    @Test
    void says_what_a_test_waits_for() {
        office.delivered(
                delivery("'state': 'PENDING', 'allowed': [], 'reason': null, 'nextAttemptAt': null, 'attempts': []")
                        + ", "
                        + delivery("'state': 'DELIVERED', 'allowed': ['replay'], 'reason': null, 'attempts': []")
                                .replaceFirst("'alertId': '[^']+', 'type': 'MS-05'", "'alertId': null, 'type': null"));

        assertThat(office.page(PAGE))
                .contains("Sent when the endpoint has answered a test", ">Test</span>", "Delivered");
    }

    @Test
    void shows_a_new_secret_once() {
        office.service.answerNext(200, HookOffice.withSecret());

        HttpResponse<String> rotated = office.send(PAGE + "/secret-rotation", Map.of());
        HttpResponse<String> again = office.send(PAGE + "/secret-rotation", Map.of());

        assertThat(rotated.body()).contains(">" + SECRET + "</code>");
        assertThat(rotated.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(office.asked().command()).isEqualTo("POST /" + HookOffice.ENDPOINT + "/secret-rotation");
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.body()).doesNotContain(SECRET);
        assertThat(office.get(PAGE + "/secret-rotation", "en").headers().firstValue("Location"))
                .contains(PAGE);
        assertThat(office.page(PAGE)).doesNotContain(SECRET);
    }

    @Test
    void tests_and_removes() {
        office.service.answerNext(200, "{}");

        HttpResponse<String> tested = office.send(PAGE + "/test", Map.of());
        HttpResponse<String> removed = office.send(PAGE + "/deletion", Map.of());

        assertThat(tested.headers().firstValue("Location")).contains(PAGE);
        assertThat(office.asked().command()).isEqualTo("POST /" + HookOffice.ENDPOINT + "/test");
        assertThat(removed.headers().firstValue("Location")).contains(LIST);
        assertThat(office.asked().command()).isEqualTo("DELETE /" + HookOffice.ENDPOINT);
    }

    @Test
    void takes_no_form_that_it_did_not_make() {
        String replay = PAGE + "/deliveries/" + DELIVERY + "/replay";

        assertThat(office.sendWithoutCsrf(PAGE + "/deletion", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(office.sendWithoutCsrf(PAGE + "/secret-rotation", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(office.sendWithoutCsrf(replay, Map.of()).statusCode()).isEqualTo(403);
        assertThat(office.service.next()).isNull();
    }

    @Test
    void says_why_something_was_refused() {
        office.service.answerNext(409, "{\"code\": \"invalid-state\", \"title\": \"Said of it\"}");

        HttpResponse<String> refused = office.send(PAGE + "/test", Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("role=\"alert\"", "Said of it", "hooks.example");
    }

    @Test
    void says_so_where_the_service_does_not_answer() {
        office.service.put("/webhook-endpoints/" + HookOffice.ENDPOINT + "/deliveries", 503, "{}");
        assertThat(office.page(PAGE)).contains("hooks.example", "What was sent cannot be shown now");

        office.service.put("/webhook-endpoints/" + HookOffice.ENDPOINT, 503, "{}");
        assertThat(office.get(PAGE, "en").statusCode()).isEqualTo(503);

        PortalProcess without = PortalProcess.shared();
        assertThat(without.send(without.to(PAGE)
                                .header("Accept", "text/html")
                                .header("Cookie", without.cookie("investor")))
                        .statusCode())
                .isEqualTo(503);
    }
}
