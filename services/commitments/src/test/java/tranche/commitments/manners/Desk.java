package tranche.commitments.manners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.milestone.domain.Site;
import tranche.commitments.milestone.store.SiteRows;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.flow.Flow;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.country.Country;

/** A running service with a programme, and the few steps that every test of the contract begins with. */
final class Desk implements AutoCloseable {

    static final Actor MANAGER = CommitmentsProcess.anybody(Role.FUND_MANAGER);
    static final Actor APPROVER = CommitmentsProcess.anybody(Role.APPROVER);
    static final Actor AUDITOR = CommitmentsProcess.anybody(Role.AUDITOR);

    final CommitmentsProcess service;
    final UUID programme;

    Desk(Path data) throws IOException {
        this(new CommitmentsProcess(data));
    }

    Desk(CommitmentsProcess service) {
        this.service = service;
        programme = made("/programmes", "{\"name\": \"Chips\", \"headlineCurrency\": \"USD\"}")
                .id();
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** An object that a manager makes. */
    Reply made(String collection, String body, String... headers) {
        Reply made = service.post(MANAGER, collection, body, headers);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    String fundBody(String name) {
        return "{\"programmeId\": \"" + programme + "\", \"name\": \"" + name
                + "\", \"baseCurrency\": \"USD\", \"calendar\": \"US\"}";
    }

    UUID fund() {
        return made("/funds", fundBody("Fund")).id();
    }

    UUID investor() {
        return made("/investors", "{\"name\": \"Sovereign fund A\", \"kind\": \"SOVEREIGN_FUND\", \"country\": \"AE\"}")
                .id();
    }

    static String draftBody(UUID fund, UUID investor, String amount) {
        return draftBody(fund, investor, "{\"value\": \"" + amount + "\", \"currency\": \"USD\"}", "");
    }

    /** @param more further fields, each behind a comma */
    static String draftBody(UUID fund, UUID investor, String money, String more) {
        return "{\"fundId\": \"" + fund + "\", \"investorId\": \"" + investor + "\", \"amount\": " + money + more + "}";
    }

    Reply draft(UUID fund, UUID investor, String amount) {
        return made("/commitments", draftBody(fund, investor, amount));
    }

    Reply submitted(UUID fund, UUID investor, String amount) {
        Reply drafted = draft(fund, investor, amount);
        return service.post(
                MANAGER, "/commitments/" + drafted.id() + "/submission", "{\"source\": \"public register\"}");
    }

    Reply accepted(UUID fund, UUID investor, String amount) {
        Reply accepted = service.post(
                APPROVER,
                "/commitments/" + submitted(fund, investor, amount).id() + "/acceptance",
                "{\"closingDate\": \"" + today() + "\"}");
        assertThat(accepted.status()).as(accepted.raw().body()).isEqualTo(200);
        return accepted;
    }

    Reply planned(UUID fund, UUID... commitments) {
        List<String> ids =
                List.of(commitments).stream().map(id -> "\"" + id + "\"").toList();
        return made(
                "/funds/" + fund + "/closings",
                "{\"kind\": \"INITIAL\", \"date\": \"" + today() + "\", \"commitmentIds\": " + ids + "}");
    }

    /** A commitment that is closed today, and so in the journal. */
    Reply closed(UUID fund, UUID investor, String amount) {
        Reply accepted = accepted(fund, investor, amount);
        Reply planned = planned(fund, accepted.id());
        Reply effective = service.post(
                APPROVER,
                "/closings/" + planned.id() + "/approval",
                "{\"contentHash\": \"" + planned.text("contentHash") + "\"}",
                "Idempotency-Key",
                "closing-" + planned.id());
        assertThat(effective.text("state")).as(effective.raw().body()).isEqualTo("EFFECTIVE");
        return service.get(MANAGER, "/commitments/" + accepted.id());
    }

    /** A call that was approved and issued, due in two months. */
    Reply issued(UUID fund, String amount) {
        Reply drafted = made(
                "/capital-calls",
                "{\"fundId\": \"" + fund + "\", \"dueDate\": \"" + today().plusMonths(2)
                        + "\", \"purpose\": \"Fab 1\", \"components\": [{\"type\": \"INVESTMENT\", \"amount\": {\"value\": \""
                        + amount + "\", \"currency\": \"USD\"}}]}");
        String place = "/capital-calls/" + drafted.id();
        service.post(APPROVER, place + "/approval", "{\"contentHash\": \"" + drafted.text("contentHash") + "\"}");
        Reply issued = service.post(MANAGER, place + "/issue", "", "Idempotency-Key", "issue-" + drafted.id());
        assertThat(issued.text("state")).as(issued.raw().body()).isEqualTo("ISSUED");
        return issued;
    }

    /** A draft of a tranche that waits for a day long hence. */
    Reply tranche(UUID fund, String amount) {
        return made(
                "/tranches",
                "{\"fundId\": \"" + fund + "\", \"name\": \"Shell\", \"amount\": {\"value\": \"" + amount
                        + "\", \"currency\": \"USD\"}, \"conditions\": [{\"type\": \"DATE_REACHED\", \"date\": \""
                        + today().plusYears(1) + "\"}]}");
    }

    /** Money of which nobody knows what it is for. */
    Reply received(UUID fund, String amount) {
        return made(
                "/receipts",
                "{\"fundId\": \"" + fund + "\", \"bankAccount\": \"DE89370400440532013000\", \"entryReference\": \""
                        + UUID.randomUUID() + "\", \"valueDate\": \"" + today() + "\", \"amount\": {\"value\": \""
                        + amount
                        + "\", \"currency\": \"USD\"}}",
                "Idempotency-Key",
                "receipt-" + UUID.randomUUID());
    }

    /** What a call's line brought in, put into a project of the programme. */
    Reply invested(UUID fund, UUID of, UUID call, String amount) {
        String reference = service.get(AUDITOR, "/capital-calls/" + call)
                .body()
                .at("/lines/0/reference")
                .asText();
        made(
                "/receipts",
                "{\"fundId\": \"" + fund + "\", \"bankAccount\": \"DE89370400440532013000\", \"entryReference\": \""
                        + UUID.randomUUID() + "\", \"valueDate\": \"" + today()
                        + "\", \"amount\": {\"value\": \"1.00\", \"currency\": \"USD\"}, \"remittance\": \""
                        + reference + "\"}",
                "Idempotency-Key",
                "receipt-" + UUID.randomUUID());
        var site = new Site(UUID.randomUUID(), new ProgrammeId(of), Optional.empty(), new Country("US"), "US-AZ");
        service.bean(Flow.class).writers().together(transaction -> {
            SiteRows.save(transaction.connection(), List.of(site));
            return site;
        });
        return made(
                "/investments",
                "{\"fundId\": \"" + fund + "\", \"projectId\": \"" + site.project() + "\", \"date\": \"" + today()
                        + "\", \"amount\": {\"value\": \"" + amount + "\", \"currency\": \"USD\"}}",
                "Idempotency-Key",
                "investment-" + UUID.randomUUID());
    }

    /** What is wrong with a request's values: {@code pointer code}, or {@code parameter code}. */
    static List<String> errors(Reply refused) {
        List<String> errors = new ArrayList<>();
        for (JsonNode error : refused.body().path("errors")) {
            String where = error.has("pointer")
                    ? error.get("pointer").asText()
                    : error.get("parameter").asText();
            errors.add(where + " " + error.get("code").asText());
        }
        return errors;
    }

    static void assertRefused(Reply refused, int status, String code) {
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(status);
        assertThat(refused.text("type")).endsWith("/problems/" + code);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Override
    public void close() {
        service.close();
    }
}
