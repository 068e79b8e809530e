package tranche.commitments.drawdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.jobs.OverdueJob;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** Funds with closed commitments, and those who call them. Bodies are written with single quotes. */
public final class CallDesk {

    public static final Actor MANAGER = CommitmentsProcess.anybody(Role.FUND_MANAGER);
    public static final Actor APPROVER = CommitmentsProcess.anybody(Role.APPROVER);
    public static final Actor AUDITOR = CommitmentsProcess.anybody(Role.AUDITOR);

    public static final String ACCOUNT = "DE89 3704 0044 0532 0130 00";

    final CommitmentsProcess service;
    final UUID programme;

    public CallDesk(CommitmentsProcess service) {
        this(service, "");
    }

    private CallDesk(CommitmentsProcess service, String more) {
        this.service = service;
        programme = made(MANAGER, "/programmes", "{'name': 'Chips', 'headlineCurrency': 'USD'" + more + "}")
                .id();
    }

    /** One whose programme sets out to raise so much. */
    public static CallDesk raising(CommitmentsProcess service, String target) {
        return new CallDesk(service, ", 'target': " + usd(target));
    }

    public UUID programme() {
        return programme;
    }

    public CommitmentsProcess service() {
        return service;
    }

    /** A fund whose notice is so many business days, with a closed commitment for each amount. */
    public record Fund(UUID id, List<UUID> investors, List<UUID> commitments) {}

    public Fund fund(int notice, String... amounts) {
        return fundIn("USD", notice, amounts);
    }

