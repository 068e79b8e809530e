package tranche.commitments.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.manners.Desk.APPROVER;
import static tranche.commitments.manners.Desk.AUDITOR;
import static tranche.commitments.manners.Desk.MANAGER;
import static tranche.commitments.manners.Desk.assertRefused;
import static tranche.commitments.manners.Desk.draftBody;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.web.access.KeyScope;

/** 401, 404, 403 four-eyes, 403 forbidden, 412, 409, 422: where two hold, the first is told. */
class OrderOfRefusalsTest {

    private static final String WRONG =
            "{\"closingDate\": \"never\", \"reason\": 7, \"status\": 1, \"colour\": \"red\"}";
    private static final String STALE = "\"77\"";

    /** An investor of another fund: a caller who is known and sees nothing here. */
    private static final Actor STRANGER = CommitmentsProcess.with(Role.INVESTOR, Scope.ofInvestor(UUID.randomUUID()));

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

    private static Reply asked(Actor actor, String path, String body) {
        return desk.service.post(actor, path, body, "If-Match", STALE, "Idempotency-Key", "k-" + UUID.randomUUID());
    }

    /** The maker with one more role. */
    private static Actor makerAnd(Role role) {
        return new Actor(
                MANAGER.account(),
                MANAGER.person(),
                new Access(List.of(new Grant(Role.FUND_MANAGER, Scope.DEPLOYMENT), new Grant(role, Scope.DEPLOYMENT))));
    }

    private static String acceptance(Reply commitment) {
        return "/commitments/" + commitment.id() + "/acceptance";
    }

    @Test
    void whoever_is_not_known_is_told_that_before_anything_else() {
        assertRefused(desk.service.sendWithout("POST", "/commitments/x/acceptance"), 401, "unauthenticated");
    }

    @Test
    void what_is_not_there_is_told_before_a_wrong_body() {
        UUID nothing = UUID.randomUUID();
        for (String path : List.of(
                "/commitments/" + nothing + "/submission",
                "/commitments/" + nothing + "/return",
                "/commitments/" + nothing + "/acceptance",
                "/commitments/" + nothing + "/cancellation",
                "/commitments/" + nothing + "/take-on-approval",
                "/commitments/" + nothing + "/amendments",
                "/commitments/" + nothing + "/transfer",
                "/tranches/" + nothing + "/approval",
                "/tranches/" + nothing + "/redraft",
                "/tranches/" + nothing + "/amend",
                "/tranches/" + nothing + "/cancel",
                "/closings/" + nothing + "/approval",
                "/closings/" + nothing + "/cancellation",
                "/funds/" + nothing + "/closings",
                "/funds/" + nothing + "/change-terms",
                "/funds/" + nothing + "/stop-subscriptions",
                "/investors/" + nothing + "/kyc",
                "/investors/" + nothing + "/suspend")) {
            assertRefused(asked(MANAGER, path, WRONG), 404, "not-found");
        }
        assertRefused(desk.service.send(MANAGER, "PATCH", "/commitments/" + nothing, WRONG), 404, "not-found");
        assertRefused(desk.service.send(MANAGER, "PATCH", "/investors/" + nothing, WRONG), 404, "not-found");
    }

    @Test
    void what_may_not_be_seen_is_told_before_all_that_would_show_that_it_is_there() {
        Reply submitted = desk.submitted(desk.fund(), desk.investor(), "5.00");

        assertRefused(asked(STRANGER, acceptance(submitted), WRONG), 404, "not-found");
        assertRefused(
                desk.service.send(
                        Set.of(KeyScope.READ, KeyScope.WRITE), STRANGER, "POST", acceptance(submitted), WRONG),
                404,
                "not-found");
    }

    @Test
    @DisplayName("D-1: the maker is told so whatever roles he has, on whatever version, in whatever state")
    void four_eyes_come_before_the_role_the_version_the_state_and_the_body() {
        Reply submitted = desk.submitted(desk.fund(), desk.investor(), "5.00");
        Reply draft = desk.draft(desk.fund(), desk.investor(), "5.00");

        for (Actor maker : List.of(MANAGER, makerAnd(Role.APPROVER))) {
            assertRefused(asked(maker, acceptance(submitted), WRONG), 403, "four-eyes");
            assertRefused(asked(maker, acceptance(draft), "{}"), 403, "four-eyes");
        }
        assertRefused(
                desk.service.send(Set.of(KeyScope.READ, KeyScope.WRITE), MANAGER, "POST", acceptance(submitted), "{}"),
                403,
                "four-eyes");
    }

