package tranche.commitments.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.manners.Desk.APPROVER;
import static tranche.commitments.manners.Desk.AUDITOR;
import static tranche.commitments.manners.Desk.MANAGER;
import static tranche.commitments.manners.Desk.assertRefused;
import static tranche.commitments.manners.Desk.errors;
import static tranche.commitments.manners.Desk.today;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** What the approval of a closing binds, and which commitments a closing may name. */
class ClosingMannersTest {

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

    private static Reply approved(Reply closing, String contentHash) {
        return desk.service.post(
                APPROVER,
                "/closings/" + closing.id() + "/approval",
                "{\"contentHash\": \"" + contentHash + "\"}",
                "Idempotency-Key",
                "k-" + UUID.randomUUID());
    }

    private static Reply planned(Actor actor, UUID fund, LocalDate date, Object... commitments) {
        List<String> ids =
                List.of(commitments).stream().map(id -> "\"" + id + "\"").toList();
        return desk.service.post(
                actor,
                "/funds/" + fund + "/closings",
                "{\"kind\": \"INITIAL\", \"date\": \"" + date + "\", \"commitmentIds\": " + ids + "}");
    }

    private static void accept(Reply draft) {
        String place = "/commitments/" + draft.id();
        desk.service.post(MANAGER, place + "/submission", "{\"source\": \"public register\"}");
        Reply accepted = desk.service.post(APPROVER, place + "/acceptance", "{\"closingDate\": \"" + today() + "\"}");
        assertThat(accepted.text("state")).as(accepted.raw().body()).isEqualTo("ACCEPTED");
    }

    @Test
    @DisplayName("D-6: a commitment that is edited after the plan changes what is approved")
    void an_approval_binds_the_amounts_that_take_effect() {
        UUID fund = desk.fund();
        Reply draft = desk.draft(fund, desk.investor(), "5.00");
        Reply planned = desk.planned(fund, draft.id());
        String seen = planned.text("contentHash");
        desk.service.send(
                MANAGER,
                "PATCH",
                "/commitments/" + draft.id(),
                "{\"amount\": {\"value\": \"5000000.00\", \"currency\": \"USD\"}}");
        accept(draft);

        String place = "/closings/" + planned.id();
        Reply refused = approved(planned, seen);
        String present = desk.service.get(AUDITOR, place).text("contentHash");

        assertRefused(refused, 409, "content-changed");
        assertThat(refused.text("contentHash")).isEqualTo(present).isNotEqualTo(seen);
        assertThat(desk.service
                        .get(AUDITOR, "/funds/" + fund + "/closings")
                        .body()
                        .at("/items/0/contentHash")
                        .asText())
                .isEqualTo(present);
        assertThat(desk.service
                        .get(AUDITOR, place + "?knownAt=" + planned.text("recordedAt"))
                        .text("contentHash"))
                .as("as it was known when it was planned")
                .isEqualTo(seen);
        Reply effective = approved(planned, present);
        assertThat(effective.text("state")).as(effective.raw().body()).isEqualTo("EFFECTIVE");
        assertThat(effective.text("contentHash")).isEqualTo(present);
        assertThat(desk.service.get(AUDITOR, place).body()).isEqualTo(effective.body());
    }

    @Test
    @DisplayName("D-6: a closing of a later day is approved once none of its commitments can be edited any more")
    void what_can_still_be_edited_is_not_approved() {
        UUID fund = desk.fund();
        Reply draft = desk.draft(fund, desk.investor(), "5.00");
        Reply planned = planned(MANAGER, fund, today().plusDays(30), draft.id());

        assertRefused(approved(planned, planned.text("contentHash")), 409, "commitment-not-accepted");
        accept(draft);
        String present = desk.service.get(AUDITOR, "/closings/" + planned.id()).text("contentHash");
        assertThat(approved(planned, present).text("state")).isEqualTo("APPROVED");
    }

    @Test
    @DisplayName("what waits for an approver is one list over all funds of which the reader is staff")
    void closings_of_all_funds() {
        UUID fund = desk.fund();
        UUID other = desk.fund();
        UUID investor = desk.investor();
        Reply waits = desk.planned(fund, desk.accepted(fund, investor, "1.00").id());
        Reply done = desk.planned(other, desk.accepted(other, investor, "1.00").id());
        assertThat(approved(done, done.text("contentHash")).text("state")).isEqualTo("EFFECTIVE");
        Actor ofTheFund = CommitmentsProcess.with(Role.APPROVER, Scope.ofFund(desk.programme, fund));

        assertThat(ids(APPROVER, "?state=PLANNED&limit=500"))
                .contains(waits.id().toString())
                .doesNotContain(done.id().toString());
        assertThat(ids(ofTheFund, "")).containsExactly(waits.id().toString());
        assertThat(ids(CommitmentsProcess.with(Role.INVESTOR, Scope.ofInvestor(investor)), ""))
                .isEmpty();
    }

    private static List<String> ids(Actor reader, String query) {
        List<String> ids = new ArrayList<>();
        desk.service
                .get(reader, "/closings" + query)
                .body()
                .path("items")
                .forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    @Test
    void commitments_that_are_not_there_are_told_all_at_once_and_in_their_places() {
        UUID fund = desk.fund();
        UUID ours = desk.accepted(fund, desk.investor(), "1.00").id();
        UUID theirs = desk.accepted(desk.fund(), desk.investor(), "1.00").id();
        Actor ofTheFund = CommitmentsProcess.with(Role.FUND_MANAGER, Scope.ofFund(desk.programme, fund));

        Reply absent = planned(MANAGER, fund, today(), UUID.randomUUID(), ours, UUID.randomUUID(), theirs);
        Reply unseen = planned(ofTheFund, fund, today(), ours, theirs);

        assertRefused(absent, 422, "validation");
        assertThat(errors(absent))
                .containsExactly("/commitmentIds/0 unknown-reference", "/commitmentIds/2 unknown-reference");
        assertRefused(unseen, 422, "validation");
        assertThat(errors(unseen)).containsExactly("/commitmentIds/1 unknown-reference");
    }

    @Test
    void a_commitment_of_another_fund_is_told_to_whoever_sees_it() {
        UUID fund = desk.fund();
        UUID theirs = desk.accepted(desk.fund(), desk.investor(), "1.00").id();

        Reply refused = planned(MANAGER, fund, today(), theirs);

        assertRefused(refused, 422, "commitment-of-another-fund");
        assertThat(refused.body().at("/commitmentIds/0").asText()).isEqualTo(theirs.toString());
    }
}
