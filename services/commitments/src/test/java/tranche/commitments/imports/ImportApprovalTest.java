package tranche.commitments.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.imports.ImportFixtures.approve;
import static tranche.commitments.imports.ImportFixtures.csv;
import static tranche.commitments.imports.ImportFixtures.errors;
import static tranche.commitments.imports.ImportFixtures.events;
import static tranche.commitments.imports.ImportFixtures.skipped;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.register.CanonicalJson;

/** Files of commitments and of opening balances, which wait for a second person. */
class ImportApprovalTest {

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
        programme = ImportFixtures.programme(service, MANAGER, "Chips");
        csv(service, MANAGER, "kind=investors", "name,kind,country\nAlpha,OTHER,DE\nBeta,OTHER,FR\n");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static UUID fund(String name, String cap) {
        return service.post(
                        MANAGER,
                        "/funds",
                        "{\"programmeId\": \"" + programme + "\", \"name\": \"" + name
                                + "\", \"baseCurrency\": \"USD\", \"calendar\": \"US\"" + cap + "}")
                .id();
    }

    private static String commitmentsOf(String fund) {
        return "fund,investor,amount,currency,effectiveDate,source\n" + fund
                + ",Alpha,100.00,USD,2026-01-31,public register\n" + fund + ",Beta,50.50,USD,,public register\n";
    }

    private static String positionsOf(String fund) {
        return "fund,investor,commitment,currency,called,paid,restored,distributed,asOf,source\n" + fund
                + ",Alpha,100.00,USD,40.00,30.00,5,1.00,2026-01-31,custodian\n" + fund
                + ",Beta,10.00,USD,,,,,2026-01-31,custodian\n";
    }

    private static String hashOf(JsonNode content) {
        Map<String, Object> members = new ObjectMapper().convertValue(content, new TypeReference<>() {});
        return ContentHash.of(CanonicalJson.of(members)).hex();
    }

    private static JsonNode commitments(UUID fund) {
        return service.get(AUDITOR, "/commitments?fundId=" + fund).body().get("items");
    }