    public Fund fundIn(String currency, int notice, String... amounts) {
        UUID fund = made(
                        MANAGER,
                        "/funds",
                        "{'programmeId': '" + programme
                                + "', 'name': 'F', 'baseCurrency': '" + currency + "', 'calendar': 'US', 'terms':"
                                + " {'noticeBusinessDays': " + notice + "}}")
                .id();
        List<UUID> investors = new ArrayList<>();
        List<UUID> commitments = new ArrayList<>();
        for (String amount : amounts) {
            UUID investor = made(MANAGER, "/investors", "{'name': 'I', 'kind': 'OTHER', 'country': 'DE'}")
                    .id();
            UUID commitment = made(
                            MANAGER,
                            "/commitments",
                            "{'fundId': '" + fund + "', 'investorId': '" + investor + "', 'amount': {'value': '"
                                    + amount + "', 'currency': '" + currency + "'}}")
                    .id();
            done(MANAGER, "/commitments/" + commitment + "/submission", "{'source': 'public register'}");
            done(APPROVER, "/commitments/" + commitment + "/acceptance", "{'closingDate': '" + today() + "'}");
            investors.add(investor);
            commitments.add(commitment);
        }
        if (!commitments.isEmpty()) {
            String ids = commitments.stream().map(id -> "'" + id + "'").toList().toString();
            Reply planned = made(
                    MANAGER,
                    "/funds/" + fund + "/closings",
                    "{'kind': 'INITIAL', 'date': '" + today() + "', 'commitmentIds': " + ids + "}");
            done(
                    APPROVER,
                    "/closings/" + planned.id() + "/approval",
                    "{'contentHash': '" + planned.text("contentHash") + "'}");
        }
        return new Fund(fund, investors, commitments);
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    public static String usd(String amount) {
        return "{'value': '" + amount + "', 'currency': 'USD'}";
    }

    /** @param components type and amount, turn by turn */
    static String callBody(UUID fund, LocalDate due, String... components) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < components.length; i += 2) {
            parts.add("{'type': '" + components[i] + "', 'amount': " + usd(components[i + 1]) + "}");
        }
        return "{'fundId': '" + fund + "', 'dueDate': '" + due + "', 'purpose': 'Fab 1', 'components': " + parts + "}";
    }

    public Reply drafted(Fund fund, LocalDate due, String... components) {
        return made(MANAGER, "/capital-calls", callBody(fund.id(), due, components));
    }

    public Reply approved(Reply draft) {
        return done(
                APPROVER,
                "/capital-calls/" + draft.id() + "/approval",
                "{'contentHash': '" + draft.text("contentHash") + "'}");
    }

    public Reply issued(Fund fund, LocalDate due, String... components) {
        Reply approved = approved(drafted(fund, due, components));
        return done(MANAGER, "/capital-calls/" + approved.id() + "/issue", "");
    }

    /** A receipt of an amount with what its payer wrote. */
    public Reply received(Fund fund, String amount, String remittance) {
        return made(MANAGER, "/receipts", receiptBody(fund, UUID.randomUUID().toString(), amount, remittance));
    }

    static String receiptBody(Fund fund, String entry, String amount, String remittance) {
        return "{'fundId': '" + fund.id() + "', 'bankAccount': '" + ACCOUNT + "', 'entryReference': '" + entry
                + "', 'valueDate': '" + today() + "', 'amount': " + usd(amount)
                + ", 'debtorName': 'Bank A', 'debtorIban': 'GB82WEST12345698765432'"
                + (remittance.isEmpty() ? "" : ", 'remittance': '" + remittance + "'") + "}";
    }

    public Reply call(UUID id) {
        return service.get(AUDITOR, "/capital-calls/" + id);
    }

    /** What a second person says yes to. */
    public Reply confirmed(Actor proposer, String command, String body) {
        Reply proposed = send(proposer, command, body);
        assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
        return done(
                APPROVER,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{'contentHash': '" + proposed.text("contentHash") + "'}");
    }

    public Reply send(Actor by, String path, String body) {
        return service.post(
                by,
                path,
                body.replace('\'', '"'),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    /** An object's content is changed by a manager. */
    public Reply edit(String path, String body) {
        return service.send(MANAGER, "PATCH", path, body.replace('\'', '"'));
    }

    /** What whoever approves an object as it is now sends along. */
    public String seen(String path) {
        return "{'contentHash': '" + service.get(AUDITOR, path).text("contentHash") + "'}";
    }

    public Reply made(Actor by, String collection, String body) {
        Reply made = send(by, collection, body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    public Reply done(Actor by, String command, String body) {
        Reply done = send(by, command, body);
        assertThat(done.status()).as(done.raw().body()).isEqualTo(200);
        return done;
    }

    public void refused(int status, String code, Reply reply) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
        assertThat(reply.text("type")).endsWith("/problems/" + code);
    }

    /** The balances of a fund by account, of all investors together; accounts that are even are left out. */
    Map<String, String> balances(Fund fund) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JsonNode item : service.get(AUDITOR, "/funds/" + fund.id() + "/balances?limit=500")
                .body()
                .get("items")) {
            sums.merge(
                    item.get("account").asText(),
                    new BigDecimal(item.at("/balance/value").asText()),
                    BigDecimal::add);
        }
        Map<String, String> balances = new TreeMap<>();
        sums.forEach((account, sum) -> {
            if (sum.signum() != 0) {
                balances.put(account, sum.toPlainString());
            }
        });
        return balances;
    }

    JsonNode commitment(Fund fund, int place) {
        return service.get(AUDITOR, "/commitments/" + fund.commitments().get(place))
                .body();
    }

    /** Lets a call's day be another one, as if time had passed. */
    public void turn(UUID call, LocalDate due) {
        change("update capital_call set due_date = '" + due + "' where call_id = '" + call + "'");
        change("update call_line set due_date = '" + due + "' where call_id = '" + call + "'");
    }

    /** What is late by now is told. */
    public void minutePasses() {
        try {
            service.bean(OverdueJob.class).work();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** How much has happened to a fund and all that belongs to it. */
    public long eventsOf(UUID fund) {
        try (Connection connection = service.database.asOwner();
                PreparedStatement count = connection.prepareStatement("select count(*) from event where key = ?")) {
            count.setObject(1, fund);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Lets what happened to a call's lines last have happened the day before. */
    void age(UUID call) {
        change("update call_line set effective_date = effective_date - 1 where call_id = '" + call + "'");
    }

    public void change(String sql) {
        try (Connection connection = service.database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
