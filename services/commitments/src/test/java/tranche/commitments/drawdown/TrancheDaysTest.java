package tranche.commitments.drawdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.document.DocumentFixtures;
import tranche.commitments.drawdown.jobs.UntoldJob;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.commitments.milestone.domain.Waiver;

/** Tranches that wait for a day, and what a request may not ask of conditions. */
class TrancheDaysTest {

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;
    private static CallDesk desk;

    @BeforeAll
    static void start() throws IOException {
        service = new CommitmentsProcess(data);
        desk = new CallDesk(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String body(CallDesk.Fund fund, String condition) {
        return "{'fundId': '" + fund.id() + "', 'name': 'Shell', 'amount': " + CallDesk.usd("60.00")
                + ", 'conditions': [" + condition + "]}";
    }

    private static Reply locked(CallDesk.Fund fund, String condition) {
        Reply draft = desk.made(CallDesk.MANAGER, "/tranches", body(fund, condition));
        return desk.done(
                CallDesk.APPROVER,
                "/tranches/" + draft.id() + "/approval",
                "{'contentHash': '" + draft.text("contentHash") + "'}");
    }

    @Test
    @DisplayName("D-41: the day that a tranche waits for drafts its call, once however often it is looked for")
    void a_day_that_comes_drafts_the_call() throws Exception {
        Reply locked = locked(
                desk.fund(0, "100.00"),
                "{'type': 'DATE_REACHED', 'date': '" + CallDesk.today().plusDays(1) + "'}");
        UntoldJob job = service.bean(UntoldJob.class);
        job.work();
        assertThat(tranche(locked).text("state")).isEqualTo("LOCKED");

        dayCame(locked);
        job.work();
        job.work();

        assertThat(tranche(locked).text("state")).isEqualTo("CALL_DRAFTED");
        assertThat(service.get(CallDesk.AUDITOR, "/capital-calls?trancheId=" + locked.id())
                        .body()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "D-41, D-42: a document about the fund meets the condition that names its kind, and is told by its hash")
    void a_document_that_is_there_drafts_the_call() throws Exception {
        CallDesk.Fund fund = desk.fund(0, "100.00");
        Reply locked = locked(fund, "{'type': 'DOCUMENT', 'kind': 'subscription-agreement'}");
        byte[] file = DocumentFixtures.bytes("%PDF-1.7\nThe shell stands.");
        Reply kept = DocumentFixtures.send(service, CallDesk.MANAGER, file, "fundId", fund.id());
        assertThat(kept.status()).as(kept.raw().body()).isEqualTo(201);

        service.bean(UntoldJob.class).work();

        Reply drafted = tranche(locked);
        assertThat(drafted.text("state")).isEqualTo("CALL_DRAFTED");
        assertThat(drafted.body().at("/conditions/0/documents/0").asText()).isEqualTo(DocumentFixtures.sha256(file));
    }

    private static Milestone waived(Milestone milestone, LocalDate expires) {
        return new KeptMilestones(service)
                .kept(milestone.after(new MilestoneNews.Waived(
                        milestone.id(),
                        "WAIVED",
                        new Waiver(true, Set.of(), expires.minusDays(30), expires, UUID.randomUUID()))));
    }

    @Test
    @DisplayName("D-44: a waived milestone is not verified, and the tranche is locked again when the waiver expires")
    void a_waiver_that_expires_locks_the_tranche_again() throws Exception {
        Milestone planned = new KeptMilestones(service).planned(desk.programme());
        waived(planned, CallDesk.today());
        Reply drafted =
                locked(desk.fund(0, "100.00"), "{'type': 'MILESTONE_VERIFIED', 'milestoneId': '" + planned.id() + "'}");
        assertThat(drafted.text("state")).isEqualTo("CALL_DRAFTED");
        assertThat(drafted.body().at("/conditions/0/status").asText()).isEqualTo("WAIVED");
        UntoldJob job = service.bean(UntoldJob.class);
        job.work();
        assertThat(tranche(drafted).text("state")).isEqualTo("CALL_DRAFTED");

        waived(planned, CallDesk.today().minusDays(1));
        job.work();

        assertThat(tranche(drafted).text("state")).isEqualTo("LOCKED");
        assertThat(desk.call(UUID.fromString(drafted.text("callId"))).text("state"))
                .isEqualTo("CANCELLED");
    }

    @Test
    @DisplayName(
            "D-40: a call whose conditions have fallen back is neither approved nor issued, also before that was told")
    void a_call_whose_waiver_has_expired_moves_no_further() {
        Milestone planned = new KeptMilestones(service).planned(desk.programme());
        waived(planned, CallDesk.today());
        Reply drafted =
                locked(desk.fund(0, "100.00"), "{'type': 'MILESTONE_VERIFIED', 'milestoneId': '" + planned.id() + "'}");
        Reply call = desk.call(UUID.fromString(drafted.text("callId")));
        String approval = "/capital-calls/" + call.id() + "/approval";
        String hash = "{'contentHash': '" + call.text("contentHash") + "'}";

        waived(planned, CallDesk.today().minusDays(1));
        desk.refused(409, "conditions-not-met", desk.send(CallDesk.APPROVER, approval, hash));

        waived(planned, CallDesk.today());
        desk.done(CallDesk.APPROVER, approval, hash);
        waived(planned, CallDesk.today().minusDays(1));
        desk.refused(
                409, "conditions-not-met", desk.send(CallDesk.MANAGER, "/capital-calls/" + call.id() + "/issue", ""));
        assertThat(desk.call(call.id()).text("state")).isEqualTo("APPROVED");
    }

    private static Reply amendmentTo(Reply tranche, Reply awaited) {
        Reply proposed = desk.send(
                CallDesk.MANAGER,
                "/tranches/" + tranche.id() + "/amend",
                "{'reason': 'The sites were joined.', 'conditions': [{'type': 'TRANCHE_RELEASED', 'trancheId': '"
                        + awaited.id() + "'}]}");
        assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
        return proposed;
    }

    private static CompletableFuture<Reply> confirmation(Reply proposed) {
        return CompletableFuture.supplyAsync(() -> desk.send(
                CallDesk.APPROVER,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{'contentHash': '" + proposed.text("contentHash") + "'}"));
    }

    @Test
    @DisplayName("D-42: of two amendments that would make tranches wait for each other one is confirmed, also at once")
    void two_amendments_at_once_close_no_circle() {
        String day = "{'type': 'DATE_REACHED', 'date': '" + CallDesk.today().plusDays(9) + "'}";
        Reply shell = locked(desk.fund(0, "100.00"), day);
        Reply tools = locked(desk.fund(0, "100.00"), day);
        Reply shellAfterTools = amendmentTo(shell, tools);
        Reply toolsAfterShell = amendmentTo(tools, shell);

        var answers = Stream.of(confirmation(shellAfterTools), confirmation(toolsAfterShell))
                .map(CompletableFuture::join)
                .sorted(Comparator.comparing(Reply::status))
                .toList();

        assertThat(answers.getFirst().status()).isEqualTo(200);
        desk.refused(422, "waits-for-itself", answers.getLast());
    }

    private static Reply tranche(Reply tranche) {
        return service.get(CallDesk.AUDITOR, "/tranches/" + tranche.id());
    }

    /** As if time had passed. */
    private static void dayCame(Reply tranche) throws SQLException {
        try (Connection connection = service.database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update tranche set conditions = jsonb_set(conditions, '{0,date}', to_jsonb('"
                    + CallDesk.today() + "'::text)) where tranche_id = '" + tranche.id() + "'");
        }
    }

    @Test
    void the_approval_of_a_tranche_whose_day_is_there_calls_at_once() {
        Reply approved = locked(desk.fund(0, "100.00"), "{'type': 'DATE_REACHED', 'date': '" + CallDesk.today() + "'}");

        assertThat(approved.text("state")).isEqualTo("CALL_DRAFTED");
        assertThat(approved.body().at("/conditions/0/status").asText()).isEqualTo("MET");
    }

    @Test
    void conditions_that_nothing_would_tell_met_are_refused() {
        Reply refused = desk.send(CallDesk.MANAGER, "/tranches", body(desk.fund(0), "{'type': 'OUTCOME_AT_LEAST'}"));

        desk.refused(422, "validation", refused);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/conditions/0/type");
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("condition-not-kept");
    }

    @Test
    void who_drafted_a_tranche_does_not_approve_it() {
        Reply draft = desk.made(
                CallDesk.MANAGER,
                "/tranches",
                body(desk.fund(0), "{'type': 'DATE_REACHED', 'date': '" + CallDesk.today() + "'}"));

        desk.refused(
                403,
                "four-eyes",
                desk.send(
                        CallDesk.MANAGER,
                        "/tranches/" + draft.id() + "/approval",
                        "{'contentHash': '" + draft.text("contentHash") + "'}"));
    }
}