    @Test
    void a_role_comes_before_the_version_the_state_and_the_body() {
        Reply draft = desk.draft(desk.fund(), desk.investor(), "5.00");

        assertRefused(asked(AUDITOR, acceptance(draft), WRONG), 403, "forbidden");
        assertRefused(asked(AUDITOR, "/commitments/" + draft.id() + "/cancellation", WRONG), 403, "forbidden");
        assertRefused(asked(AUDITOR, "/commitments/" + draft.id() + "/amendments", WRONG), 403, "forbidden");
        assertRefused(asked(AUDITOR, "/commitments/" + draft.id() + "/transfer", WRONG), 403, "forbidden");
        assertRefused(
                asked(AUDITOR, "/funds/" + draft.text("fundId") + "/stop-subscriptions", WRONG), 403, "forbidden");
        assertRefused(asked(AUDITOR, "/funds/" + draft.text("fundId") + "/change-terms", WRONG), 403, "forbidden");
        assertRefused(asked(AUDITOR, "/funds/" + draft.text("fundId") + "/closings", WRONG), 403, "forbidden");
        assertRefused(asked(AUDITOR, "/investors/" + draft.text("investorId") + "/kyc", WRONG), 403, "forbidden");
        assertRefused(
                desk.service.send(
                        Set.of(KeyScope.READ, KeyScope.WRITE),
                        APPROVER,
                        "POST",
                        acceptance(draft),
                        "{}",
                        "If-Match",
                        STALE),
                403,
                "forbidden");
    }

    @Test
    void a_key_that_may_only_approve_accepts_and_does_nothing_else() {
        Reply submitted = desk.submitted(desk.fund(), desk.investor(), "5.00");
        Set<KeyScope> approving = Set.of(KeyScope.APPROVE);

        Reply accepted = desk.service.send(
                approving, APPROVER, "POST", acceptance(submitted), "{\"closingDate\": \"" + Desk.today() + "\"}");

        assertThat(accepted.text("state")).as(accepted.raw().body()).isEqualTo("ACCEPTED");
        assertRefused(
                desk.service.send(approving, APPROVER, "POST", "/commitments/" + submitted.id() + "/return", WRONG),
                403,
                "forbidden");
        assertRefused(
                desk.service.send(approving, APPROVER, "GET", "/commitments/" + submitted.id(), ""), 403, "forbidden");
    }

    @Test
    void whoever_may_make_nothing_is_told_so_before_a_wrong_body() {
        for (String collection :
                List.of("/programmes", "/funds", "/investors", "/commitments", "/commitments/take-on")) {
            assertRefused(asked(AUDITOR, collection, WRONG), 403, "forbidden");
            assertRefused(asked(MANAGER, collection, WRONG), 422, "validation");
        }
    }

    @Test
    void the_version_comes_before_the_state_and_the_body() {
        Reply draft = desk.draft(desk.fund(), desk.investor(), "5.00");

        assertRefused(asked(APPROVER, acceptance(draft), "{}"), 412, "version-conflict");
        assertRefused(asked(APPROVER, acceptance(draft), WRONG), 412, "version-conflict");
        assertRefused(
                asked(MANAGER, "/investors/" + draft.text("investorId") + "/kyc", WRONG), 412, "version-conflict");
        for (String command : List.of("/stop-subscriptions", "/change-terms")) {
            assertRefused(asked(MANAGER, "/funds/" + draft.text("fundId") + command, WRONG), 412, "version-conflict");
        }
        for (String command : List.of("/amendments", "/transfer")) {
            String place = "/commitments/" + draft.id() + command;
            assertRefused(asked(MANAGER, place, WRONG), 412, "version-conflict");
            assertRefused(desk.service.post(MANAGER, place, WRONG), 409, "invalid-state");
        }
    }

    @Test
    void the_state_comes_before_the_body() {
        UUID fund = desk.fund();
        Reply draft = desk.draft(fund, desk.investor(), "5.00");
        desk.service.post(MANAGER, "/funds/" + fund + "/stop-subscriptions", "");

        assertRefused(desk.service.post(APPROVER, acceptance(draft), WRONG), 409, "invalid-state");
        assertRefused(
                desk.service.post(MANAGER, "/funds/" + fund + "/stop-subscriptions", WRONG), 409, "invalid-state");
    }

