package tranche.launcher.portal;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
        return drafted(fund, conditions(90));
    }

    private static JsonNode drafted(String fund, List<Map<String, String>> conditions) {
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
                        conditions));
    }

    /** A tranche that waits for a milestone. Its fund hears of the milestone a moment after it was planned. */
    static String waiting(String fund, String milestone) {
        List<JsonNode> drafted = new ArrayList<>();
        await().pollInSameThread()
                .untilAsserted(() -> drafted.add(
                        drafted(fund, List.of(Map.of("type", "MILESTONE_VERIFIED", "milestoneId", milestone)))));
        return approved(drafted.getLast());
    }

    private static String approved(JsonNode draft) {
        String id = draft.path("id").asText();
        DEPLOYMENT.post(
                Raise.APPROVER,
                "/tranches/" + id + "/approval",
                Map.of("contentHash", draft.path("contentHash").asText()));
        return id;
    }

    /** The page of a tranche that waits for approval. */
    static String tranche(String fund) {
        return "/approvals/tranches/" + drafted(fund).path("id").asText();
    }

    /** The page of a proposal that waits: other conditions for a tranche. */
    static String open(String fund, String reason) {
        String tranche = "/tranches/" + approved(drafted(fund));
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
