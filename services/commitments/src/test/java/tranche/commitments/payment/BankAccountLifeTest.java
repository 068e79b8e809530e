package tranche.commitments.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.AUDITOR;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.today;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk;
import tranche.commitments.drawdown.CallDesk.Fund;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

@DisplayName("§2.2: a fund's bank account")
class BankAccountLifeTest {

    private static final String FIRST = "{'holder': 'Fab Fund I', 'iban': 'de89 3704 0044 0532 0130 00',"
            + " 'bic': 'cobadeff', 'currency': 'USD'}";
    private static final String SECOND =
            "{'holder': 'Fab Fund I', 'iban': 'GB82WEST12345698765432', 'bic': 'WESTGB2LXXX', 'currency': 'USD'}";

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

    private static Reply proposed(Fund fund, String body) {
        return desk.made(MANAGER, "/funds/" + fund.id() + "/bank-accounts", body);
    }

    private static Reply approved(Reply proposed) {
        return desk.done(
                APPROVER,
                "/bank-accounts/" + proposed.id() + "/approval",
                "{'contentHash': '" + proposed.text("contentHash") + "'}");
    }

    private static JsonNode payment(Reply call) {
        return call.body().get("payment");
    }

    @Test
    @DisplayName("BK-01: the first holds at once, a change a day later; an issued call keeps the account of its issue")
    void holds_at_once_and_then_a_day_later() {
        Fund fund = desk.fund(0, "100.00");
        Reply before = desk.drafted(fund, today(), "INVESTMENT", "10.00");
        assertThat(payment(before).isNull()).isTrue();

        Reply first = approved(proposed(fund, FIRST));

        assertThat(first.text("state")).isEqualTo("ACTIVE");
        assertThat(first.text("iban")).isEqualTo("DE89370400440532013000");
        assertThat(first.text("bic")).isEqualTo("COBADEFF");
        assertThat(first.text("effectiveFrom")).isEqualTo(first.text("recordedAt"));
        Reply issued = desk.issued(fund, today(), "INVESTMENT", "10.00");
        assertThat(payment(issued).get("fingerprint").asText()).isEqualTo(first.text("fingerprint"));
        assertThat(payment(issued).get("last4").asText()).isEqualTo("3000");

        Reply second = approved(proposed(fund, SECOND));

        assertThat(Duration.between(
                        Instant.parse(second.text("recordedAt")), Instant.parse(second.text("effectiveFrom"))))
                .isEqualTo(Duration.ofHours(24));
        assertThat(payment(desk.call(before.id())).get("fingerprint").asText()).isEqualTo(first.text("fingerprint"));
        desk.change(
                "update bank_account set effective_from = recorded_at where bank_account_id = '" + second.id() + "'");
        assertThat(payment(desk.call(before.id())).get("fingerprint").asText()).isEqualTo(second.text("fingerprint"));
        assertThat(payment(desk.call(issued.id())).get("fingerprint").asText()).isEqualTo(first.text("fingerprint"));
    }

    @Test
    @DisplayName("§8.1: the instructions that a notice promised are told with its line, once there is an account")
    void tells_the_instructions_that_followed() {
        Fund fund = desk.fund(0, "100.00");
        Reply call = desk.issued(fund, today(), "INVESTMENT", "10.00");
        assertThat(payment(desk.call(call.id())).isNull()).isTrue();
        Reply first = approved(proposed(fund, FIRST));
        Reply second = approved(proposed(fund, SECOND));
        desk.change(
                "update bank_account set effective_from = recorded_at where bank_account_id = '" + second.id() + "'");
        Actor investor = CommitmentsProcess.with(
                Role.INVESTOR, Scope.ofInvestor(fund.investors().getFirst()));

        for (Actor reader : List.of(AUDITOR, investor)) {
            JsonNode told = payment(service.get(reader, "/capital-calls/" + call.id()));
            assertThat(told.get("fingerprint").asText()).isEqualTo(first.text("fingerprint"));
            assertThat(told.get("holder").asText()).isEqualTo("Fab Fund I");
            assertThat(told.get("iban").asText()).isEqualTo("DE89370400440532013000");
            assertThat(told.get("bic").asText()).isEqualTo("COBADEFF");
        }
        Reply later = desk.issued(fund, today(), "INVESTMENT", "10.00");
        assertThat(payment(desk.call(later.id())).get("fingerprint").asText()).isEqualTo(second.text("fingerprint"));
        assertThat(payment(desk.call(later.id())).get("iban").isNull())
                .as("its number is on the notice")
                .isTrue();
    }