    @Test
    void a_conflict_comes_before_an_amount_that_is_refused() {
        UUID fund = desk.fund();
        UUID investor = desk.investor();
        desk.service.post(MANAGER, "/funds/" + fund + "/stop-subscriptions", "");
        String euros = draftBody(fund, investor, "{\"value\": \"1.00\", \"currency\": \"EUR\"}", "");

        assertRefused(desk.service.post(MANAGER, "/commitments", euros), 409, "fund-closed-to-new");
        assertRefused(
                desk.service.post(
                        MANAGER,
                        "/commitments",
                        draftBody(desk.fund(), investor, "{\"value\": \"1.00\", \"currency\": \"EUR\"}", "")),
                422,
                "currency-not-the-funds");
    }

    @Test
    void a_proposal_is_answered_in_the_same_order() {
        UUID fund = desk.fund();
        Reply proposed =
                desk.service.post(MANAGER, "/funds/" + fund + "/change-terms", "{\"terms\": {\"requireKyc\": true}}");
        String approval = "/approvals/" + proposed.text("approvalId") + "/approval";
        String rejection = "/approvals/" + proposed.text("approvalId") + "/rejection";

        assertRefused(asked(STRANGER, approval, WRONG), 404, "not-found");
        for (String answer : List.of(approval, rejection)) {
            assertRefused(asked(makerAnd(Role.APPROVER), answer, WRONG), 403, "four-eyes");
            assertRefused(asked(AUDITOR, answer, WRONG), 403, "forbidden");
            assertRefused(asked(APPROVER, answer, WRONG), 412, "version-conflict");
            assertRefused(desk.service.post(APPROVER, answer, WRONG, "If-Match", "\"1\""), 422, "validation");
        }
        desk.service.post(APPROVER, rejection, "{\"reason\": \"not now\"}", "If-Match", "\"1\"");
        assertRefused(asked(APPROVER, approval, WRONG), 412, "version-conflict");
        assertRefused(desk.service.post(APPROVER, approval, WRONG, "If-Match", "\"2\""), 409, "invalid-state");
        assertRefused(
                desk.service.post(
                        MANAGER,
                        "/funds/" + fund + "/change-terms",
                        "{\"cap\": {\"value\": \"0\", \"currency\": \"EUR\"}, \"effectiveDate\": \"2999-01-01\"}"),
                409,
                "effective-date-ahead");
    }

    @Test
    void a_name_that_is_taken_comes_before_a_reference_to_nothing() {
        String name = ", \"sourceSystem\": \"crm\", \"externalRef\": \"taken\"}";
        UUID fund = desk.fund();
        String commitment = draftBody(fund, desk.investor(), "5.00").replaceAll("}$", "") + name;
        String another = desk.fundBody("F").replaceAll("}$", "") + name;
        Reply made = desk.made("/commitments", commitment);
        desk.made("/funds", another);
        String nothing = UUID.randomUUID().toString();

        assertRefused(
                desk.service.post(MANAGER, "/commitments", commitment.replace(made.text("investorId"), nothing)),
                409,
                "external-reference-conflict");
        assertRefused(
                desk.service.post(MANAGER, "/commitments", commitment.replace(fund.toString(), nothing)),
                409,
                "external-reference-conflict");
        assertRefused(
                desk.service.post(MANAGER, "/funds", another.replace(desk.programme.toString(), nothing)),
                409,
                "external-reference-conflict");
    }

    @Test
    void a_fund_that_is_closed_comes_before_a_reference_to_nothing() {
        UUID fund = desk.fund();
        desk.service.post(MANAGER, "/funds/" + fund + "/stop-subscriptions", "");

        assertRefused(
                desk.service.post(MANAGER, "/commitments", draftBody(fund, UUID.randomUUID(), "5.00")),
                409,
                "fund-closed-to-new");
    }

    @Test
    void at_last_the_body() {
        Reply submitted = desk.submitted(desk.fund(), desk.investor(), "5.00");

        Stream.of("acceptance", "return", "cancellation")
                .forEach(command -> assertRefused(
                        desk.service.post(
                                command.equals("acceptance") ? APPROVER : MANAGER,
                                "/commitments/" + submitted.id() + "/" + command,
                                WRONG),
                        422,
                        "validation"));
    }
}
