package tranche.commitments.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.AUDITOR;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.usd;
import static tranche.commitments.manners.Desk.assertRefused;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk;
import tranche.commitments.drawdown.CallDesk.Fund;

/**
 * Each command of the tables of domain §2 sent to an object in each state that does not admit it, by somebody who else
 * might: what is refused says what is admitted, and changes nothing.
 */
@DisplayName("Over HTTP")
class StateTablesTest {

    @TempDir
    private static Path data;

    private static CallDesk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = new CallDesk(new CommitmentsProcess(data));
    }

    @AfterAll
    static void stop() {
        desk.service().close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            DRAFT                | edit submission cancellation
            DRAFT to be taken on | take-on-approval cancellation
            SUBMITTED            | return acceptance cancellation
            ACCEPTED             | cancellation
            CLOSED               | amendments transfer
            TRANSFERRED          |
            CANCELLED            |
            """)
    @DisplayName("§2.1: a commitment in the state")
    void of_a_commitment(String state, @Nullable String admitted) {
        assertHolds(new CommitmentsStated(desk), state, admitted);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            PLANNED   | approval cancellation
            APPROVED  | cancellation
            EFFECTIVE |
            CANCELLED |
            """)
    @DisplayName("§2.1: a closing in the state")
    void of_a_closing(String state, @Nullable String admitted) {
        assertHolds(new ClosingsStated(desk), state, admitted);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            DRAFT     | edit approval return cancellation
            APPROVED  | reopen issue cancellation
            ISSUED    | reversal
            PART_PAID | reversal
            OVERDUE   | reversal
            PAID      | reversal
            CANCELLED |
            REVERSED  |
            """)
    @DisplayName("§2.2: a capital call in the state")
    void of_a_call(String state, @Nullable String admitted) {
        assertHolds(new CallsStated(desk), state, admitted);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            UNMATCHED      | match refund return
            MATCHED        | unmatch return
            OVERPAID       | apply-to-next-call refund return
            REFUND_PENDING | refund-confirmation return
            REFUNDED       |
            RETURNED       |
            """)
    @DisplayName("§2.3: a receipt in the state")
    void of_a_receipt(String state, @Nullable String admitted) {
        assertHolds(new ReceiptsStated(desk), state, admitted);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            DRAFT          | approval cancel
            LOCKED         | amend cancel
            CONDITIONS_MET | redraft amend cancel
            CALL_DRAFTED   | amend cancel
            RELEASED       |
            CANCELLED      |
            """)
    @DisplayName("§2.6: a tranche in the state")
    void of_a_tranche(String state, @Nullable String admitted) {
        assertHolds(new TranchesStated(desk), state, admitted);
    }

    @ParameterizedTest(name = "of a call that is {0}")
    @ValueSource(strings = {"DRAFT", "APPROVED", "PART_PAID", "PAID", "CANCELLED", "REVERSED"})
    @DisplayName("§2.2: a line that is not demanded, or settled, takes no money")
    void of_a_line(String state) {
        Fund fund = desk.fund(0, "100.00", "100.00");
        Reply call = new CallsStated(desk).in(fund, state);
        String line = call.body().at("/lines/0/id").asText();
        String receipt = "/receipts/" + desk.received(fund, "1.00", "").id();
        long events = desk.eventsOf(fund.id());
        JsonNode before = desk.call(call.id()).body();

        Reply refused = desk.send(
                MANAGER,
                receipt + "/match",
                "{'matches': [{'callLineId': '" + line + "', 'amount': " + usd("1.00") + "}]}");

        assertRefused(refused, 409, "line-not-open");
        assertThat(desk.call(call.id()).body()).isEqualTo(before);
        assertThat(desk.eventsOf(fund.id())).isEqualTo(events);
    }

    @Test
    @DisplayName("§2: what was proposed is not confirmed once its object has come to a state that does not admit it")
    void of_what_was_proposed_before() {
        TranchesStated tranches = new TranchesStated(desk);
        String tranche = tranches.in("CALL_DRAFTED");
        Reply amendment = tranches.send(tranche, "amend");
        Reply cancelling = tranches.send(tranche, "cancel");
        tranches.released(tranche);
        assertTooLate(tranche, amendment, "RELEASED");
        assertTooLate(tranche, cancelling, "RELEASED");

        CommitmentsStated commitments = new CommitmentsStated(desk);
        String commitment = commitments.in("CLOSED");
        Reply amended = commitments.send(commitment, "amendments");
        Reply transfer = commitments.send(commitment, "transfer");
        commitments.transferred(commitment);
        assertTooLate(commitment, amended, "TRANSFERRED");
        assertTooLate(commitment, transfer, "TRANSFERRED");

        CallsStated calls = new CallsStated(desk);
        String call = calls.in("ISSUED");
        Reply reversal = calls.send(call, "reversal");
        desk.confirmed(MANAGER, call + "/reversal", "{'reason': 'As agreed.'}");
        assertTooLate(call, reversal, "REVERSED");

        ReceiptsStated receipts = new ReceiptsStated(desk);
        String receipt = receipts.in("UNMATCHED");
        Reply refund = receipts.send(receipt, "refund");
        assertDone(receipts.send(receipt, "return"));
        assertTooLate(receipt, refund, "RETURNED");
    }

    private static void assertTooLate(String path, Reply proposed, String state) {
        assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
        Unchanged unchanged = Unchanged.of(path);
        String proposal = "/approvals/" + proposed.text("approvalId");

        Reply refused = desk.send(APPROVER, proposal + "/approval", desk.seen(proposal));

        assertRefused(refused, 409, "invalid-state");
        assertThat(refused.text("state")).isEqualTo(state);
        assertThat(allowed(refused)).isEmpty();
        unchanged.hold(path);
    }

    private static void assertHolds(Stated kind, String state, @Nullable String admitted) {
        String path = kind.in(state);
        List<String> allowed = Optional.ofNullable(admitted)
                .map(names -> List.of(names.split(" ")))
                .orElse(List.of());
        Unchanged unchanged = Unchanged.of(path);
        assertThat(unchanged.read.text("state")).isEqualTo(state.split(" ")[0]);

        for (String command : kind.commands()) {
            if (!allowed.contains(command)) {
                Reply refused = kind.send(path, command);

                assertRefused(refused, 409, "invalid-state");
                assertThat(refused.text("state")).as(command).isEqualTo(state.split(" ")[0]);
                assertThat(allowed(refused)).as(command).containsExactlyElementsOf(allowed);
            }
        }
        unchanged.hold(path);
        if (unchanged.read.body().has("allowed")) {
            assertThat(allowed(unchanged.read)).containsExactlyElementsOf(allowed);
        }
    }

    private static List<String> allowed(Reply reply) {
        List<String> names = new ArrayList<>();
        reply.body().get("allowed").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** An object as it is read, and how many events its fund has. */
    private record Unchanged(Reply read, long events) {

        static Unchanged of(String path) {
            Reply read = desk.service().get(AUDITOR, path);
            assertThat(read.status()).as(read.raw().body()).isEqualTo(200);
            return new Unchanged(read, desk.eventsOf(UUID.fromString(read.text("fundId"))));
        }

        void hold(String path) {
            Unchanged now = of(path);
            assertThat(now.read.body()).isEqualTo(read.body());
            assertThat(now.read.header("ETag")).isNotEmpty().isEqualTo(read.header("ETag"));
            assertThat(now.events).isEqualTo(events);
        }
    }

    static Reply assertDone(Reply done) {
        assertThat(done.status()).as(done.raw().body()).isEqualTo(200);
        return done;
    }
}