    @Test
    void commitments_are_accepted_once_a_second_person_has_approved_the_file() {
        UUID fund = fund("Accepted", "");
        long before = events(service);

        Reply proposed = csv(service, MANAGER, "kind=commitments", commitmentsOf("Accepted"));
        assertThat(proposed.text("state")).as(proposed.raw().body()).isEqualTo("AWAITING_APPROVAL");
        assertThat(proposed.body().get("written").asInt()).isZero();
        assertThat(events(service)).isEqualTo(before);
        Reply waiting = service.get(APPROVER, "/approvals?state=PENDING&service=commitments");
        assertThat(waiting.raw().body()).contains(proposed.text("approvalId"));
        Reply question = service.get(APPROVER, "/approvals/" + proposed.text("approvalId"));
        assertThat(question.text("state")).isEqualTo("PENDING");
        assertThat(question.text("command")).isEqualTo("import");
        assertThat(question.body().at("/subject/type").asText()).isEqualTo("import");
        assertThat(question.text("contentHash")).isEqualTo(proposed.text("contentHash"));
        JsonNode rows = question.body().at("/content/rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("line").asInt()).isEqualTo(2);
        assertThat(rows.get(0).get("fundId").asText()).isEqualTo(fund.toString());
        assertThat(rows.get(0).at("/amount/value").asText()).isEqualTo("100.00");
        assertThat(rows.get(1).at("/amount/value").asText()).isEqualTo("50.50");
        assertThat(hashOf(question.body().get("content"))).isEqualTo(question.text("contentHash"));
        assertThat(question.text("proposedBy")).isEqualTo(MANAGER.account().toString());

        Reply approved = approve(service, APPROVER, proposed);
        assertThat(approved.status()).as(approved.raw().body()).isEqualTo(200);
        assertThat(approved.text("state")).isEqualTo("APPROVED");
        assertThat(approved.header("Tranche-Position")).contains("commitments/" + fund);

        JsonNode made = commitments(fund);
        assertThat(made).hasSize(2);
        assertThat(made).allSatisfy(one -> {
            assertThat(one.get("state").asText()).isEqualTo("ACCEPTED");
            assertThat(one.get("source").asText()).isEqualTo("public register");
            assertThat(one.get("closingDate").isNull()).isFalse();
        });
        assertThat(made.get(0).get("effectiveDate").asText()).isEqualTo("2026-01-31");
        Reply done = service.get(MANAGER, "/imports/" + proposed.id());
        assertThat(done.text("state")).isEqualTo("DONE");
        assertThat(done.body().get("written").asInt()).isEqualTo(2);
        Reply again = csv(service, MANAGER, "kind=commitments", commitmentsOf("Accepted"));
        assertThat(again.text("state")).isEqualTo("DONE");
        assertThat(again.body().get("written").asInt()).isZero();
        assertThat(skipped(again)).containsExactly("2/already imported", "3/already imported");
        assertThat(approve(service, CommitmentsProcess.anybody(Role.APPROVER), proposed)
                        .text("code"))
                .isEqualTo("invalid-state");
    }

    @Test
    void opening_balances_close_with_one_opening_entry_each() {
        UUID fund = fund("Positions", "");
        String file = positionsOf("Positions");

        Reply proposed = csv(service, MANAGER, "kind=opening-balances", file);
        assertThat(proposed.text("state")).as(proposed.raw().body()).isEqualTo("AWAITING_APPROVAL");
        assertThat(approve(service, APPROVER, proposed).status()).isEqualTo(200);

        assertThat(commitments(fund))
                .extracting(one -> one.get("state").asText())
                .containsExactly("CLOSED", "CLOSED");
        assertThat(commitments(fund).get(0).at("/uncalled/value").asText()).isEqualTo("65.00");
        JsonNode journal =
                service.get(AUDITOR, "/journal?fundId=" + fund).body().get("items");
        assertThat(journal)
                .extracting(entry -> entry.get("type").asText())
                .containsExactly("CommitmentTakenOn", "CommitmentTakenOn");
        Reply wrong = csv(service, MANAGER, "kind=opening-balances", file.replace("30.00", "40.01"));
        assertThat(errors(wrong)).contains("2/paid/paid-exceeds-called");
    }

    @Test
    @DisplayName("D-1: the trail names who asked for each step: the maker of the file, or the one who confirmed it")
    void the_trail_names_both_hands() {
        UUID fund = fund("Hands", "");
        String made = MANAGER.account().toString();
        String confirmed = APPROVER.account().toString();

        approve(service, APPROVER, csv(service, MANAGER, "kind=commitments", commitmentsOf("Hands")));
        approve(service, APPROVER, csv(service, MANAGER, "kind=opening-balances", positionsOf("Hands")));

        assertThat(commitments(fund))
                .hasSize(4)
                .allSatisfy(one -> assertThat(trail(one))
                        .isEqualTo(
                                one.get("state").asText().equals("ACCEPTED")
                                        ? List.of(
                                                "CommitmentDrafted by " + made,
                                                "CommitmentSubmitted by " + made,
                                                "CommitmentAccepted by " + confirmed)
                                        : List.of(
                                                "CommitmentTakeOnDrafted by " + made,
                                                "CommitmentTakenOn by " + confirmed)));
    }

    @Test
    void has_another_tag_once_it_is_answered() {
        fund("Tagged", "");
        Reply proposed = csv(service, MANAGER, "kind=commitments", commitmentsOf("Tagged"));
        assertThat(proposed.header("ETag")).isEqualTo("\"1\"");
        assertThat(service.get(MANAGER, "/imports/" + proposed.id()).header("ETag"))
                .isEqualTo("\"1\"");

        approve(service, APPROVER, proposed);

        assertThat(service.get(MANAGER, "/imports/" + proposed.id()).header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(csv(service, MANAGER, "kind=commitments&dryRun=true", commitmentsOf("Tagged"))
                        .header("ETag"))
                .isEmpty();
    }

    private static List<String> trail(JsonNode commitment) {
        List<String> trail = new ArrayList<>();
        service.get(AUDITOR, "/audit/events?aggregateId=" + commitment.get("id").asText())
                .body()
                .get("items")
                .forEach(event -> trail.add(event.get("type").asText().replaceFirst(".*\\.", "") + " by "
                        + event.get("actorId").asText()));
        return trail;
    }

    @Test
    @DisplayName("D-1, D-6: four eyes by person, entitled, and on exactly what was seen")
    void is_approved_by_another_entitled_person_who_saw_it() {
        fund("Eyes", "");
        Reply proposed = csv(service, MANAGER, "kind=commitments", commitmentsOf("Eyes"));
        Actor samePerson = new Actor(
                UUID.randomUUID(),
                MANAGER.person(),
                CommitmentsProcess.anybody(Role.APPROVER).access());

        assertThat(approve(service, samePerson, proposed).text("code")).isEqualTo("four-eyes");
        assertThat(approve(service, CommitmentsProcess.anybody(Role.FUND_MANAGER), proposed)
                        .text("code"))
                .isEqualTo("forbidden");
        assertThat(approve(
                                service,
                                CommitmentsProcess.with(Role.APPROVER, Scope.ofProgramme(UUID.randomUUID())),
                                proposed)
                        .status())
                .isEqualTo(404);
        Reply other = service.post(
                APPROVER,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{\"contentHash\": \"" + "0".repeat(64) + "\"}");
        assertThat(other.text("code")).isEqualTo("content-changed");
        assertThat(service.get(MANAGER, "/imports/" + proposed.id()).text("state"))
                .isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void a_rejected_file_writes_nothing_and_can_be_handed_in_anew() {
        UUID fund = fund("Rejected", "");
        Reply proposed = csv(service, MANAGER, "kind=commitments", commitmentsOf("Rejected"));
        String path = "/approvals/" + proposed.text("approvalId") + "/rejection";

        assertThat(service.post(APPROVER, path, "{}").status()).isEqualTo(422);
        Reply rejected = service.post(APPROVER, path, "{\"reason\": \"not signed\"}");

        assertThat(rejected.text("state")).isEqualTo("REJECTED");
        Reply read = service.get(MANAGER, "/imports/" + proposed.id());
        assertThat(read.text("state")).isEqualTo("REJECTED");
        assertThat(read.text("reason")).isEqualTo("not signed");
        assertThat(approve(service, APPROVER, proposed).text("code")).isEqualTo("invalid-state");
        assertThat(commitments(fund)).isEmpty();
        assertThat(csv(service, MANAGER, "kind=commitments", commitmentsOf("Rejected"))
                        .text("state"))
                .isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void what_a_second_person_would_be_refused_is_told_to_the_first() {
        fund("Capped", ", \"cap\": {\"value\": \"149.99\", \"currency\": \"USD\"}");

        Reply over = csv(service, MANAGER, "kind=commitments", commitmentsOf("Capped"));

        assertThat(over.text("state")).isEqualTo("REJECTED");
        assertThat(errors(over)).containsExactly("3/amount/fund-cap-exceeded");
        assertThat(errors(csv(
                        service,
                        MANAGER,
                        "kind=commitments",
                        commitmentsOf("Capped").replace("50.50,USD", "1.00,EUR"))))
                .containsExactly("3/currency/currency-not-the-funds");
    }

    @Test
    void an_approval_that_comes_too_late_for_a_row_writes_none() {
        UUID fund = fund("Late", ", \"cap\": {\"value\": \"150.50\", \"currency\": \"USD\"}");
        Reply first = csv(service, MANAGER, "kind=commitments", commitmentsOf("Late"));
        Reply second = csv(
                service,
                MANAGER,
                "kind=commitments",
                commitmentsOf("Late").replace("100.00", "100.01").replace("50.50", "10.00"));
        assertThat(approve(service, APPROVER, first).status()).isEqualTo(200);

        Reply late = approve(service, APPROVER, second);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("import-no-longer-holds");
        assertThat(late.body().get("lines")).hasSize(2);
        assertThat(commitments(fund)).hasSize(2);
        assertThat(service.get(APPROVER, "/approvals/" + second.text("approvalId"))
                        .text("state"))
                .isEqualTo("PENDING");
    }
}
