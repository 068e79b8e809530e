package tranche.commitments.fund;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.register.CanonicalJson;

@DisplayName("Domain §2.0: a fund's terms change by two persons")
class TermsTest {

    private static final Actor MANAGER = CommitmentsProcess.anybody(Role.FUND_MANAGER);
    private static final Actor OTHER_MANAGER = CommitmentsProcess.anybody(Role.FUND_MANAGER);
    private static final Actor APPROVER = CommitmentsProcess.anybody(Role.APPROVER);
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;
    private static UUID programme;

    @BeforeAll
    static void start() throws IOException {
        service = new CommitmentsProcess(data);
        programme = service.post(MANAGER, "/programmes", "{\"name\": \"Chips\", \"headlineCurrency\": \"USD\"}")
                .id();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String usd(String value) {
        return "{\"value\": \"" + value + "\", \"currency\": \"USD\"}";
    }

    /** A fund with a cap of 100.00 that was opened a week ago. */
    private static Reply fund() {
        return service.post(
                MANAGER,
                "/funds",
                "{\"programmeId\": \"" + programme + "\", \"name\": \"Fund\", \"baseCurrency\": \"USD\", \"cap\": "
                        + usd("100.00") + ", \"calendar\": \"US\", \"effectiveDate\": \"" + TODAY.minusDays(7) + "\"}");
    }

    private static Reply proposed(Reply fund, String change, String... headers) {
        return service.post(MANAGER, "/funds/" + fund.id() + "/change-terms", change, headers);
    }

    private static Reply answered(Actor by, Reply proposed, String contentHash) {
        return service.post(
                by,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{\"contentHash\": \"" + contentHash + "\"}");
    }

    private static Reply approved(Actor by, Reply proposed) {
        return answered(by, proposed, proposed.text("contentHash"));
    }

    private static Reply read(Reply fund, String query) {
        return service.get(MANAGER, "/funds/" + fund.id() + query);
    }

    private static Reply approval(Reply proposed) {
        return service.get(APPROVER, "/approvals/" + proposed.text("approvalId"));
    }

    private static Reply accepted(Reply fund, String amount) {
        UUID investor = service.post(
                        MANAGER, "/investors", "{\"name\": \"Alpha\", \"kind\": \"OTHER\", \"country\": \"DE\"}")
                .id();
        UUID draft = service.post(
                        MANAGER,
                        "/commitments",
                        "{\"fundId\": \"" + fund.id() + "\", \"investorId\": \"" + investor + "\", \"amount\": "
                                + usd(amount) + "}")
                .id();
        service.post(MANAGER, "/commitments/" + draft + "/submission", "{\"source\": \"public register\"}");
        return service.post(APPROVER, "/commitments/" + draft + "/acceptance", "{\"closingDate\": \"" + TODAY + "\"}");
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
        assertThat(reply.text("code")).isEqualTo(code);
    }

    @Test
    void hold_from_the_second_persons_yes_and_are_read_as_they_were_before() {
        Reply fund = fund();
        Reply proposed = proposed(
                fund,
                "{\"terms\": {\"noticeBusinessDays\": 15, \"requireKyc\": true,"
                        + " \"requireTransferConsent\": true}, \"cap\": " + usd("250.00")
                        + ", \"reason\": \"more was asked for\", \"effectiveDate\": \"" + TODAY.minusDays(2) + "\"}");

        assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
        assertThat(proposed.header("Location")).isEqualTo("/api/v1/approvals/" + proposed.text("approvalId"));
        assertThat(proposed.text("expiresAt")).isNotBlank();
        assertThat(read(fund, "").text("version")).isEqualTo("1");
        Reply waiting = approval(proposed);
        assertThat(waiting.text("state")).isEqualTo("PENDING");
        assertThat(waiting.text("command")).isEqualTo("change-terms");
        assertThat(waiting.body().at("/subject/type").asText()).isEqualTo("fund");
        assertThat(waiting.body().at("/subject/id").asText()).isEqualTo(fund.text("id"));
        assertThat(waiting.text("proposedBy")).isEqualTo(MANAGER.account().toString());

        Reply approved = approved(APPROVER, proposed);
        assertThat(approved.status()).as(approved.raw().body()).isEqualTo(200);
        assertThat(approved.text("state")).isEqualTo("APPROVED");
        assertThat(approved.text("contentHash")).isEqualTo(proposed.text("contentHash"));
        assertThat(approved.header("Tranche-Position")).contains("commitments/" + fund.id());

        Reply now = read(fund, "");
        assertThat(now.text("version")).isEqualTo("2");
        assertThat(now.body().at("/cap/value").asText()).isEqualTo("250.00");
        assertThat(now.body().at("/terms/noticeBusinessDays").asInt()).isEqualTo(15);
        assertThat(now.body().at("/terms/callBasis").asText()).isEqualTo("COMMITMENT");
        assertThat(now.body().at("/terms/requireKyc").asBoolean()).isTrue();
        assertThat(now.body().at("/terms/requireTransferConsent").asBoolean()).isTrue();
        for (String before : List.of("?asOf=" + TODAY.minusDays(3), "?knownAt=" + fund.text("recordedAt"))) {
            assertThat(read(fund, before).body()).as(before).isEqualTo(fund.body());
        }
        assertThat(read(fund, "?asOf=" + TODAY.minusDays(2)).body()).isEqualTo(now.body());
        refused(accepted(fund, "1.00"), 409, "kyc-not-cleared");
    }

    @Test
    void are_told_as_an_event_that_names_who_proposed_and_who_confirmed() {
        Reply fund = fund();
        approved(APPROVER, proposed(fund, "{\"calendar\": \"TARGET\", \"cap\": null, \"reason\": \"new seat\"}"));

        JsonNode event = service.get(
                        CommitmentsProcess.anybody(Role.AUDITOR),
                        "/audit/events?type=FundTermsChanged&aggregateId=" + fund.id())
                .body()
                .at("/items/0");
        assertThat(event.at("/actorId").asText()).isEqualTo(APPROVER.account().toString());
        assertThat(event.at("/data/proposedBy").asText())
                .isEqualTo(MANAGER.account().toString());
        assertThat(event.at("/data/reason").asText()).isEqualTo("new seat");
        assertThat(event.at("/data/calendar").asText()).isEqualTo("TARGET");
        assertThat(event.at("/data/cap").isNull()).isTrue();
        assertThat(event.at("/data/terms/noticeBusinessDays").asInt()).isEqualTo(10);
        assertThat(read(fund, "").body().get("cap").isNull()).isTrue();
    }

    @Test
    @DisplayName("D-6: what is confirmed is all terms as they would be, and a client can compute the hash itself")
    void show_to_the_second_person_what_the_hash_covers() {
        Reply proposed = proposed(fund(), "{\"terms\": {\"callBasis\": \"UNCALLED\"}}");

        JsonNode content = approval(proposed).body().get("content");

        assertThat(content.get("fundVersion").asLong()).isEqualTo(1);
        assertThat(content.at("/cap/value").asText()).isEqualTo("100.00");
        assertThat(content.at("/terms/callBasis").asText()).isEqualTo("UNCALLED");
        assertThat(content.at("/terms/noticeBusinessDays").asInt()).isEqualTo(10);
        assertThat(ContentHash.of(canonical(content)).hex()).isEqualTo(proposed.text("contentHash"));
    }

    private static String canonical(JsonNode content) {
        return CanonicalJson.of(new ObjectMapper().convertValue(content, new TypeReference<>() {}));
    }

    @Test
    @DisplayName("D-1: by another person, who is an approver of the fund")
    void are_confirmed_by_another_entitled_person() {
        Reply fund = fund();
        Reply proposed = proposed(fund, "{\"terms\": {\"requireKyc\": true}}");
        Actor samePerson = new Actor(
                UUID.randomUUID(), MANAGER.person(), new Access(List.of(new Grant(Role.APPROVER, Scope.DEPLOYMENT))));
        Actor elsewhere = CommitmentsProcess.with(Role.APPROVER, Scope.ofFund(programme, UUID.randomUUID()));

        refused(approved(MANAGER, proposed), 403, "four-eyes");
        refused(approved(samePerson, proposed), 403, "four-eyes");
        refused(approved(OTHER_MANAGER, proposed), 403, "forbidden");
        refused(approved(elsewhere, proposed), 404, "not-found");
        assertThat(read(fund, "").text("version")).isEqualTo("1");
        assertThat(approved(CommitmentsProcess.with(Role.APPROVER, Scope.ofFund(programme, fund.id())), proposed)
                        .status())
                .isEqualTo(200);
        refused(approved(APPROVER, proposed), 409, "invalid-state");
    }

    @Test
    @DisplayName("D-6: after another change the proposal is another one, to be read again")
    void are_not_confirmed_as_they_were_before_another_change() {
        Reply fund = fund();
        Reply first = proposed(fund, "{\"terms\": {\"noticeBusinessDays\": 12}}");
        Reply second = proposed(fund, "{\"cap\": " + usd("300.00") + "}");
        assertThat(approved(APPROVER, first).status()).isEqualTo(200);

        Reply late = approved(APPROVER, second);
        refused(late, 409, "content-changed");
        Reply again = approval(second);
        assertThat(again.text("state")).isEqualTo("PENDING");
        assertThat(again.text("contentHash")).isEqualTo(late.text("contentHash"));
        assertThat(again.body().at("/content/terms/noticeBusinessDays").asInt()).isEqualTo(12);
        assertThat(again.body().at("/content/fundVersion").asLong()).isEqualTo(2);

        assertThat(answered(APPROVER, second, again.text("contentHash")).status())
                .isEqualTo(200);
        assertThat(read(fund, "").body().at("/terms/noticeBusinessDays").asInt())
                .isEqualTo(12);
        assertThat(read(fund, "").body().at("/cap/value").asText()).isEqualTo("300.00");
        assertThat(approval(first).text("contentHash")).isEqualTo(first.text("contentHash"));
    }

    @Test
    void do_not_put_the_cap_below_what_is_accepted_even_if_it_was_accepted_since() {
        Reply fund = fund();
        accepted(fund, "40.00");
        Reply proposed = proposed(fund, "{\"cap\": " + usd("40.00") + "}");

        refused(proposed(fund, "{\"cap\": " + usd("39.99") + "}"), 409, "cap-below-committed");
        assertThat(proposed.status()).isEqualTo(202);
        assertThat(accepted(fund, "0.01").status()).isEqualTo(200);
        refused(approved(APPROVER, proposed), 409, "cap-below-committed");
        assertThat(approval(proposed).text("state")).isEqualTo("PENDING");
        assertThat(read(fund, "").body().at("/cap/value").asText()).isEqualTo("100.00");
    }

    @Test
    void are_not_proposed_on_a_version_that_is_no_more_nor_without_a_change() {
        Reply fund = fund();

        refused(proposed(fund, "{\"cap\": null}", "If-Match", "\"2\""), 412, "version-conflict");
        refused(proposed(fund, "{\"cap\": " + usd("100") + "}"), 409, "terms-unchanged");
        refused(proposed(fund, "{}"), 409, "terms-unchanged");
        refused(
                proposed(fund, "{\"cap\": null, \"effectiveDate\": \"" + TODAY.minusDays(8) + "\"}"),
                409,
                "effective-date-before-last");
        refused(proposed(fund, "{\"terms\": {\"noticeBusinessDays\": 366}}"), 422, "validation");
        assertThat(proposed(fund, "{\"cap\": null}", "If-Match", "\"1\"").status())
                .isEqualTo(202);
    }

    @Test
    void are_confirmed_in_the_version_that_the_second_person_has_read() {
        Reply fund = fund();
        Reply first = proposed(fund, "{\"cap\": null}");
        Reply second = proposed(fund, "{\"terms\": {\"noticeBusinessDays\": 12}}");
        assertThat(approval(second).header("ETag")).isEqualTo("\"1\"");

        Reply confirmed = answered(APPROVER, first, first.text("contentHash"));
        Reply restated = approval(second);

        assertThat(confirmed.header("ETag")).isEqualTo("\"2\"");
        assertThat(approval(first).header("ETag")).isEqualTo("\"2\"");
        assertThat(restated.header("ETag")).isEqualTo("\"2\"");
        String path = "/approvals/" + second.text("approvalId");
        String content = "{\"contentHash\": \"" + restated.text("contentHash") + "\"}";
        refused(service.post(APPROVER, path + "/approval", content, "If-Match", "\"1\""), 412, "version-conflict");
        refused(
                service.post(APPROVER, path + "/rejection", "{\"reason\": \"old\"}", "If-Match", "\"1\""),
                412,
                "version-conflict");
        Reply approved = service.post(APPROVER, path + "/approval", content, "If-Match", restated.header("ETag"));
        assertThat(approved.text("state")).as(approved.raw().body()).isEqualTo("APPROVED");
        assertThat(approved.header("ETag")).isEqualTo("\"3\"");
        assertThat(approval(second).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void stay_where_the_second_person_says_no_or_nobody_answers() {
        Reply fund = fund();
        Reply no = proposed(fund, "{\"cap\": null}");
        Reply late = proposed(fund, "{\"cap\": null}");
        String path = "/approvals/" + no.text("approvalId") + "/rejection";

        refused(service.post(MANAGER, path, "{\"reason\": \"mine\"}"), 403, "four-eyes");
        assertThat(service.post(APPROVER, path, "{\"reason\": \"too early\"}").text("state"))
                .isEqualTo("REJECTED");
        lapse(late);

        assertThat(approval(late).text("state")).isEqualTo("LAPSED");
        assertThat(approval(late).header("ETag")).isEqualTo("\"2\"");
        refused(approved(APPROVER, no), 409, "invalid-state");
        refused(approved(APPROVER, late), 409, "invalid-state");
        assertThat(read(fund, "").text("version")).isEqualTo("1");
    }

    /** Puts the end of the 72 hours into the past. */
    private static void lapse(Reply proposed) {
        try (Connection connection = service.database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update proposal set expires_at = now() where proposal_id = '" + proposed.text("approvalId") + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void are_proposed_and_confirmed_once_however_often_it_is_sent() {
        Reply fund = fund();
        String change = "{\"terms\": {\"requireKyc\": true}}";
        Reply proposed = proposed(fund, change, "Idempotency-Key", "k-1");
        Reply again = proposed(fund, change, "Idempotency-Key", "k-1");
        String path = "/approvals/" + proposed.text("approvalId") + "/approval";
        String hash = "{\"contentHash\": \"" + proposed.text("contentHash") + "\"}";

        assertThat(again.raw().body()).isEqualTo(proposed.raw().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Reply yes = service.post(APPROVER, path, hash, "Idempotency-Key", "k-2");
        Reply yesAgain = service.post(APPROVER, path, hash, "Idempotency-Key", "k-2");
        assertThat(yesAgain.raw().body()).isEqualTo(yes.raw().body());
        assertThat(read(fund, "").text("version")).isEqualTo("2");
    }

    @Test
    void wait_in_one_list_with_the_files() {
        Actor own = CommitmentsProcess.with(Role.APPROVER, Scope.ofFund(programme, fund().id()));
        Reply fund = fund();
        Actor here = CommitmentsProcess.with(Role.APPROVER, Scope.ofFund(programme, fund.id()));
        service.post(MANAGER, "/investors", "{\"name\": \"Listed\", \"kind\": \"OTHER\", \"country\": \"DE\"}");
        String first = proposed(fund, "{\"cap\": null}").text("approvalId");
        String second = service.send(
                        MANAGER,
                        "POST",
                        "/imports?kind=commitments",
                        "text/csv",
                        ("fund,investor,amount,currency,source\n" + fund.id() + ",Listed,1.00,USD,public register\n")
                                .getBytes(StandardCharsets.UTF_8))
                .text("approvalId");
        String third = proposed(fund, "{\"cap\": " + usd("7") + "}").text("approvalId");

        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = service.get(here, "/approvals?state=PENDING&limit=1" + after)
                    .body();
            page.get("items").forEach(item -> listed.add(item.get("id").asText()));
            after = "&after=" + page.get("next").asText();
        } while (!after.equals("&after=null"));

        assertThat(listed).containsExactly(first, second, third);
        assertThat(service.get(own, "/approvals").body().get("items")).isEmpty();
        assertThat(service.get(here, "/approvals?state=APPROVED").body().get("items"))
                .isEmpty();
        assertThat(service.get(here, "/approvals", "Accept", "text/csv").raw().body())
                .contains("change-terms,fund," + fund.id());
    }

    @Test
    void change_after_the_fund_took_its_last_commitment_too() {
        Reply fund = fund();
        service.post(MANAGER, "/funds/" + fund.id() + "/stop-subscriptions", "");
        approved(APPROVER, proposed(fund, "{\"terms\": {\"noticeBusinessDays\": 5}}"));

        assertThat(read(fund, "").text("state")).isEqualTo("CLOSED_TO_NEW");
        assertThat(read(fund, "").body().at("/terms/noticeBusinessDays").asInt())
                .isEqualTo(5);
        Reply again = service.post(MANAGER, "/funds/" + fund.id() + "/stop-subscriptions", "");
        refused(again, 409, "invalid-state");
        assertThat(again.body().get("allowed").get(0).asText()).isEqualTo("change-terms");
        assertThat(read(fund, "").text("version")).isEqualTo("3");
    }
}
