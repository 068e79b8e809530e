package tranche.portal.webhook.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.webhook.page.HookOffice.LIST;
import static tranche.portal.webhook.page.HookOffice.PAGE;
import static tranche.portal.webhook.page.HookOffice.SECRET;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.upstream.Webhooks.Asked;

@DisplayName("Where alerts are sent")
class EndpointsPageTest {

    private static final Map<String, String> FORM = Map.of("url", " https://hooks.example/in?a=1 ", "types", "every");

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
    void hasOne() {
        office.service.clear();
        office.has("ACTIVE");
    }

    @Test
    void is_listed_with_state_and_kinds_and_found_from_the_alerts() {
        assertThat(office.page(LIST))
                .contains("href=\"" + PAGE + "\"", "https://hooks.example/in?a=1", "Active")
                .contains("Milestone verified · Capital call to pay", "1\u00a0Mar\u00a02026, 10:00");
        assertThat(office.page("/alerts")).contains("href=\"" + LIST + "\"");
    }

    @Test
    void is_said_in_french() {
        assertThat(office.get(LIST, "fr").body())
                .contains("Points de terminaison", "Actif", "Jalon vérifié · Appel de fonds à régler");
    }

    @Test
    void says_that_there_is_none_and_offers_to_add_one() {
        office.put("/webhook-endpoints", "{'items': [], 'next': null}");

        assertThat(office.page(LIST)).contains("No alert of yours is sent to a webhook yet", "name=\"url\"");
    }

    @Test
    void says_so_where_the_service_does_not_answer() {
        office.service.put("/webhook-endpoints", 503, "{}");

        assertThat(office.get(LIST, "en").statusCode()).isEqualTo(200);
        assertThat(office.page(LIST)).contains("Endpoints cannot be shown now");
        assertThat(page(PortalProcess.shared(), LIST)).contains("Endpoints cannot be shown now");
    }

    private static String page(PortalProcess portal, String path) {
        return portal.send(portal.to(path)
                        .header("Accept", "text/html")
                        .header("Cookie", portal.cookie("investor") + "; tranche-language=en"))
                .body();
    }

    @Test
    void shows_the_secret_of_a_new_one_once() {
        office.service.answerNext(201, HookOffice.withSecret());

        HttpResponse<String> made = office.send(LIST, FORM);

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body())
                .contains(">" + SECRET + "</code>", "data-copy=\"" + SECRET + "\"", "It is shown on this page only");
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(made.headers().map().toString()).doesNotContain(SECRET);
        Asked asked = office.asked();
        assertThat(asked.command()).isEqualTo("POST ");
        assertThat(asked.account()).isEqualTo(PortalProcess.id("investor").toString());
        assertThat(asked.headers().get("Idempotency-Key")).isEqualTo("once-5");
        assertThat(PortalProcess.json(asked.body()))
                .isEqualTo(PortalProcess.json("{\"url\": \"https://hooks.example/in?a=1\", \"types\": [\"*\"]}"));
    }

    @Test
    void shows_no_secret_to_a_page_that_is_loaded_again() {
        office.service.answerNext(201, HookOffice.withSecret());
        office.send(LIST, FORM);

        HttpResponse<String> again = office.send(LIST, FORM);

        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location")).contains(PAGE);
        assertThat(again.headers().map().toString()).doesNotContain(SECRET);
        assertThat(office.page(PAGE)).doesNotContain(SECRET);
        assertThat(office.page(LIST)).doesNotContain(SECRET);
    }

    @Test
    void asks_for_the_kinds_that_are_ticked() {
        office.service.answerNext(201, HookOffice.withSecret());

        office.send(
                LIST, Map.of("url", "https://hooks.example", "types", "some", "type-MS-05", "on", "type-CM-02", "on"));

        assertThat(PortalProcess.json(office.asked().body()).path("types").toString())
                .isEqualTo("[\"CM-02\",\"MS-05\"]");
    }

    @Test
    void keeps_what_was_typed_where_the_address_is_wrong() {
        office.service.answerNext(
                422, "{\"title\": \"Said of it\", \"errors\": [{\"pointer\": \"/url\", \"detail\": \"Not https\"}]}");

        HttpResponse<String> refused =
                office.send(LIST, Map.of("url", "http://hooks.example/<in>", "types", "some", "type-MS-05", "on"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("role=\"alert\"", "Said of it", "<a href=\"#url\">Not https</a>", "id=\"url-wrong\"")
                .contains("value=\"http://hooks.example/&lt;in>\"", "value=\"some\" checked")
                .contains("name=\"type-MS-05\" checked");
        assertThat(refused.body()).doesNotContain("name=\"type-MS-03\" checked");
    }

    @Test
    void asks_nothing_where_no_kind_or_no_address_is_given() {
        HttpResponse<String> noKind = office.send(LIST, Map.of("url", "https://hooks.example", "types", "some"));
        HttpResponse<String> noAddress = office.send(LIST, Map.of("url", " ", "types", "every"));

        assertThat(noKind.statusCode()).isEqualTo(422);
        assertThat(noKind.body())
                .contains("Choose at least one kind, or all", "href=\"#types\"", "value=\"https://hooks.example\"");
        assertThat(noAddress.body()).contains("Say to which address alerts are sent");
        assertThat(office.service.next()).isNull();
    }

    @Test
    void sends_the_same_again_where_no_answer_came() {
        office.service.answerNext(503, "{}");

        HttpResponse<String> open = office.send(LIST, FORM);

        assertThat(open.statusCode()).isEqualTo(503);
        assertThat(open.body())
                .contains("The answer did not come", "value=\"https://hooks.example/in?a=1\"")
                .contains("name=\"once\" value=\"once-5\"");
    }

    @Test
    void takes_no_form_that_it_did_not_make_and_does_nothing_for_one_that_was_kept() {
        assertThat(office.sendWithoutCsrf(LIST, FORM).statusCode()).isEqualTo(403);

        HttpResponse<String> kept =
                office.send(LIST, Map.of("url", "https://hooks.example", "types", "every", "kept", "1"));

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("value=\"https://hooks.example\"");
        assertThat(office.service.next()).isNull();
    }
}
