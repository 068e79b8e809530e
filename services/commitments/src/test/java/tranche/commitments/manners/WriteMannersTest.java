package tranche.commitments.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.manners.Desk.MANAGER;
import static tranche.commitments.manners.Desk.assertRefused;
import static tranche.commitments.manners.Desk.draftBody;
import static tranche.commitments.manners.Desk.today;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** What every write keeps: said twice it is done once, on the version that was seen, and read back by whoever asks. */
class WriteMannersTest {

    private static final String POSITION = "Tranche-Position";

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

    @Test
    void a_made_object_says_where_it_is_and_which_version_it_has() {
        Reply made = desk.draft(desk.fund(), desk.investor(), "5.00");

        assertThat(made.header("Location")).isEqualTo("/api/v1/commitments/" + made.id());
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.id().version()).isEqualTo(7);
        Reply read = desk.service.get(MANAGER, "/commitments/" + made.id());
        assertThat(read.body()).isEqualTo(made.body());
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));
    }

    @Test
    void a_command_repeated_under_its_key_moves_nothing_a_second_time() {
        UUID fund = desk.fund();
        Reply planned =
                desk.planned(fund, desk.accepted(fund, desk.investor(), "5.00").id());
        String path = "/closings/" + planned.id() + "/approval";
        String body = "{\"contentHash\": \"" + planned.text("contentHash") + "\"}";

        Reply first = desk.service.post(Desk.APPROVER, path, body, "Idempotency-Key", "approve");
        Reply again = desk.service.post(Desk.APPROVER, path, body, "Idempotency-Key", "approve");

        assertThat(first.status()).as(first.raw().body()).isEqualTo(200);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.header(POSITION)).isEqualTo(first.header(POSITION));
        assertThat(desk.service.get(MANAGER, "/journal?fundId=" + fund).body().get("items"))
                .hasSize(1);
    }

    @Test
    void what_was_answered_once_is_told_again_only_to_whoever_may_still_ask_for_it() {
        UUID fund = desk.fund();
        String draft = draftBody(fund, desk.investor(), "5.00");
        UUID id = desk.made("/commitments", draft, "Idempotency-Key", "kept").id();
        String cancellation = "/commitments/" + id + "/cancellation";
        String reason = "{\"reason\": \"no\"}";
        desk.service.post(MANAGER, cancellation, reason, "Idempotency-Key", "kept");
        Actor withdrawn = holding(Role.AUDITOR, Scope.DEPLOYMENT);
        Actor elsewhere = holding(Role.FUND_MANAGER, Scope.ofFund(desk.programme, UUID.randomUUID()));

        assertRefused(desk.service.post(withdrawn, "/commitments", draft, "Idempotency-Key", "kept"), 403, "forbidden");
        assertRefused(desk.service.post(withdrawn, cancellation, reason, "Idempotency-Key", "kept"), 403, "forbidden");
        assertRefused(desk.service.post(elsewhere, cancellation, reason, "Idempotency-Key", "kept"), 404, "not-found");
        Reply again = desk.service.post(MANAGER, cancellation, reason, "Idempotency-Key", "kept");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_second_person_s_answer_is_told_again_only_while_it_may_answer() {
        String change = "/funds/" + desk.fund() + "/change-terms";
        String body = "{\"terms\": {\"requireKyc\": true}}";
        Reply proposed = desk.service.post(MANAGER, change, body, "Idempotency-Key", "terms");
        String approval = "/approvals/" + proposed.text("approvalId") + "/approval";
        String content = "{\"contentHash\": \"" + proposed.text("contentHash") + "\"}";
        Reply first = desk.service.post(Desk.APPROVER, approval, content, "Idempotency-Key", "terms");
        Actor withdrawn = new Actor(Desk.APPROVER.account(), Desk.APPROVER.person(), Desk.AUDITOR.access());

        assertRefused(desk.service.post(withdrawn, approval, content, "Idempotency-Key", "terms"), 403, "forbidden");
        assertRefused(
                desk.service.post(holding(Role.AUDITOR, Scope.DEPLOYMENT), change, body, "Idempotency-Key", "terms"),
                403,
                "forbidden");
        assertThat(desk.service
                        .post(Desk.APPROVER, approval, content, "Idempotency-Key", "terms")
                        .raw()
                        .body())
                .isEqualTo(first.raw().body());
    }

    /** The manager's account with another grant than it had. */
    private static Actor holding(Role role, Scope scope) {
        return new Actor(MANAGER.account(), MANAGER.person(), new Access(List.of(new Grant(role, scope))));
    }

    @Test
    void a_key_is_one_account_s_and_one_path_s() {
        UUID fund = desk.fund();
        String body = draftBody(fund, desk.investor(), "5.00");
        var another = CommitmentsProcess.anybody(Role.FUND_MANAGER);

        UUID mine = desk.made("/commitments", body, "Idempotency-Key", "k1").id();
        Reply theirs = desk.service.post(another, "/commitments", body, "Idempotency-Key", "k1");
        Reply elsewhere = desk.service.post(
                MANAGER, "/commitments/" + mine + "/cancellation", "{\"reason\": \"no\"}", "Idempotency-Key", "k1");

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.id()).isNotEqualTo(mine);
        assertThat(elsewhere.text("state")).isEqualTo("CANCELLED");
    }

    @Test
    void a_refused_request_is_decided_anew_under_the_same_key() {
        UUID fund = desk.fund();
        UUID investor = desk.investor();
        String path = "/commitments/" + desk.draft(fund, investor, "5.00").id() + "/acceptance";
        String body = "{\"closingDate\": \"" + today() + "\"}";
        Reply refused = desk.service.post(Desk.APPROVER, path, body, "Idempotency-Key", "a");
        assertRefused(refused, 409, "invalid-state");
        String submission = path.replace("/acceptance", "/submission");
        desk.service.post(MANAGER, submission, "{\"source\": \"public register\"}");

        Reply accepted = desk.service.post(Desk.APPROVER, path, body, "Idempotency-Key", "a");

        assertThat(accepted.text("state")).isEqualTo("ACCEPTED");
    }

    @Test
    void twenty_requests_at_once_under_one_key_make_one_object() throws InterruptedException, ExecutionException {
        UUID fund = desk.fund();
        String body = draftBody(fund, desk.investor(), "5.00");
        List<Reply> replies;
        try (ExecutorService callers = Executors.newFixedThreadPool(20)) {
            List<Future<Reply>> sent = IntStream.range(0, 20)
                    .mapToObj(_ -> callers.submit(
                            () -> desk.service.post(MANAGER, "/commitments", body, "Idempotency-Key", "at-once")))
                    .toList();
            replies = new ArrayList<>();
            for (Future<Reply> reply : sent) {
                replies.add(reply.get());
            }
        }

        List<Reply> made =
                replies.stream().filter(reply -> reply.status() == 201).toList();
        assertThat(made).isNotEmpty();
        assertThat(made.stream().map(reply -> reply.raw().body()).distinct()).hasSize(1);
        assertThat(made.stream()
                        .filter(reply -> reply.header("Idempotency-Replayed").isEmpty()))
                .hasSize(1);
        replies.stream()
                .filter(reply -> reply.status() != 201)
                .forEach(reply -> assertRefused(reply, 409, "request-in-progress"));
        assertThat(desk.service
                        .get(MANAGER, "/commitments?fundId=" + fund)
                        .body()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void a_key_has_up_to_128_characters() {
        UUID fund = desk.fund();
        UUID investor = desk.investor();

        for (String key : List.of("k".repeat(128), "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "with a blank")) {
            desk.made("/commitments", draftBody(fund, investor, "1.00"), "Idempotency-Key", key);
        }
        Reply longer = desk.service.post(
                MANAGER, "/commitments", draftBody(fund, investor, "1.00"), "Idempotency-Key", "k".repeat(129));
        assertRefused(longer, 400, "malformed");
    }

    @Test
    void what_moves_money_needs_a_key() {
        UUID fund = desk.fund();
        Reply planned =
                desk.planned(fund, desk.accepted(fund, desk.investor(), "5.00").id());

        Reply refused = desk.service.post(
                Desk.APPROVER,
                "/closings/" + planned.id() + "/approval",
                "{\"contentHash\": \"" + planned.text("contentHash") + "\"}");

        assertRefused(refused, 400, "idempotency-key-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"programmes", "funds", "investors", "commitments"})
    void an_object_with_a_name_elsewhere_is_made_once(String collection) {
        String name = ", \"sourceSystem\": \"crm\", \"externalRef\": \"" + collection + "-1\"}";
        String plain = switch (collection) {
            case "programmes" -> "{\"name\": \"P\", \"headlineCurrency\": \"USD\"}";
            case "funds" -> desk.fundBody("F");
            case "investors" -> "{\"name\": \"I\", \"kind\": \"OTHER\", \"country\": \"FR\"}";
            default -> draftBody(desk.fund(), desk.investor(), "5.00");
        };
        String body = plain.replaceAll("}$", "") + name;
        String other = collection.equals("commitments")
                ? body.replace("5.00", "6.00")
                : body.replace("\"name\": \"", "\"name\": \"Another ");

        Reply first = desk.service.post(MANAGER, "/" + collection, body);
        Reply same = desk.service.post(MANAGER, "/" + collection, body);
        Reply conflict = desk.service.post(MANAGER, "/" + collection, other);

        assertThat(first.status()).as(first.raw().body()).isEqualTo(201);
        assertThat(same.status()).as(same.raw().body()).isEqualTo(200);
        assertThat(same.body()).isEqualTo(first.body());
        assertThat(desk.service
                        .get(MANAGER, "/" + collection, "Tranche-Position", same.header("Tranche-Position"))
                        .status())
                .isEqualTo(200);
        assertRefused(conflict, 409, "external-reference-conflict");
        assertThat(conflict.text("existingId")).isEqualTo(first.text("id"));
    }

    @Test
    void one_half_of_a_name_elsewhere_is_none() {
        Reply half = desk.service.post(
                MANAGER,
                "/investors",
                "{\"name\": \"I\", \"kind\": \"OTHER\", \"country\": \"FR\", \"externalRef\": \"7\"}");

        assertThat(Desk.errors(half)).containsExactly("/sourceSystem required");
    }

    @Test
    void a_command_is_done_on_the_version_that_its_caller_saw_or_not_at_all() {
        UUID id = desk.draft(desk.fund(), desk.investor(), "5.00").id();
        String edit = "{\"amount\": {\"value\": \"6.00\", \"currency\": \"USD\"}}";

        Reply edited = desk.service.send(MANAGER, "PATCH", "/commitments/" + id, edit, "If-Match", "\"1\"");
        Reply stale = desk.service.send(MANAGER, "PATCH", "/commitments/" + id, edit, "If-Match", "\"1\"");
        Reply any = desk.service.send(MANAGER, "PATCH", "/commitments/" + id, edit, "If-Match", "*");
        Reply weak = desk.service.send(MANAGER, "PATCH", "/commitments/" + id, edit, "If-Match", "W/\"2\"");
        Reply none = desk.service.send(MANAGER, "PATCH", "/commitments/" + id, edit, "If-Match", "2");

        assertThat(edited.header("ETag")).isEqualTo("\"2\"");
        assertRefused(stale, 412, "version-conflict");
        assertThat(any.status()).isEqualTo(200);
        assertRefused(weak, 412, "version-conflict");
        assertRefused(none, 400, "malformed");
    }

    @Test
    void a_step_that_asks_nothing_of_the_investor_does_not_wait_for_it() throws SQLException {
        UUID investor = desk.investor();
        Reply submitted = desk.submitted(desk.fund(), investor, "5.00");
        String place = "/commitments/" + submitted.id();

        try (Connection busy = desk.service.database.asOwner();
                PreparedStatement lock = busy.prepareStatement("select pg_advisory_xact_lock(?)")) {
            busy.setAutoCommit(false);
            lock.setLong(1, lockOf(investor));
            lock.execute();
            Reply returned = desk.service.post(MANAGER, place + "/return", "{\"reason\": \"a page is missing\"}");
            Reply cancelled = desk.service.post(MANAGER, place + "/cancellation", "{\"reason\": \"withdrawn\"}");

            assertThat(returned.text("state")).as(returned.raw().body()).isEqualTo("DRAFT");
            assertThat(cancelled.text("state")).as(cancelled.raw().body()).isEqualTo("CANCELLED");
        }
    }

    /** The advisory lock under which a change of the object is written. */
    private static long lockOf(UUID key) {
        return key.getMostSignificantBits() * 0x9E3779B97F4A7C15L ^ key.getLeastSignificantBits();
    }

    @Test
    void a_read_that_names_a_position_includes_it() {
        UUID fund = desk.fund();
        Reply made = desk.draft(fund, desk.investor(), "5.00");
        String position = made.header(POSITION);

        assertThat(position).isNotEmpty();
        assertThat(desk.service
                        .get(MANAGER, "/commitments?fundId=" + fund, POSITION, position)
                        .body()
                        .get("items"))
                .hasSize(1);
        assertThat(desk.service
                        .post(
                                MANAGER,
                                "/commitments/" + made.id() + "/submission",
                                "{\"source\": \"public register\"}",
                                POSITION,
                                position)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_position_that_is_not_reached_is_to_be_asked_for_again() {
        Reply made = desk.draft(desk.fund(), desk.investor(), "5.00");
        String ahead = made.header(POSITION).replaceAll("[0-9]+$", "999999");

        Reply waiting = desk.service.get(MANAGER, "/commitments/" + made.id(), POSITION, ahead);

        assertRefused(waiting, 503, "position-not-reached");
        assertThat(waiting.header("Retry-After")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "commitments", "commitments/x/1", "commitments/00000000-0000-0000-0000-000000000000/-1"})
    void a_position_that_is_none_is_malformed(String position) {
        assertRefused(desk.service.get(MANAGER, "/commitments", POSITION, position), 400, "malformed");
    }
}
