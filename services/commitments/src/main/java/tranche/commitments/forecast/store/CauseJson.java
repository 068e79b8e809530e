package tranche.commitments.forecast.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.forecast.domain.ForecastCause;
import tranche.commitments.milestone.domain.MilestoneId;

/** Chains of reasons as a JSON column. */
final class CauseJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CauseJson() {}

    static String causes(List<ForecastCause> causes) {
        ArrayNode list = JSON.createArrayNode();
        causes.forEach(cause -> {
            var node = list.addObject()
                    .put("milestoneId", cause.milestone().toString())
                    .put("slipDays", cause.slipDays());
            cause.reason().ifPresent(reason -> node.put("reason", reason));
        });
        return list.toString();
    }

    static List<ForecastCause> causes(String json) {
        List<ForecastCause> causes = new ArrayList<>();
        for (JsonNode node : read(json)) {
            causes.add(new ForecastCause(
                    new MilestoneId(UUID.fromString(node.get("milestoneId").asText())),
                    node.get("slipDays").intValue(),
                    Optional.ofNullable(node.get("reason")).map(JsonNode::asText)));
        }
        return causes;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a column that is no JSON", broken);
        }
    }
}
