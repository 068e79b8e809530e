package tranche.portal.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.manners.Counter.ADMIN;
import static tranche.portal.manners.Counter.AUDITOR;
import static tranche.portal.manners.Counter.MANAGER;
import static tranche.portal.manners.Counter.assertRefused;
import static tranche.portal.manners.Counter.errors;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.manners.Counter.Reply;

/** How the portal's lists page and leave as files, how its objects are tagged, and its log read by an auditor. */
class ReadMannersTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

    private static Counter counter;

    @BeforeAll
    static void start() {
        counter = new Counter();
    }

    @AfterAll
    static void stop() {
        counter.close();
    }

    /** All pages of a list, the named field of each item. */
    private static List<String> walk(String list, String field) {
        List<String> read = new ArrayList<>();
        String next = "";
        do {
            Reply page = counter.get(counter.key(AUDITOR), list + next);
            assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
            page.body().path("items").forEach(item -> read.add(item.path(field).asText()));
            next = page.body().path("next").isNull() ? "" : "&after=" + page.text("next");
        } while (!next.isEmpty());
        return read;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts?", "/grants?", "/api-keys?", "/approvals?service=portal&"})
    void every_list_pages(String list) {
        String account = counter.account("paged." + UUID.randomUUID());
        for (String role : List.of("auditor", "verifier", "stakeholder")) {
            counter.proposed(account, role);
        }

        List<String> one = walk(list + "limit=1", "id");

        assertThat(one).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates().isSorted();
        assertThat(walk(list + "limit=500", "id")).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts", "/grants", "/api-keys", "/approvals?service=portal"})
    void every_list_leaves_as_a_file(String list) {
        String account = counter.account("filed." + UUID.randomUUID());
        counter.proposed(account, "auditor");
        String page = list + (list.contains("?") ? "&" : "?") + "limit=1";

        Reply csv = counter.get(counter.key(AUDITOR), page, "Accept", "text/csv");
        Reply xlsx = counter.get(counter.key(AUDITOR), page, "Accept", XLSX);
        JsonNode item = counter.get(counter.key(AUDITOR), page).body().at("/items/0");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).startsWith("attachment; filename=");
        assertThat(csv.raw().body().lines()).hasSize(2);
        assertThat(csv.raw().body())
                .contains(item.path("id").asText())
                .contains(item.path("state").asText());
        assertThat(xlsx.header("Content-Type")).isEqualTo(XLSX);
        assertThat(xlsx.raw().body()).startsWith("PK");
        assertRefused(counter.get(counter.key(AUDITOR), page, "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void a_file_says_where_its_next_page_is() {
        Reply csv = counter.get(counter.key(AUDITOR), "/accounts?limit=1", "Accept", "text/csv");

        assertThat(csv.header("Link"))
                .startsWith("</api/v1/accounts?")
                .contains("limit=1", "after=")
                .endsWith("rel=\"next\"");
    }

    @ParameterizedTest
    @CsvSource({
        "accounts?limit=0, limit below-minimum",
        "accounts?after=x, after invalid-cursor",
        "accounts?colour=red, colour unknown-parameter",
        "grants?accountId=x, accountId not-a-uuid",
        "approvals?service=portal&state=OPEN, state not-one-of",
        "audit/events?service=portal&aggregateId=x, aggregateId not-a-uuid"
    })
    void a_parameter_that_cannot_be_read_is_told_by_its_name(String query, String error) {
        Reply refused = counter.get(counter.key(AUDITOR), "/" + query);

        assertRefused(refused, 422, "validation");
        assertThat(errors(refused)).containsExactly(error);
    }

    @Test
    void every_object_carries_its_version() {
        String account = counter.account("tagged");
        Reply proposal = counter.proposed(account, "auditor");
        String grant = proposal.text("approvalId");
        String key = counter.keyMadeWith(counter.key(MANAGER));
        String keys = "/api-keys/" + key;

        for (String path : List.of("/accounts/" + account, "/grants/" + grant, "/approvals/" + grant, keys)) {
            assertThat(counter.get(counter.key(ADMIN), path).header("ETag"))
                    .as(path)
                    .isEqualTo("\"1\"");
        }
        Reply revoked = counter.post(counter.key(MANAGER), keys + "/revocation", "", "If-Match", "\"1\"");
        assertThat(revoked.header("ETag")).isEqualTo("\"2\"");
        assertThat(revoked.text("version")).isEqualTo("2");
        Reply again = counter.post(counter.key(MANAGER), keys + "/revocation", "", "If-Match", "\"2\"");
        assertThat(again.body()).isEqualTo(revoked.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/overview",
                "/commitments",
                "/commitments.csv",
                "/programmes/" + NOTHING,
                "/commitments/" + NOTHING
            })
    void a_page_shows_what_its_caller_has_seen_or_asks_it_to_come_again(String page) {
        String cookie = counter.portal.cookie(MANAGER);
        String seen = counter.post(
                        counter.key(ADMIN),
                        "/accounts",
                        "{\"name\": \"Somebody\", \"username\": \"seen." + UUID.randomUUID() + "\"}")
                .header("Tranche-Position");
        String ahead = "commitments/" + UUID.randomUUID() + "/1";

        assertThat(page(page, "Cookie", cookie, "Tranche-Position", seen).statusCode())
                .isIn(200, 404);
        HttpResponse<String> later = page(page, "Cookie", cookie, "Tranche-Position", ahead);
        assertThat(later.statusCode()).isEqualTo(503);
        assertThat(later.headers().firstValue("Retry-After")).contains("1");
        assertThat(page(page, "Cookie", cookie, "Tranche-Position", "yesterday").statusCode())
                .isEqualTo(400);
        assertThat(page(page, "Tranche-Position", "yesterday").statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> page(String path, String... headers) {
        return counter.portal.send(
                counter.portal.to(path).header("Accept", "text/html, */*").headers(headers));
    }

    @Test
    void an_auditor_reads_the_portal_s_own_log_and_names_nobody_by_it() {
        String username = "audited." + UUID.randomUUID();
        String account = counter.account(username);
        String grant = counter.given(account, "auditor");

        Reply events = counter.get(counter.key(AUDITOR), "/audit/events?service=portal&aggregateId=" + account);
        Reply given =
                counter.get(counter.key(AUDITOR), "/audit/events?service=portal&type=GrantGiven&aggregateId=" + grant);
        List<String> heads = walk("/audit/heads?service=portal&limit=500", "key");

        assertThat(events.body().at("/items/0/type").asText()).isEqualTo("tranche.portal.AccountCreated");
        assertThat(events.raw().body()).doesNotContain(username, "Somebody");
        assertThat(given.body().path("items")).hasSize(1);
        assertThat(given.body().at("/items/0/key").asText()).isEqualTo(account);
        assertThat(heads).contains(account).doesNotHaveDuplicates();
    }

    @Test
    void an_administrator_sees_what_stops_a_key_of_the_portal() {
        String letter = counter.deadLetter().toString();

        Reply list = counter.get(counter.key(ADMIN), "/dead-letters?service=portal&limit=500");

        assertThat(list.body().path("items").findValuesAsText("id")).contains(letter);
        assertThat(counter.get(counter.key(ADMIN), "/dead-letters/" + letter + "?service=portal")
                        .header("ETag"))
                .isEqualTo("\"4\"");
        assertRefused(
                counter.post(counter.key(ADMIN), "/dead-letters/" + letter + "/replay?service=portal", ""),
                409,
                "still-not-handled");
        assertRefused(counter.get(counter.key(ADMIN), "/dead-letters/x?service=portal&colour=red"), 404, "not-found");
        assertRefused(
                counter.get(counter.key(ADMIN), "/dead-letters/" + letter + "?service=portal&colour=red"),
                422,
                "validation");
    }
}
