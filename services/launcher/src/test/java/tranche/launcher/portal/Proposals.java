package tranche.launcher.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What waits for a second person in a fund. */
final class Proposals {

    private static final Deployment DEPLOYMENT = Deployment.running();

    private Proposals() {}

    private static List<Map<String, String>> conditions(int days) {
        String date = LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
        return List.of(Map.of("type", "DATE_REACHED", "date", date));
    }

    private static JsonNode drafted(String fund) {
        return DEPLOYMENT.post(
                Raise.MANAGER,
                "/tranches",
                Map.of(
                        "fundId",
                        fund,
                        "name",
                        "Tools",
                        "amount",
                        Map.of("value", "1000000.00", "currency", "USD"),
                        "conditions",
                        conditions(90)));
    }

    /** The page of a tranche that waits for approval. */
    static String tranche(String fund) {
        return "/approvals/tranches/" + drafted(fund).path("id").asText();
    }

    /** The page of a proposal that waits: other conditions for a tranche. */
    static String open(String fund, String reason) {
        JsonNode draft = drafted(fund);
        String tranche = "/tranches/" + draft.path("id").asText();
        DEPLOYMENT.post(
                Raise.APPROVER,
                tranche + "/approval",
                Map.of("contentHash", draft.path("contentHash").asText()));
        JsonNode proposed = DEPLOYMENT.post(
                Raise.MANAGER, tranche + "/amend", Map.of("reason", reason, "conditions", conditions(120)));
        return "/approvals/commitments/" + proposed.path("approvalId").asText();
    }

    /** The page of a proposal that waits: another amount for a commitment. */
    static String amendment(String commitment, String amount) {
        JsonNode proposed = DEPLOYMENT.post(
                Raise.MANAGER,
                "/commitments/" + commitment + "/amendments",
                Map.of("amount", Map.of("value", amount, "currency", "USD"), "reason", "A second building"));
        return "/approvals/commitments/" + proposed.path("approvalId").asText();
    }
}
