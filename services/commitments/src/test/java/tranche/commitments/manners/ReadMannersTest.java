package tranche.commitments.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.manners.Desk.APPROVER;
import static tranche.commitments.manners.Desk.AUDITOR;
import static tranche.commitments.manners.Desk.MANAGER;
import static tranche.commitments.manners.Desk.assertRefused;
import static tranche.commitments.manners.Desk.draftBody;
import static tranche.commitments.manners.Desk.errors;
import static tranche.commitments.manners.Desk.today;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** How lists page and leave as files, what was so on another day, and in whose words a reader is refused. */
class ReadMannersTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @TempDir
    private static Path data;

    private static Desk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = new Desk(data);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** All pages of a list, the named field of each item. */
    private static List<String> walk(Actor reader, String list, String field) {
        List<String> read = new ArrayList<>();
        String next = "";
        do {
            Reply page = desk.service.get(reader, list + next);
            assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
            page.body().get("items").forEach(item -> read.add(item.get(field).asText()));
            next = page.body().get("next").isNull() ? "" : "&after=" + page.text("next");
        } while (!next.isEmpty());
        return read;
    }

    @Test
    void a_list_that_grows_while_it_is_read_shows_what_was_there_once()
            throws InterruptedException, ExecutionException {
        UUID fund = desk.fund();
        UUID investor = desk.investor();
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            before.add(desk.draft(fund, investor, "1.00").text("id"));
        }
        AtomicBoolean reading = new AtomicBoolean(true);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            Future<Integer> made = writer.submit(() -> {
                int more = 0;
                while (reading.get() && more < 200) {
                    desk.draft(fund, investor, "2.00");
                    more++;
                }
                return more;
            });

            List<String> read = walk(MANAGER, "/commitments?limit=3&fundId=" + fund, "id");
            reading.set(false);

            assertThat(read).doesNotHaveDuplicates().containsAll(before).isSorted();
            assertThat(made.get()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/programmes?", "/funds?", "/investors?", "/commitments?", "/funds/FUND/closings?", "/closings?"
            })
    void every_list_pages(String list) {
        UUID fund = desk.fund();
        for (int i = 0; i < 3; i++) {
            desk.made("/programmes", "{\"name\": \"P\", \"headlineCurrency\": \"USD\"}");
            desk.fund();
            UUID investor = desk.investor();
            UUID accepted = desk.accepted(fund, investor, "1.00").id();
            desk.planned(fund, accepted);
        }
        String path = list.replace("FUND", fund.toString());

        List<String> one = walk(MANAGER, path + "limit=1", "id");

        assertThat(one).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates().isSorted();
        assertThat(walk(MANAGER, path + "limit=500", "id")).isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit below-minimum",
        "limit=501, limit above-maximum",
        "limit=x, limit wrong-type",
        "limit=, limit wrong-type",
        "after=x, after invalid-cursor",
        "fundId=x, fundId not-a-uuid",
        "state=OPEN, state not-one-of",
        "colour=red, colour unknown-parameter"
    })
    void a_parameter_that_cannot_be_read_is_told_by_its_name(String query, String error) {
        Reply refused = desk.service.get(MANAGER, "/commitments?" + query);

        assertRefused(refused, 422, "validation");
        assertThat(errors(refused)).containsExactly(error);
    }

    @Test
    void what_waits_in_another_service_is_not_here() {
        assertThat(errors(desk.service.get(APPROVER, "/approvals?service=portal")))
                .containsExactly("service not-one-of");
        assertThat(desk.service.get(APPROVER, "/approvals?service=commitments").status())
                .isEqualTo(200);
    }

    @Test
    void a_cursor_is_of_its_own_list_alone() {
        desk.investor();
        desk.investor();
        String cursor = desk.service.get(MANAGER, "/investors?limit=1").text("next");

        assertThat(errors(desk.service.get(MANAGER, "/commitments?after=" + cursor)))
                .containsExactly("after invalid-cursor");
    }

    @Test
    void a_parameter_that_is_needed_and_wrong_is_said_to_be_wrong_and_not_to_be_missing() {
        for (String path : List.of("/journal", "/forecasts")) {
            assertThat(errors(desk.service.get(MANAGER, path))).as(path).containsExactly("fundId required");
            assertThat(errors(desk.service.get(MANAGER, path + "?fundId=x")))
                    .as(path)
                    .containsExactly("fundId not-a-uuid");
        }
    }

    @Test
    void a_forged_cursor_of_the_journal_is_refused() {
        UUID fund = desk.fund();
        String forged = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("/api/v1/journal\u001Fx".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(errors(desk.service.get(MANAGER, "/journal?fundId=" + fund + "&after=" + forged)))
                .containsExactly("after invalid-cursor");
    }

    @Test
    void an_investor_s_journal_has_all_of_its_entries_however_far_apart_they_lie() {
        UUID fund = desk.fund();
        UUID own = desk.investor();
        UUID other = desk.investor();
        desk.closed(fund, own, "1.00");
        for (int i = 0; i < 4; i++) {
            desk.closed(fund, other, "2.00");
        }
        desk.closed(fund, own, "3.00");
        Actor investor = CommitmentsProcess.with(Role.INVESTOR, Scope.ofInvestor(own));

        assertThat(walk(investor, "/journal?limit=1&fundId=" + fund, "sequence"))
                .containsExactly("1", "6");
        assertThat(walk(MANAGER, "/journal?limit=2&fundId=" + fund + "&investorId=" + own, "sequence"))
                .containsExactly("1", "6");
        assertThat(walk(AUDITOR, "/journal?limit=4&fundId=" + fund, "sequence"))
                .containsExactly("1", "2", "3", "4", "5", "6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/programmes",
                "/funds",
                "/investors",
                "/commitments",
                "/funds/FUND/closings",
                "/funds/FUND/balances",
                "/journal?fundId=FUND"
            })
    void every_list_leaves_as_a_file(String list) {
        UUID fund = desk.fund();
        desk.closed(fund, desk.investor(), "1250.50");
        String path = list.replace("FUND", fund.toString());

        Reply csv = desk.service.get(MANAGER, path, "Accept", "text/csv");
        Reply xlsx = desk.service.get(MANAGER, path, "Accept", XLSX);

        assertThat(csv.status()).as(csv.raw().body()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).startsWith("attachment; filename=");
        assertThat(csv.raw().body().lines().count()).isGreaterThanOrEqualTo(2);
        assertThat(xlsx.header("Content-Type")).isEqualTo(XLSX);
        assertThat(xlsx.raw().body()).startsWith("PK");
    }

    @Test
    void a_form_that_nobody_writes_is_not_acceptable() {
        assertRefused(desk.service.get(MANAGER, "/commitments", "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void an_object_is_read_as_it_was_known_and_is_not_there_before_it_was_made() {
        UUID fund = desk.fund();
        Reply drafted = desk.draft(fund, desk.investor(), "5.00");
        desk.service.send(
                MANAGER,
                "PATCH",
                "/commitments/" + drafted.id(),
                "{\"amount\": {\"value\": \"7.00\", \"currency\": \"USD\"}}");
        String known = "knownAt=" + drafted.text("recordedAt");

        assertThat(desk.service
                        .get(MANAGER, "/commitments/" + drafted.id() + "?" + known)
                        .body()
                        .at("/amount/value")
                        .asText())
                .isEqualTo("5.00");
        assertThat(desk.service
                        .get(MANAGER, "/commitments?fundId=" + fund + "&" + known)
                        .body()
                        .at("/items/0/amount/value")
                        .asText())
                .isEqualTo("5.00");
        for (String path : List.of(
                "/commitments/" + drafted.id(),
                "/funds/" + fund,
                "/programmes/" + desk.programme,
                "/funds/" + fund + "/balances",
                "/journal?fundId=" + fund)) {
            String joint = path.contains("?") ? "&" : "?";
            assertThat(desk.service
                            .get(MANAGER, path + joint + "asOf=" + today())
                            .status())
                    .as(path)
                    .isEqualTo(200);
            assertRefused(desk.service.get(MANAGER, path + joint + "asOf=2000-01-01"), 404, "not-found");
            assertRefused(desk.service.get(MANAGER, path + joint + "knownAt=2000-01-01T00:00:00Z"), 404, "not-found");
        }
    }

    @Test
    void a_balance_is_that_of_its_day() {
        UUID fund = desk.made("/funds", desk.fundBody("Old").replaceAll("}$", ", \"effectiveDate\": \"2026-01-01\"}"))
                .id();
        Reply takeOn = desk.made(
                "/commitments/take-on",
                draftBody(
                        fund,
                        desk.investor(),
                        "{\"value\": \"100.00\", \"currency\": \"USD\"}",
                        ", \"asOf\": \"2026-03-31\", \"source\": \"custodian's statement\""));
        Reply taken = desk.service.post(
                APPROVER,
                "/commitments/" + takeOn.id() + "/take-on-approval",
                "{\"contentHash\": \"" + takeOn.text("contentHash") + "\"}");
        assertThat(taken.text("state")).isEqualTo("CLOSED");
        String balances = "/funds/" + fund + "/balances?asOf=";

        assertThat(desk.service.get(MANAGER, balances + "2026-03-30").body().get("items"))
                .isEmpty();
        assertThat(desk.service
                        .get(MANAGER, balances + "2026-03-31")
                        .body()
                        .at("/items/0/balance/value")
                        .asText())
                .isEqualTo("-100.00");
    }

    @Test
    void what_went_over_is_the_givers_until_its_day_and_the_takers_from_then_on() {
        UUID fund = desk.made("/funds", desk.fundBody("Old").replaceAll("}$", ", \"effectiveDate\": \"2026-01-01\"}"))
                .id();
        UUID taker = desk.investor();
        Reply takeOn = desk.made(
                "/commitments/take-on",
                draftBody(
                        fund,
                        desk.investor(),
                        "{\"value\": \"100.00\", \"currency\": \"USD\"}",
                        ", \"asOf\": \"2026-03-31\", \"source\": \"custodian's statement\""));
        desk.service.post(APPROVER, "/commitments/" + takeOn.id() + "/take-on-approval", "");
        Reply proposed = desk.service.post(
                MANAGER,
                "/commitments/" + takeOn.id() + "/transfer",
                "{\"toInvestorId\": \"" + taker + "\", \"effectiveDate\": \"2026-06-30\"}");
        Reply confirmed = desk.service.post(
                APPROVER,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{\"contentHash\": \"" + proposed.text("contentHash") + "\"}");
        assertThat(confirmed.status()).as(confirmed.raw().body()).isEqualTo(200);

        assertThat(walk(MANAGER, "/commitments?fundId=" + fund + "&asOf=2026-06-29", "state"))
                .containsExactly("CLOSED");
        assertThat(walk(MANAGER, "/commitments?fundId=" + fund + "&asOf=2026-06-30", "state"))
                .containsExactly("TRANSFERRED", "CLOSED");
        assertThat(walk(MANAGER, "/commitments?fundId=" + fund + "&state=TRANSFERRED&asOf=2026-06-29", "id"))
                .isEmpty();
        String uncalled = "/funds/" + fund + "/balances?asOf=";
        assertThat(walk(MANAGER, uncalled + "2026-06-29", "investorId")).containsOnly(takeOn.text("investorId"));
        JsonNode after =
                desk.service.get(MANAGER, uncalled + "2026-06-30").body().get("items");
        assertThat(after)
                .filteredOn(item -> !item.at("/balance/value").asText().equals("0.00"))
                .isNotEmpty()
                .allMatch(item -> item.get("investorId").asText().equals(taker.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/programmes", "/funds", "/investors", "/funds/FUND/closings", "/closings"})
    void other_lists_are_of_today_alone(String list) {
        String path = list.replace("FUND", desk.fund().toString());

        assertRefused(desk.service.get(MANAGER, path + "?asOf=2026-03-31"), 400, "as-of-not-supported");
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=yesterday, asOf not-a-date",
        "asOf=2026-02-30, asOf not-a-date",
        "knownAt=2026-03-31, knownAt not-an-instant",
        "knownAt=2026-03-31T09:00:00%2B02:00, knownAt not-an-instant"
    })
    void a_time_that_cannot_be_read_is_refused(String query, String error) {
        assertThat(errors(desk.service.get(MANAGER, "/funds/" + desk.fund() + "?" + query)))
                .containsExactly(error);
    }

    @Test
    void nobody_and_a_stranger_are_told_who_may_come() {
        for (Reply refused : List.of(
                desk.service.sendWithout("GET", "/commitments"),
                desk.service.sendWithout("GET", "/commitments", "Authorization", "Bearer trk_made-up"),
                desk.service.sendWithout("GET", "/commitments", "Authorization", "Basic eDp5"),
                desk.service.sendWithout(
                        "GET", "/commitments", "Authorization", "Bearer " + desk.service.token(MANAGER) + "x"))) {
            assertRefused(refused, 401, "unauthenticated");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @ParameterizedTest
    @CsvSource({"fr, fr", "'fr-CH, en;q=0.3', fr", "'de, fr;q=0.8', fr", "de, en", "'', en"})
    void a_refusal_speaks_the_reader_s_language(String asked, String spoken) {
        Reply refused = desk.service.get(MANAGER, "/commitments/x", "Accept-Language", asked);

        assertRefused(refused, 404, "not-found");
        assertThat(refused.header("Content-Language")).isEqualTo(spoken);
    }

    @Test
    void what_may_not_be_seen_is_told_as_what_is_not_there() {
        UUID fund = desk.fund();
        Reply theirs = desk.draft(fund, desk.investor(), "1.00");
        Actor investor = CommitmentsProcess.with(Role.INVESTOR, Scope.ofInvestor(desk.investor()));

        for (String path : List.of("/commitments/", "/funds/", "/investors/", "/closings/")) {
            Reply absent = desk.service.get(investor, path + UUID.randomUUID());
            Reply none = desk.service.get(investor, path + "no-id");
            assertRefused(absent, 404, "not-found");
            assertThat(none.body()).isEqualTo(absent.body());
        }
        Reply absent = desk.service.get(investor, "/commitments/" + UUID.randomUUID());
        for (String path : List.of(
                "/commitments/" + theirs.id(),
                "/funds/" + fund,
                "/funds/" + fund + "/balances",
                "/funds/" + fund + "/closings",
                "/investors/" + theirs.text("investorId"))) {
            Reply hidden = desk.service.get(investor, path);
            assertThat(hidden.status()).as(path).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(absent.body());
        }
    }
}
