package tranche.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** The life of a commitment over HTTP, and the manners of the contract on the way. */
class CommitmentLifeTest {

    private static final Actor MANAGER = CommitmentsProcess.anybody(Role.FUND_MANAGER);
    private static final Actor APPROVER = CommitmentsProcess.anybody(Role.APPROVER);
    private static final Actor AUDITOR = CommitmentsProcess.anybody(Role.AUDITOR);

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

    private static UUID fund(String more) {
        Reply made = service.post(
                MANAGER,
                "/funds",
                "{\"programmeId\": \"" + programme
                        + "\", \"name\": \"Fund\", \"baseCurrency\": \"USD\", \"calendar\": \"US\"" + more + "}");
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    private static UUID investor() {
        return service.post(
                        MANAGER,
                        "/investors",
                        "{\"name\": \"Sovereign fund A\", \"kind\": \"SOVEREIGN_FUND\", \"country\": \"AE\"}")
                .id();
    }

    private static String draftOf(UUID fund, UUID investor, String amount) {
        return "{\"fundId\": \"" + fund + "\", \"investorId\": \"" + investor + "\", \"amount\": {\"value\": \""
                + amount + "\", \"currency\": \"USD\"}}";
    }

    private static Reply submitted(UUID fund, UUID investor, String amount) {
        Reply drafted = service.post(MANAGER, "/commitments", draftOf(fund, investor, amount));
        assertThat(drafted.status()).as(drafted.raw().body()).isEqualTo(201);
        return service.post(
                MANAGER, "/commitments/" + drafted.id() + "/submission", "{\"source\": \"public register\"}");
    }

    private static Reply accepted(UUID fund, UUID investor, String amount) {
        Reply submitted = submitted(fund, investor, amount);
        return service.post(
                APPROVER,
                "/commitments/" + submitted.id() + "/acceptance",
                "{\"closingDate\": \"" + today() + "\", \"contentHash\": \"" + submitted.text("contentHash") + "\"}");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    @Test
    void goes_from_draft_to_closed_and_is_booked() {
        UUID fund = fund("");
        UUID investor = investor();

        Reply accepted = accepted(fund, investor, "1250000.50");
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(200);
        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
        assertThat(accepted.body().get("opening").isNull()).isTrue();
        assertThat(accepted.body().at("/uncalled/value").asText()).isEqualTo("0.00");

        Reply planned = service.post(
                MANAGER,
                "/funds/" + fund + "/closings",
                "{\"kind\": \"INITIAL\", \"date\": \"" + today() + "\", \"commitmentIds\": [\"" + accepted.id()
                        + "\"]}");
        assertThat(planned.status()).as(planned.raw().body()).isEqualTo(201);
        String approval = "{\"contentHash\": \"" + planned.text("contentHash") + "\"}";
        assertThat(service.post(APPROVER, "/closings/" + planned.id() + "/approval", approval)
                        .status())
                .as("money moves: a key is required")
                .isEqualTo(400);
        Reply approved = service.post(
                APPROVER, "/closings/" + planned.id() + "/approval", approval, "Idempotency-Key", "closing-" + fund);
        assertThat(approved.text("state")).isEqualTo("EFFECTIVE");

        Reply closed = service.get(AUDITOR, "/commitments/" + accepted.id());
        assertThat(closed.text("state")).isEqualTo("CLOSED");
        assertThat(closed.body().at("/uncalled/value").asText()).isEqualTo("1250000.50");
        JsonNode balances =
                service.get(AUDITOR, "/funds/" + fund + "/balances").body().get("items");
        assertThat(balances).hasSize(2);
        assertThat(balances.get(0).at("/account").asText()).isEqualTo("C10");
        assertThat(balances.get(0).at("/balance/value").asText()).isEqualTo("-1250000.50");
        assertThat(balances.get(1).at("/account").asText()).isEqualTo("C20");
        JsonNode journal =
                service.get(AUDITOR, "/journal?fundId=" + fund).body().get("items");
        assertThat(journal).hasSize(1);
        assertThat(journal.get(0).get("type").asText()).isEqualTo("CommitmentClosed");
        assertThat(journal.get(0).get("postings")).hasSize(2);
    }

    @Test
    @DisplayName("D-1: the maker never accepts, whatever roles the account has, and is told so before anything else")
    void refuses_the_maker() {
        Actor both = new Actor(
                MANAGER.account(),
                MANAGER.person(),
                CommitmentsProcess.anybody(Role.APPROVER).access());
        Reply submitted = submitted(fund(""), investor(), "10.00");

        Reply refused = service.post(
                both, "/commitments/" + submitted.id() + "/acceptance", "{\"closingDate\": \"" + today() + "\"}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("type")).endsWith("/problems/four-eyes");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    @DisplayName("D-1: an account that is found to be the maker's after the making does not accept either")
    void refuses_who_is_found_to_be_the_maker_afterwards() {
        Reply submitted = submitted(fund(""), investor(), "10.00");

        refusesTheMakersOtherAccount(
                "/commitments/" + submitted.id() + "/acceptance", "{\"closingDate\": \"" + today() + "\"}");
    }

    @Test
    @DisplayName("D-1: nor does it approve a closing")
    void refuses_a_closing_by_who_is_found_to_have_planned_it() {
        UUID fund = fund("");
        Reply planned = service.post(
                MANAGER,
                "/funds/" + fund + "/closings",
                "{\"kind\": \"INITIAL\", \"date\": \"" + today() + "\", \"commitmentIds\": [\""
                        + accepted(fund, investor(), "10.00").id() + "\"]}");

        refusesTheMakersOtherAccount(
                "/closings/" + planned.id() + "/approval",
                "{\"contentHash\": \"" + planned.text("contentHash") + "\"}");
    }

    @Test
    @DisplayName("D-1: nor does it take a position on")
    void refuses_a_position_by_who_is_found_to_have_entered_it() {
        Reply drafted = service.post(
                MANAGER,
                "/commitments/take-on",
                draftOf(fund(""), investor(), "100.00").replaceAll("}$", "")
                        + ", \"asOf\": \"2026-01-31\", \"source\": \"custodian's statement\"}");

        refusesTheMakersOtherAccount("/commitments/" + drafted.id() + "/take-on-approval", "{}");
    }

    private static void refusesTheMakersOtherAccount(String command, String body) {
        Actor approver = CommitmentsProcess.anybody(Role.APPROVER);
        Actor linked = new Actor(
                approver.account(),
                approver.person(),
                Set.of(approver.account(), MANAGER.account()),
                approver.access());

        Reply refused = service.post(linked, command, body, "Idempotency-Key", "linked");

        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(403);
        assertThat(refused.text("type")).endsWith("/problems/four-eyes");
        assertThat(service.post(approver, command, body, "Idempotency-Key", "approver")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refuses_one_cent_more_than_the_cap_leaves() {
        UUID fund = fund(", \"cap\": {\"value\": \"100.00\", \"currency\": \"USD\"}");
        UUID investor = investor();
        assertThat(accepted(fund, investor, "60.00").status()).isEqualTo(200);

        Reply over = accepted(fund, investor, "40.01");

        assertThat(over.status()).isEqualTo(409);
        assertThat(over.text("type")).endsWith("/problems/fund-cap-exceeded");
        assertThat(accepted(fund, investor, "40.00").status()).isEqualTo(200);
    }

    @Test
    void takes_a_position_on_with_its_opening_balances() {
        UUID fund = fund("");
        Reply drafted = service.post(
                MANAGER,
                "/commitments/take-on",
                draftOf(fund, investor(), "100.00").replaceAll("}$", "")
                        + ", \"called\": {\"value\": \"40.00\", \"currency\": \"USD\"}, \"paid\": {\"value\": \"30.00\","
                        + " \"currency\": \"USD\"}, \"asOf\": \"2026-01-31\", \"source\": \"custodian's statement\"}");
        assertThat(drafted.status()).as(drafted.raw().body()).isEqualTo(201);
        assertThat(drafted.body().at("/called/value").asText()).isEqualTo("0.00");
        JsonNode proposed = drafted.body().get("opening");
        assertThat(proposed.at("/called/value").asText()).isEqualTo("40.00");
        assertThat(proposed.at("/paid/value").asText()).isEqualTo("30.00");
        assertThat(proposed.at("/restored/value").asText()).isEqualTo("0.00");
        assertThat(proposed.at("/distributed/value").asText()).isEqualTo("0.00");
        assertThat(proposed.get("asOf").asText()).isEqualTo("2026-01-31");
        assertThat(proposed.get("source").asText()).isEqualTo("custodian's statement");

        assertThat(service.post(MANAGER, "/commitments/" + drafted.id() + "/take-on-approval", "")
                        .status())
                .isEqualTo(403);
        Reply taken = service.post(
                APPROVER,
                "/commitments/" + drafted.id() + "/take-on-approval",
                "{\"contentHash\": \"" + drafted.text("contentHash") + "\"}");

        assertThat(taken.text("state")).as(taken.raw().body()).isEqualTo("CLOSED");
        assertThat(taken.body().get("opening")).isEqualTo(proposed);
        assertThat(taken.body().at("/uncalled/value").asText()).isEqualTo("60.00");
        assertThat(taken.body().at("/unfunded/value").asText()).isEqualTo("70.00");
        assertThat(service.get(AUDITOR, "/funds/" + fund + "/balances?asOf=2026-01-30")
                        .status())
                .as("the fund did not exist then")
                .isEqualTo(404);
    }

    @Test
    @DisplayName("R3: the same key with the same body answers the first answer byte for byte, another body is refused")
    void answers_a_repeated_request_once() {
        UUID fund = fund("");
        String body = draftOf(fund, investor(), "5.00");

        Reply first = service.post(MANAGER, "/commitments", body, "Idempotency-Key", "k-" + fund);
        Reply again = service.post(MANAGER, "/commitments", body, "Idempotency-Key", "k-" + fund);
        Reply other = service.post(MANAGER, "/commitments", body + " ", "Idempotency-Key", "k-" + fund);

        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).endsWith("/problems/idempotency-key-reused");
        assertThat(service.get(MANAGER, "/commitments?fundId=" + fund).body().get("items"))
                .hasSize(1);
    }

    @Test
    void knows_an_object_by_its_name_elsewhere() {
        UUID fund = fund("");
        UUID investor = investor();
        String reference = ", \"sourceSystem\": \"crm\", \"externalRef\": \"" + fund + "\"}";
        String body = draftOf(fund, investor, "5.00").replaceAll("}$", "") + reference;

        Reply first = service.post(MANAGER, "/commitments", body);
        Reply same = service.post(MANAGER, "/commitments", body);
        Reply other = service.post(MANAGER, "/commitments", body.replace("5.00", "6.00"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(same.status()).as(same.raw().body()).isEqualTo(200);
        assertThat(same.id()).isEqualTo(first.id());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("existingId")).isEqualTo(first.id().toString());
    }

    @Test
    void refuses_a_version_that_is_no_longer_there_and_a_state_that_does_not_allow_it() {
        Reply submitted = submitted(fund(""), investor(), "5.00");

        Reply stale = service.post(
                MANAGER,
                "/commitments/" + submitted.id() + "/cancellation",
                "{\"reason\": \"second thoughts\"}",
                "If-Match",
                "\"1\"");
        Reply wrongState =
                service.post(MANAGER, "/commitments/" + submitted.id() + "/submission", "{\"source\": \"again\"}");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(wrongState.status()).isEqualTo(409);
        assertThat(wrongState.text("state")).isEqualTo("SUBMITTED");
        assertThat(wrongState.body().get("allowed").toString()).contains("acceptance", "return", "cancellation");
    }

    @Test
    void tells_all_that_is_wrong_with_a_body_at_once() {
        Reply wrong = service.post(
                MANAGER,
                "/commitments",
                "{\"fundId\": \"x\", \"amount\": {\"value\": \"1.001\", \"currency\": \"USD\"}, \"colour\": \"red\"}");

        assertThat(wrong.status()).isEqualTo(422);
        List<String> pointers = new ArrayList<>();
        wrong.body()
                .get("errors")
                .forEach(error -> pointers.add(error.get("pointer").asText()));
        assertThat(pointers).containsExactlyInAnyOrder("/fundId", "/investorId", "/amount/value", "/colour");

        Reply unknown = service.post(MANAGER, "/commitments", draftOf(fund(""), UUID.randomUUID(), "1.00"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().at("/errors/0/pointer").asText()).isEqualTo("/investorId");
        assertThat(unknown.body().at("/errors/0/code").asText()).isEqualTo("unknown-reference");
    }

    @Test
    @DisplayName("R11: an investor sees its own commitments; another's is as one that does not exist")
    void shows_an_investor_its_own() {
        UUID fund = fund("");
        UUID own = investor();
        UUID other = investor();
        Reply mine = submitted(fund, own, "5.00");
        Reply theirs = submitted(fund, other, "6.00");
        Actor caller = CommitmentsProcess.with(Role.INVESTOR, Scope.ofInvestor(own));

        assertThat(service.get(caller, "/commitments/" + mine.id()).status()).isEqualTo(200);
        Reply hidden = service.get(caller, "/commitments/" + theirs.id());
        Reply absent = service.get(caller, "/commitments/" + UUID.randomUUID());
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body().get("title")).isEqualTo(absent.body().get("title"));
        assertThat(service.get(caller, "/commitments?fundId=" + fund).body().get("items"))
                .hasSize(1);
        assertThat(service.get(caller, "/funds/" + fund).status()).isEqualTo(200);
        assertThat(service.get(caller, "/investors/" + other).status()).isEqualTo(404);
        assertThat(service.post(caller, "/commitments/" + mine.id() + "/cancellation", "{\"reason\": \"no\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void reads_a_commitment_as_it_was_known() throws InterruptedException {
        UUID fund = fund("");
        Reply drafted = service.post(MANAGER, "/commitments", draftOf(fund, investor(), "5.00"));
        String known = drafted.text("recordedAt");
        Reply edited = service.send(
                MANAGER,
                "PATCH",
                "/commitments/" + drafted.id(),
                "{\"amount\": {\"value\": \"7.00\", \"currency\": \"USD\"}}");
        assertThat(edited.status()).as(edited.raw().body()).isEqualTo(200);

        Reply then = service.get(MANAGER, "/commitments/" + drafted.id() + "?knownAt=" + known);
        Reply before = service.get(MANAGER, "/commitments/" + drafted.id() + "?asOf=2000-01-01");

        assertThat(then.body().at("/amount/value").asText()).isEqualTo("5.00");
        assertThat(before.status()).isEqualTo(404);
        assertThat(service.get(MANAGER, "/commitments?fundId=" + fund + "&knownAt=" + known)
                        .body()
                        .at("/items/0/amount/value")
                        .asText())
                .isEqualTo("5.00");
    }

    @Test
    void pages_a_list_without_a_gap_and_exports_it() {
        UUID fund = fund("");
        UUID investor = investor();
        List<String> made = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            made.add(service.post(MANAGER, "/commitments", draftOf(fund, investor, i + ".00"))
                    .text("id"));
        }

        List<String> read = new ArrayList<>();
        String next = "";
        do {
            Reply page = service.get(MANAGER, "/commitments?fundId=" + fund + "&limit=2" + next);
            page.body().get("items").forEach(item -> read.add(item.get("id").asText()));
            next = page.body().get("next").isNull() ? "" : "&after=" + page.text("next");
        } while (!next.isEmpty());

        assertThat(read).isEqualTo(made);
        String csv = service.get(MANAGER, "/commitments?fundId=" + fund, "Accept", "text/csv")
                .raw()
                .body();
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv.lines().findFirst().orElseThrow()).contains("id,programmeId,fundId");
    }
}
