package tranche.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.auditor.Check;
import tranche.auditor.Finding;
import tranche.auditor.Report;
import tranche.launcher.CannotRun;
import tranche.launcher.up.OwnStores;

@Tag("broker")
@DisplayName("./tranche verify")
class VerifyTest {

    @TempDir
    private static Path folder;

    private static SmallDeployment deployment;

    @BeforeAll
    static void commit() throws Exception {
        deployment = new SmallDeployment(folder);
        deployment.whileServing(callers -> new Story(callers).tell());
    }

    @AfterAll
    static void stop() throws IOException {
        deployment.close();
    }

    private static Report verify() {
        return VerifyCommand.verify(folder, SmallDeployment.home(), new OwnStores());
    }

    private static List<Check> broken(Report report) {
        return report.results().stream()
                .filter(result -> !result.holds())
                .map(Report.Result::check)
                .toList();
    }

    @Test
    void finds_nothing_wrong_in_a_folder_that_is_in_use() {
        Report report = verify();

        assertThat(report.text()).contains("Everything holds.").doesNotContain("BROKEN");
        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.checked())
                        .as("%s looks at something", result.check())
                        .isPositive());
    }

    @Test
    void finds_nothing_wrong_while_commands_come_in() throws Exception {
        deployment.whileServing(callers -> {
            AtomicBoolean enough = new AtomicBoolean();
            try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Integer> coming = beside.submit(() -> {
                    int sent = 0;
                    while (!enough.get()) {
                        new Story(callers).investor();
                        sent++;
                    }
                    return sent;
                });
                try {
                    assertThat(verify().text()).contains("Everything holds.");
                } finally {
                    enough.set(true);
                }
                assertThat(coming.get()).isPositive();
            }
        });
    }

    @Test
    void finds_nothing_wrong_in_a_folder_that_stands_still_and_leaves_it_so() throws IOException {
        deployment.stopEngines();
        try {
            assertThat(verify().text()).contains("Everything holds.");
            assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
        } finally {
            deployment.startEngines();
        }
    }

    /** Of funds in which nothing was called: their entries are few, and known. */
    private static final String UNCALLED = "fund_id not in (select fund_id from capital_call)";

    /** Commitments that came of another, with something paid. */
    private static final String WENT_OVER = "transferred_from is not null and called > 0";

    /** What is changed, and by which checks that must be seen. */
    record Harm(
            String what, String database, List<String> tables, List<String> changes, List<Check> seenBy, String named) {

        @Override
        public String toString() {
            return what;
        }
    }

    private static Harm harm(
            String what, String database, String tables, String changes, String named, Check... seenBy) {
        return new Harm(
                what,
                database,
                List.of(tables.split(" ")),
                List.of(changes.split(";")),
                Arrays.asList(seenBy),
                database + "." + named);
    }

    static List<Harm> harms() {
        return List.of(
                harm(
                        "one byte of an event's payload",
                        "commitments",
                        "event",
                        "update event set payload = set_byte(payload, length(payload) - 1, ascii('2'))"
                                + " where type like '%ProgrammeCreated'",
                        "event",
                        Check.A03,
                        Check.A06),
                harm(
                        "who acted, beside the payload",
                        "commitments",
                        "event",
                        "update event set actor = gen_random_uuid() where type like '%CommitmentAccepted'",
                        "event",
                        Check.A03),
                harm(
                        "an event in the middle of its key taken out",
                        "commitments",
                        "event",
                        "delete from event where type like '%InvestorChanged'",
                        "event",
                        Check.A03,
                        Check.A05,
                        Check.A06),
                harm(
                        "the last event of a key taken out, and the head moved back to match",
                        "commitments",
                        "event event_head",
                        "delete from event where type like '%InvestorKycRecorded';"
                                + "update event_head h set (sequence, hash, recorded_at) ="
                                + " (select e.key_sequence, e.hash, e.recorded_at from event e where e.key = h.key"
                                + " order by e.key_sequence desc limit 1)",
                        "idempotency_key",
                        Check.A06,
                        Check.A18),
                harm(
                        "the head of a chain",
                        "portal",
                        "event_head",
                        "update event_head set hash = sha256(hash) where sequence = 2",
                        "event_head",
                        Check.A03),
                harm(
                        "one posting",
                        "commitments",
                        "posting",
                        "update posting set amount = amount + 1 where account = 'C30'",
                        "journal_entry",
                        Check.A01,
                        Check.A02,
                        Check.A03),
                harm(
                        "two postings that still balance, and the balances with them",
                        "commitments",
                        "posting balance",
                        "update posting set amount = amount + case account when 'C30' then 1 else -1 end"
                                + " where account in ('C30', 'C40') and " + UNCALLED + ";"
                                + "update balance set amount = amount + case account when 'C30' then 1 else -1 end"
                                + " where account in ('C30', 'C40') and " + UNCALLED,
                        "journal_entry",
                        Check.A03,
                        Check.A04),
                harm(
                        "a balance",
                        "commitments",
                        "balance",
                        "update balance set amount = amount + 0.0001 where account = 'C30'",
                        "balance",
                        Check.A02,
                        Check.A04),
                harm(
                        "the last entry of a journal taken out whole, with its balances",
                        "commitments",
                        "posting balance journal_entry",
                        "delete from balance b using posting p, journal_entry j where j.sequence = 2 and j." + UNCALLED
                                + " and p.entry_id = j.id and (b.investor_id, b.account) = (p.investor_id, p.account);"
                                + "delete from posting where entry_id in (select id from journal_entry where sequence = 2"
                                + " and " + UNCALLED + ");delete from journal_entry where sequence = 2 and " + UNCALLED,
                        "journal_entry",
                        Check.A03,
                        Check.A04),
                harm(
                        "what was called of a commitment, in its row and its version",
                        "commitments",
                        "commitment commitment_version",
                        "update commitment set called = 1 where state = 'CLOSED' and called = 0;"
                                + "update commitment_version set called = 1 where state = 'CLOSED' and called = 0",
                        "commitment",
                        Check.A04),
                harm(
                        "what went over to another investor, in its row and its version",
                        "commitments",
                        "commitment commitment_version",
                        "update commitment set called = called - 0.01, paid = paid - 0.01 where " + WENT_OVER + ";"
                                + "update commitment_version set called = called - 0.01, paid = paid - 0.01 where "
                                + WENT_OVER,
                        "commitment",
                        Check.A04),
                harm(
                        "where a commitment came from, in its row and its version",
                        "commitments",
                        "commitment commitment_version",
                        "update commitment set transferred_from = investor_id where " + WENT_OVER + ";"
                                + "update commitment_version set transferred_from = investor_id where " + WENT_OVER,
                        "commitment",
                        Check.A04),
                harm(
                        "the amount of what was amended and went over, in its row and its version",
                        "commitments",
                        "commitment commitment_version",
                        "update commitment set amount = amount + 1 where state = 'TRANSFERRED';"
                                + "update commitment_version set amount = amount + 1 where state = 'TRANSFERRED'",
                        "commitment",
                        Check.A04),
                harm(
                        "the booking of an amendment put under another name",
                        "commitments",
                        "journal_entry",
                        "update journal_entry set type = 'CommitmentClosed' where type = 'CommitmentAmended'",
                        "journal_entry",
                        Check.A03),
                harm(
                        "what was contributed by what went over, twice as much, and the balances with it",
                        "commitments",
                        "posting balance",
                        "update balance b set amount = b.amount + p.amount from posting p join journal_entry j on"
                                + " j.id = p.entry_id where j.type = 'CommitmentTransferred' and p.account = '3000'"
                                + " and p.amount < 0 and (b.fund_id, b.account, b.investor_id)"
                                + " = (p.fund_id, p.account, p.investor_id);"
                                + "update balance b set amount = b.amount + s.amount from (select p.fund_id, p.investor_id,"
                                + " sum(p.amount) as amount from posting p join journal_entry j on j.id = p.entry_id"
                                + " where j.type = 'CommitmentTransferred' and p.account = '3000' and p.amount > 0"
                                + " group by 1, 2) s where b.account = '3000' and (b.fund_id, b.investor_id)"
                                + " = (s.fund_id, s.investor_id);"
                                + "update posting p set amount = p.amount * 2 from journal_entry j where j.id = p.entry_id"
                                + " and j.type = 'CommitmentTransferred' and p.account = '3000'",
                        "balance",
                        Check.A03,
                        Check.A04),
                harm(
                        "how much of a target was told to be committed, in its row and its version",
                        "commitments",
                        "programme programme_version",
                        "update programme set threshold_told = 25; update programme_version set threshold_told = 25",
                        "programme",
                        Check.A04),
                harm(
                        "what has come in for a line, in its row and its version",
                        "commitments",
                        "call_line call_line_version",
                        "update call_line set matched = matched - 1 where matched > 1;"
                                + "update call_line_version set matched = matched - 1 where matched > 1",
                        "call_line",
                        Check.A04),
                harm(
                        "whether a line is still its commitment's, in its row and its version",
                        "commitments",
                        "call_line call_line_version",
                        "update call_line set after_transfer = not after_transfer;"
                                + "update call_line_version set after_transfer = not after_transfer",
                        "call_line",
                        Check.A04),
                harm(
                        "what is to come of calls, in the books",
                        "commitments",
                        "balance",
                        "update balance set amount = amount + 1 where account = '1100' and amount > 0",
                        "balance",
                        Check.A02,
                        Check.A04),
                harm(
                        "the call of a tranche",
                        "commitments",
                        "tranche",
                        "update tranche set call_id = gen_random_uuid() where call_id is not null",
                        "tranche",
                        Check.A04),
                harm(
                        "a version of a receipt",
                        "commitments",
                        "receipt_version",
                        "update receipt_version set amount = amount + 1",
                        "receipt",
                        Check.A04),
                harm(
                        "what was called, in the call",
                        "commitments",
                        "capital_call capital_call_version",
                        "update capital_call set lines = lines + 1; update capital_call_version set lines = lines + 1",
                        "capital_call",
                        Check.A04),
                harm(
                        "a part of a call, named a fee",
                        "commitments",
                        "capital_call capital_call_version",
                        "update capital_call set components = jsonb_set(components, '{0,type}', '\"FEE\"');"
                                + "update capital_call_version set components = jsonb_set(components, '{0,type}', '\"FEE\"')",
                        "capital_call",
                        Check.A04),
                harm(
                        "the amount of a tranche, which was called whole",
                        "commitments",
                        "tranche tranche_version",
                        "update tranche set amount = amount + 1;update tranche_version set amount = amount + 1",
                        "capital_call",
                        Check.A04),
                harm(
                        "what a fund put into a project",
                        "commitments",
                        "investment",
                        "update investment set amount = amount + 1",
                        "investment",
                        Check.A04),
                harm(
                        "a tranche as the portal shows it",
                        "portal",
                        "raise_tranche",
                        "update raise_tranche set amount = amount + 1",
                        "raise_tranche",
                        Check.A07),
                harm(
                        "what is open of a call, as the portal shows it",
                        "portal",
                        "raise_call",
                        "update raise_call set open = open - 1",
                        "raise_call",
                        Check.A07),
                harm(
                        "an investment that no event tells of",
                        "portal",
                        "raise_investment",
                        "insert into raise_investment select gen_random_uuid(), programme_id, fund_id, project_id,"
                                + " tranche_id, currency, amount, invested_on from raise_investment",
                        "raise_investment",
                        Check.A07),
                harm(
                        "the day on which an investor is to be called",
                        "commitments",
                        "forecast_row",
                        "update forecast_row set due = due + 1",
                        "forecast_row",
                        Check.A04),
                harm(
                        "a version of a fund",
                        "commitments",
                        "fund_version",
                        "update fund_version set cap = 5",
                        "fund",
                        Check.A04),
                harm(
                        "what a fund's commitments come to",
                        "commitments",
                        "fund_total",
                        "update fund_total set committed = committed + 1",
                        "fund_total",
                        Check.A04),
                harm(
                        "a commitment as the portal shows it",
                        "portal",
                        "raise_commitment",
                        "update raise_commitment set amount = amount + 1 where state = 'CANCELLED'",
                        "raise_commitment",
                        Check.A07),
                harm(
                        "a commitment that went over, as the portal shows it",
                        "portal",
                        "raise_commitment",
                        "update raise_commitment set amount = 0 where state = 'TRANSFERRED'",
                        "raise_commitment",
                        Check.A07),
                harm(
                        "what was committed before an amendment",
                        "portal",
                        "raise_change",
                        "update raise_change set amount_before = amount_before + 1 where kind = 'COMMITMENT_AMENDED'",
                        "raise_change",
                        Check.A07),
                harm(
                        "the other end of a transfer",
                        "portal",
                        "raise_change",
                        "update raise_change set other_commitment = null where kind = 'COMMITMENT_TRANSFER_RECEIVED'",
                        "raise_change",
                        Check.A07),
                harm(
                        "an investor that no event tells of",
                        "portal",
                        "raise_investor",
                        "insert into raise_investor values (gen_random_uuid(), 'Nobody', 'OTHER', 'AE', true)",
                        "raise_investor",
                        Check.A07),
                harm(
                        "a person behind an account",
                        "portal",
                        "raise_person",
                        "update raise_person set person_id = gen_random_uuid()",
                        "raise_person",
                        Check.A07),
                harm(
                        "a line of a history taken out",
                        "portal",
                        "raise_change",
                        "delete from raise_change where kind = 'COMMITMENT_RETURNED'",
                        "raise_change",
                        Check.A08),
                harm(
                        "a line of a history",
                        "portal",
                        "raise_change",
                        "update raise_change set reason = 'another' where kind = 'COMMITMENT_RETURNED'",
                        "raise_change",
                        Check.A07),
                harm(
                        "a consumer's mark set too high",
                        "portal",
                        "inbox_mark",
                        "update inbox_mark set sequence = sequence + 1 where topic = 'portal.events'",
                        "inbox_mark",
                        Check.A05,
                        Check.A08),
                harm(
                        "a key stopped for no reason",
                        "portal",
                        "inbox_mark",
                        "update inbox_mark set parked = 'failed' where topic = 'portal.events'",
                        "inbox_mark",
                        Check.A08),
                harm(
                        "to which account a fund is paid, in its row and its version",
                        "commitments",
                        "bank_account bank_account_version",
                        "update bank_account set iban = 'GB82WEST12345698765432';"
                                + "update bank_account_version set iban = 'GB82WEST12345698765432'",
                        "bank_account",
                        Check.A04,
                        Check.A21),
                harm(
                        "to whom a fund's account belongs, in its row and its version",
                        "commitments",
                        "bank_account bank_account_version",
                        "update bank_account set holder = holder || ' SARL';"
                                + "update bank_account_version set holder = holder || ' SARL'",
                        "bank_account",
                        Check.A04),
                harm(
                        "what a notice says, with its hash",
                        "commitments",
                        "notice",
                        "update notice set content = replace(content, 'COBADEFF', 'WESTGB2L');"
                                + "update notice set sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')",
                        "notice",
                        Check.A21),
                harm("a notice taken out", "commitments", "notice", "delete from notice", "notice", Check.A21),
                harm(
                        "the answer kept for an idempotency key",
                        "commitments",
                        "idempotency_key",
                        "update idempotency_key set position = 'commitments/" + new UUID(0, 1) + "/7'",
                        "idempotency_key",
                        Check.A18),
                harm(
                        "a foreign reference",
                        "commitments",
                        "foreign_identity",
                        "update foreign_identity set id = gen_random_uuid()",
                        "foreign_identity",
                        Check.A18),
                harm(
                        "an alert taken out",
                        "notifications",
                        "alert",
                        "delete from alert where alert_id = (select min(alert_id::text)::uuid from delivery)",
                        "alert",
                        Check.A09,
                        Check.A10),
                harm(
                        "alerts of somebody who speaks for an investor taken out",
                        "notifications",
                        "alert",
                        "delete from alert a using grant_held h, notice n where h.account_id = a.recipient_id"
                                + " and h.role = 'INVESTOR' and n.notice_id = a.notice_id and n.published",
                        "alert",
                        Check.A09),
                harm(
                        "an alert of somebody who has no right to it",
                        "notifications",
                        "alert",
                        "insert into alert (alert_id, recipient_id, number, notice_id, created_at, channels, send_at)"
                                + " select gen_random_uuid(), r.recipient_id, 1, n.notice_id, now(), '{PORTAL}', now()"
                                + " from recipient r, notice n"
                                + " where not exists (select from alert a where a.recipient_id = r.recipient_id) limit 1",
                        "alert",
                        Check.A09),
                harm(
                        "what an alert tells of",
                        "notifications",
                        "alert",
                        "update alert a set notice_id = (select notice_id from notice where not exists"
                                + " (select from alert b where b.recipient_id = a.recipient_id"
                                + " and b.notice_id = notice.notice_id) limit 1) where number = 1",
                        "alert",
                        Check.A09),
                harm(
                        "the event that a notice names",
                        "notifications",
                        "notice",
                        "update notice set cause_id = gen_random_uuid() where type = 'CC_01'",
                        "notice",
                        Check.A09),
                harm(
                        "whom a notice is for",
                        "notifications",
                        "notice",
                        "update notice set roles = '{AUDITOR}' where type = 'CC_01'",
                        "notice",
                        Check.A09),
                harm(
                        "what was settled said to be open",
                        "notifications",
                        "notice",
                        "update notice set settled_at = null, settled_by = null where type = 'CM_01'",
                        "notice",
                        Check.A09),
                harm(
                        "what is open said to be settled",
                        "notifications",
                        "notice",
                        "update notice set settled_at = recorded_at, settled_by = cause_id where type = 'CM_02'",
                        "notice",
                        Check.A09),
                harm(
                        "a grant as whoever tells of things knows it",
                        "notifications",
                        "grant_held",
                        "update grant_held set ended_at = given_at where role = 'APPROVER'",
                        "grant_held",
                        Check.A09),
                harm(
                        "a grant that nobody gave",
                        "notifications",
                        "grant_held",
                        "insert into grant_held (grant_id, account_id, role, given_at) values"
                                + " (gen_random_uuid(), gen_random_uuid(), 'VERIFIER', now())",
                        "grant_held",
                        Check.A09),
                harm(
                        "since when an investor takes part",
                        "notifications",
                        "investor_of",
                        "update investor_of set since = since + interval '1 day'",
                        "investor_of",
                        Check.A09),
                harm(
                        "whether a commitment is still its investor's",
                        "notifications",
                        "commitment_of",
                        "update commitment_of set is_held = not is_held",
                        "commitment_of",
                        Check.A09),
                harm(
                        "a tranche that waits said to be released to whoever decides about milestones",
                        "milestones",
                        "tranche",
                        "update tranche set state = 'RELEASED' where state = 'OPEN'",
                        "tranche",
                        Check.A07),
                harm(
                        "a milestone that a tranche is said to rest on",
                        "milestones",
                        "tranche",
                        "update tranche set milestones = '[\"0199c1a2-44f0-7c0e-8a3b-5e2d9b7f4c02\"]'",
                        "tranche",
                        Check.A07),
                harm(
                        "the number of a recipient's last alert",
                        "notifications",
                        "recipient",
                        "update recipient set alerts = 0 where alerts > 0",
                        "alert",
                        Check.A09),
                harm(
                        "a delivery that failed said to have arrived",
                        "notifications",
                        "delivery",
                        "update delivery set state = 'DELIVERED' where state = 'FAILED'",
                        "delivery",
                        Check.A10),
                harm(
                        "what an owner is told of an endpoint, said to be of a mail",
                        "notifications",
                        "notice",
                        "update notice set type = 'NT_01' where type = 'WH_01'",
                        "notice",
                        Check.A09),
                harm(
                        "what an owner is told of an endpoint, made out to be somebody else's",
                        "notifications",
                        "notice",
                        "update notice set account_id = gen_random_uuid() where type = 'WH_01'",
                        "alert",
                        Check.A09),
                harm(
                        "a delivery that waits said to have arrived",
                        "notifications",
                        "delivery",
                        "update delivery set state = 'DELIVERED' where state = 'PENDING' and due_at is null",
                        "delivery",
                        Check.A10),
                harm(
                        "an attempt taken out",
                        "notifications",
                        "delivery_attempt",
                        "delete from delivery_attempt where number = 1",
                        "delivery",
                        Check.A10),
                harm(
                        "what an attempt came to",
                        "notifications",
                        "delivery_attempt",
                        "update delivery_attempt set outcome = 'SOFT' where outcome = 'TAKEN'",
                        "delivery",
                        Check.A10),
                harm(
                        "the alert of a delivery",
                        "notifications",
                        "delivery",
                        "update delivery set alert_id = null where alert_id is not null",
                        "delivery",
                        Check.A10),
                harm(
                        "the target of a delivery",
                        "notifications",
                        "delivery",
                        "update delivery set target_id = gen_random_uuid()",
                        "delivery",
                        Check.A10),
                harm(
                        "a delivery taken out, with its attempts",
                        "notifications",
                        "delivery delivery_attempt",
                        "delete from delivery_attempt using delivery d where d.delivery_id = delivery_attempt.delivery_id"
                                + " and d.state = 'DELIVERED';delete from delivery where state = 'DELIVERED'",
                        "delivery",
                        Check.A10));
    }

    @ParameterizedTest
    @MethodSource("harms")
    @DisplayName("F31: finds what was changed behind the services' back, and names it")
    void finds_harm(Harm harm) throws SQLException {
        try (Tampering tampering =
                new Tampering(deployment, harm.database(), harm.tables().toArray(new String[0]))) {
            for (String change : harm.changes()) {
                tampering.with(change);
            }

            Report report = verify();

            assertThat(broken(report)).as(report.text()).isEqualTo(harm.seenBy());
            assertThat(report.results().stream().flatMap(result -> result.first().stream()))
                    .extracting(Finding::table)
                    .contains(harm.named());
        }
    }

    @Test
    @DisplayName("A21: a line from before there were keys lacks no notice, whenever it comes back to being open")
    void misses_no_notice_of_a_line_that_was_issued_before_there_were_keys() throws SQLException {
        try (Tampering tampering =
                new Tampering(deployment, "commitments", "notice_key", "notice", "call_line_version")) {
            tampering.with("delete from notice");
            tampering.with("update notice_key set made_at = (select max(recorded_at) + interval '1 microsecond'"
                    + " from call_line_version where state = 'ISSUED')");
            tampering.with("insert into call_line_version select (jsonb_populate_record(v, jsonb_build_object("
                    + "'version', v.version + 1000, 'recorded_at', now()))).*"
                    + " from call_line_version v where v.state = 'ISSUED'");

            assertThat(broken(verify())).doesNotContain(Check.A21);
        }
    }

    @Test
    void says_what_to_do_with_a_folder_that_an_earlier_version_has_left() throws SQLException {
        try (Connection connection = deployment.superuser("commitments");
                Statement statement = connection.createStatement()) {
            statement.execute("alter table investment rename to investment_to_come");
            try {
                assertThatExceptionOfType(CannotRun.class)
                        .isThrownBy(VerifyTest::verify)
                        .withMessageContaining("last started by an earlier version")
                        .withMessageContaining("Start Tranche on it once");
            } finally {
                statement.execute("alter table investment_to_come rename to investment");
            }
        }
    }

    @Test
    void calls_events_behind_the_relay_on_their_way_and_not_lost() throws SQLException {
        try (Tampering tampering = new Tampering(deployment, "commitments", "relay_place")) {
            tampering.with("update relay_place set sent_epoch = 0, sent_xid8 = '0'::xid8, sent_seq = 0");

            assertThat(verify().holds()).as("what was sent twice is no news").isTrue();
        }
    }
}
