package tranche.commitments.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.manners.Desk.MANAGER;
import static tranche.commitments.manners.Desk.assertRefused;
import static tranche.commitments.manners.Desk.draftBody;
import static tranche.commitments.manners.Desk.errors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

/** R11: what the manager of one fund may not see is not there for it, by whatever name it asks. */
class UnseenTest {

    @TempDir
    private static Path data;

    private static Desk desk;
    private static UUID fund;
    private static UUID anotherFund;

    /** Manages the one fund and nothing else. */
    private static Actor manager;

    @BeforeAll
    static void start() throws IOException {
        desk = new Desk(data);
        fund = desk.fund();
        anotherFund = desk.fund();
        manager = CommitmentsProcess.with(Role.FUND_MANAGER, Scope.ofFund(desk.programme, fund));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static String named(String body, String reference) {
        return body.replaceAll("}$", "") + ", \"sourceSystem\": \"crm\", \"externalRef\": \"" + reference + "\"}";
    }

    private static String investorBody(String name) {
        return "{\"name\": \"" + name + "\", \"kind\": \"OTHER\", \"country\": \"FR\"}";
    }

    private static Reply tried(Actor actor, String kind, String file) {
        return desk.service.send(actor, "POST", "/imports?dryRun=true&kind=" + kind, file, "Content-Type", "text/csv");
    }

    private static String rowOf(UUID investor) {
        return "fund,investor,amount,currency,source\n" + fund + "," + investor + ",3.00,USD,public register\n";
    }

    @Test
    void an_investor_of_other_funds_is_named_in_vain() {
        UUID theirs = desk.investor();
        desk.draft(anotherFund, theirs, "1.00");

        for (UUID investor : List.of(theirs, UUID.randomUUID())) {
            String body = draftBody(fund, investor, "5.00");
            String position = body.replaceAll("}$", "") + ", \"asOf\": \"2026-01-31\", \"source\": \"statement\"}";
            for (Reply refused : List.of(
                    desk.service.post(manager, "/commitments", body),
                    desk.service.post(manager, "/commitments/take-on", position))) {
                assertRefused(refused, 422, "validation");
                assertThat(errors(refused)).containsExactly("/investorId unknown-reference");
            }
            assertThat(tried(manager, "commitments", rowOf(investor)).raw().body())
                    .contains("REJECTED", "unknown-reference");
            assertRefused(desk.service.get(manager, "/investors/" + investor), 404, "not-found");
        }
    }

    @Test
    void an_investor_of_its_fund_is_seen_and_named() {
        UUID ours = desk.investor();
        assertThat(desk.service.get(manager, "/investors/" + ours).status()).isEqualTo(404);
        desk.draft(fund, ours, "1.00");

        assertThat(desk.service.get(manager, "/investors/" + ours).status()).isEqualTo(200);
        assertThat(desk.service
                        .post(manager, "/commitments", draftBody(fund, ours, "5.00"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void an_investor_is_seen_by_the_account_that_registered_it() {
        Actor anotherManager = CommitmentsProcess.with(Role.FUND_MANAGER, Scope.ofFund(desk.programme, anotherFund));
        String body = named(investorBody("Own bank"), "own");

        Reply made = desk.service.post(manager, "/investors", body);
        String place = made.header("Location").replace("/api/v1", "");

        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(desk.service.get(manager, place).body()).isEqualTo(made.body());
        assertThat(desk.service.get(manager, "/investors?limit=500").raw().body())
                .contains(made.text("id"));
        Reply again = desk.service.post(manager, "/investors", body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(tried(manager, "commitments", rowOf(made.id())).raw().body())
                .contains("\"state\":\"DONE\"", "\"errors\":[]");
        assertThat(desk.service
                        .post(manager, "/commitments", draftBody(fund, made.id(), "5.00"))
                        .status())
                .isEqualTo(201);
        assertThat(desk.service.get(anotherManager, place).status()).isEqualTo(404);
        assertRefused(desk.service.post(manager, place + "/suspend", "{}"), 403, "forbidden");
    }

    @Test
    @DisplayName("a name elsewhere that stands for what may not be seen is taken; nothing says by what")
    void a_name_elsewhere_of_what_may_not_be_seen_is_taken() {
        String body = named(investorBody("Their bank"), "theirs");
        Reply theirs = desk.made("/investors", body);

        Reply same = desk.service.post(manager, "/investors", body);
        Reply other = desk.service.post(manager, "/investors", named(investorBody("Another"), "theirs"));
        Reply row = tried(
                manager, "investors", "name,kind,country,sourceSystem,externalRef\nTheir bank,OTHER,FR,crm,theirs\n");

        assertTaken(same, theirs);
        assertTaken(other, theirs);
        assertThat(row.raw().body())
                .contains("REJECTED", "external-reference-conflict")
                .doesNotContain(theirs.text("id"));
    }

    @Test
    void so_is_a_commitment_s_and_a_fund_s() {
        UUID investor = desk.investor();
        desk.draft(fund, investor, "1.00");
        Reply commitment = desk.made("/commitments", named(draftBody(anotherFund, investor, "5.00"), "c-1"));
        String fundBody = named(desk.fundBody("Named"), "f-1");
        Reply namedFund = desk.made("/funds", fundBody);
        UUID programme = desk.made("/programmes", "{\"name\": \"P\", \"headlineCurrency\": \"USD\"}")
                .id();
        Actor ofProgramme = CommitmentsProcess.with(Role.FUND_MANAGER, Scope.ofProgramme(programme));

        assertTaken(
                desk.service.post(manager, "/commitments", named(draftBody(fund, investor, "5.00"), "c-1")),
                commitment);
        assertTaken(
                desk.service.post(
                        ofProgramme, "/funds", fundBody.replace(desk.programme.toString(), programme.toString())),
                namedFund);
        assertThat(desk.service
                        .post(MANAGER, "/commitments", named(draftBody(fund, investor, "5.00"), "c-1"))
                        .text("existingId"))
                .isEqualTo(commitment.text("id"));
    }

    private static void assertTaken(Reply refused, Reply theirs) {
        assertRefused(refused, 409, "external-reference-conflict");
        assertThat(refused.body().has("existingId")).isFalse();
        assertThat(refused.raw().body()).doesNotContain(theirs.text("id"), "Their bank", "{existingId}");
    }
}