    @Test
    @DisplayName("what nobody answered for 72 hours has lapsed, and waits for nobody")
    void lapses() {
        Fund fund = desk.fund(0);
        Reply proposal = proposed(fund, FIRST);
        String one = "/bank-accounts/" + proposal.id();
        String waiting = "/bank-accounts?state=PROPOSED&limit=500";
        assertThat(service.get(APPROVER, waiting).raw().body())
                .contains(proposal.id().toString());

        for (String table : List.of("bank_account", "bank_account_version")) {
            desk.change("update " + table + " set recorded_at = recorded_at - interval '72 hours'"
                    + " where bank_account_id = '" + proposal.id() + "'");
        }

        Reply late = desk.send(APPROVER, one + "/approval", "{'contentHash': '" + proposal.text("contentHash") + "'}");
        desk.refused(409, "invalid-state", late);
        assertThat(late.text("state")).isEqualTo("LAPSED");
        assertThat(service.get(AUDITOR, one).text("state")).isEqualTo("LAPSED");
        assertThat(service.get(AUDITOR, one).body().get("allowed")).isEmpty();
        assertThat(service.get(APPROVER, waiting).raw().body())
                .doesNotContain(proposal.id().toString());
        assertThat(service.get(APPROVER, "/bank-accounts?state=LAPSED&limit=500")
                        .raw()
                        .body())
                .contains(proposal.id().toString());
    }

    @Test
    @DisplayName("R11: account numbers are the staff's to read; an investor of the fund sees none here")
    void shows_numbers_to_staff_alone() {
        Fund fund = desk.fund(0, "100.00");
        Reply account = proposed(fund, FIRST);
        Actor investor = CommitmentsProcess.with(
                Role.INVESTOR, Scope.ofInvestor(fund.investors().getFirst()));
        Actor stranger = CommitmentsProcess.anybody(Role.STAKEHOLDER);
        String list = "/funds/" + fund.id() + "/bank-accounts";

        assertThat(service.get(AUDITOR, "/bank-accounts/" + account.id()).text("iban"))
                .startsWith("DE89");
        assertThat(service.get(APPROVER, list).body().get("items")).hasSize(1);
        desk.refused(404, "not-found", service.get(investor, "/bank-accounts/" + account.id()));
        desk.refused(403, "forbidden", service.get(investor, list));
        desk.refused(404, "not-found", service.get(stranger, list));
        desk.refused(403, "forbidden", desk.send(investor, list, FIRST));
    }

    @Test
    @DisplayName(
            "an event tells of an account its fingerprint and its hash: beside a part of its number they would give it away")
    void tells_no_number_in_an_event() {
        Fund fund = desk.fund(0);
        Reply account = approved(proposed(fund, FIRST));

        Reply events = service.get(AUDITOR, "/audit/events?aggregateId=" + account.id());

        assertThat(events.body().get("items")).hasSize(2);
        assertThat(events.raw().body())
                .contains("PaymentInstructionsChanged", account.text("fingerprint"), account.text("contentHash"))
                .doesNotContain("DE89", "0532013000", "last4", "\"3000\"", "COBADEFF", "Fab Fund I");
    }

    @Test
    @DisplayName("D-6: what was changed behind the service's back is neither shown nor printed")
    void shows_nothing_that_was_not_approved() {
        Fund fund = desk.fund(0, "100.00");
        Reply account = approved(proposed(fund, FIRST));
        Reply draft = desk.approved(desk.drafted(fund, today(), "INVESTMENT", "10.00"));
        List<String> tables = List.of("bank_account", "bank_account_version");
        String where = "' where bank_account_id = '" + account.id() + "'";

        tables.forEach(table -> desk.change("update " + table + " set iban = 'GB82WEST12345698765432" + where));

        assertThat(service.get(AUDITOR, "/bank-accounts/" + account.id()).status())
                .isEqualTo(500);
        assertThat(service.get(AUDITOR, "/funds/" + fund.id() + "/bank-accounts")
                        .status())
                .isEqualTo(500);
        assertThat(desk.send(MANAGER, "/capital-calls/" + draft.id() + "/issue", "")
                        .status())
                .isEqualTo(500);
        tables.forEach(table -> desk.change("update " + table + " set iban = '" + account.text("iban") + where));
        assertThat(desk.done(MANAGER, "/capital-calls/" + draft.id() + "/issue", "")
                        .text("state"))
                .isEqualTo("ISSUED");
    }

    @Test
    void tells_all_that_is_wrong_with_what_is_proposed_at_once() {
        Fund fund = desk.fund(0);
        String list = "/funds/" + fund.id() + "/bank-accounts";

        Reply wrong = desk.send(
                MANAGER, list, "{'holder': '', 'iban': 'DE88370400440532013000', 'bic': 'NO', 'currency': 'USX'}");

        desk.refused(422, "validation", wrong);
        assertThat(wrong.body().get("errors")).hasSize(4);
        desk.refused(422, "currency-not-the-funds", desk.send(MANAGER, list, FIRST.replace("USD", "EUR")));
    }

    @Test
    void is_read_as_it_was_known_and_exported() {
        Fund fund = desk.fund(0);
        Reply proposal = proposed(fund, FIRST);
        approved(proposal);

        assertThat(service.get(AUDITOR, "/bank-accounts/" + proposal.id() + "?knownAt=" + proposal.text("recordedAt"))
                        .text("state"))
                .isEqualTo("PROPOSED");
        assertThat(service.get(AUDITOR, "/funds/" + fund.id() + "/bank-accounts", "Accept", "text/csv")
                        .raw()
                        .body()
                        .lines())
                .hasSize(2);
    }
}
