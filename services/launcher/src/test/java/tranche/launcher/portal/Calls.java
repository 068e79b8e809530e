package tranche.launcher.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Calls made over the API in a fund of their own, which gives no notice and has two investors. */
final class Calls {

    private static final Deployment DEPLOYMENT = Deployment.running();

    /** The first of them in which no test changes anything; it is the demo's investor that it calls upon. */
    private static final Calls STILL = new Calls("Still waters", Raise.horizon().silent);

    final String programme;
    final String fund;

    static Calls still() {
        return STILL;
    }

    /** A fund in which an investor holds three parts of four. */
    Calls(String name, String investor) {
        programme = Raise.programme(name, "100000000000.00");
        fund = Raise.fund(programme, name + " Fund", Map.of("noticeBusinessDays", 0));
        Raise.close(
                fund,
                Raise.accepted(fund, investor, "3000000000.00"),
                Raise.accepted(fund, Raise.investor("Partner in " + name, "OTHER", true), "1000000000.00"));
    }

    /** A draft by hand. */
    String drafted(String amount) {
        return DEPLOYMENT
                .post(
                        Raise.MANAGER,
                        "/capital-calls",
                        Map.of(
                                "fundId",
                                fund,
                                "dueDate",
                                LocalDate.now(ZoneOffset.UTC).plusDays(60).toString(),
                                "purpose",
                                "First tools",
                                "components",
                                List.of(Map.of(
                                        "type", "INVESTMENT", "amount", Map.of("value", amount, "currency", "USD")))))
                .path("id")
                .asText();
    }

    /** A draft whose day, purpose and amount its maker has changed since. */
    String edited(String amount) {
        String call = drafted("12000000.00");
        DEPLOYMENT.patch(
                Raise.MANAGER,
                "/capital-calls/" + call,
                Map.of(
                        "dueDate",
                        LocalDate.now(ZoneOffset.UTC).plusDays(61).toString(),
                        "purpose",
                        "First and second tools",
                        "components",
                        List.of(
                                Map.of("type", "INVESTMENT", "amount", Map.of("value", amount, "currency", "USD")),
                                Map.of("type", "FEE", "amount", Map.of("value", "1.00", "currency", "USD")))));
        return call;
    }

    /** A call that an approver has approved. */
    String approved(String amount) {
        String call = drafted(amount);
        JsonNode read = DEPLOYMENT.get(Raise.APPROVER, "/capital-calls/" + call);
        DEPLOYMENT.post(
                Raise.APPROVER,
                "/capital-calls/" + call + "/approval",
                Map.of("contentHash", read.path("contentHash").asText()));
        return call;
    }

    /** Money comes in for a line of a call, named by its reference. */
    void paid(JsonNode line) {
        DEPLOYMENT.post(
                Raise.MANAGER,
                "/receipts",
                Map.of(
                        "fundId",
                        fund,
                        "bankAccount",
                        "DE89370400440532013000",
                        "entryReference",
                        line.path("id").asText(),
                        "valueDate",
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        "amount",
                        Map.of("value", line.at("/amount/value").asText(), "currency", "USD"),
                        "remittance",
                        line.path("reference").asText()));
    }

    /** The lines of a call, as its staff sees them. */
    List<JsonNode> lines(String call) {
        return DEPLOYMENT
                .get(Raise.APPROVER, "/capital-calls/" + call)
                .path("lines")
                .valueStream()
                .toList();
    }

    /** Money comes in, of which its payer wrote this. */
    String received(String amount, String wrote) {
        return DEPLOYMENT
                .post(
                        Raise.MANAGER,
                        "/receipts",
                        Map.of(
                                "fundId",
                                fund,
                                "bankAccount",
                                "DE89370400440532013000",
                                "entryReference",
                                UUID.randomUUID().toString(),
                                "valueDate",
                                LocalDate.now(ZoneOffset.UTC).toString(),
                                "amount",
                                Map.of("value", amount, "currency", "USD"),
                                "debtorName",
                                "Paying bank",
                                "debtorIban",
                                "GB82WEST12345698765432",
                                "remittance",
                                wrote))
                .path("id")
                .asText();
    }

    /** A call that its investors have to pay. */
    String issued(String amount) {
        String call = approved(amount);
        DEPLOYMENT.post(Raise.MANAGER, "/capital-calls/" + call + "/issue", Map.of());
        return call;
    }
}
