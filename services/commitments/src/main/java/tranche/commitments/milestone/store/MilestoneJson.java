package tranche.commitments.milestone.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.Outlook;
import tranche.commitments.milestone.domain.Waiver;
import tranche.values.actor.Maker;

/** The parts of a milestone that have parts of their own, as JSON columns. */
final class MilestoneJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MilestoneJson() {}

    static String makers(Collection<Maker> makers) {
        ArrayNode list = JSON.createArrayNode();
        makers.forEach(maker -> list.addObject()
                .put("account", maker.account().toString())
                .put("person", maker.person().toString()));
        return list.toString();
    }

    static List<Maker> makers(String json) {
        return list(read(json), node -> new Maker(id(node, "account"), id(node, "person")));
    }

    static String texts(List<String> texts) {
        ArrayNode list = JSON.createArrayNode();
        texts.forEach(list::add);
        return list.toString();
    }

    static List<String> texts(String json) {
        return list(read(json), JsonNode::asText);
    }

    static String drivers(List<Outlook.Driver> drivers) {
        ArrayNode list = JSON.createArrayNode();
        drivers.forEach(driver -> list.addObject()
                .put("milestoneId", driver.milestone().toString())
                .put("slipDays", driver.slipDays()));
        return list.toString();
    }

    static List<Outlook.Driver> drivers(String json) {
        return list(
                read(json),
                node -> new Outlook.Driver(
                        new MilestoneId(id(node, "milestoneId")),
                        node.get("slipDays").intValue()));
    }

    static String waivers(List<Waiver> waivers) {
        ArrayNode list = JSON.createArrayNode();
        waivers.forEach(waiver -> {
            ObjectNode node = list.addObject()
                    .put("ofAll", waiver.ofAll())
                    .put("since", waiver.since().toString())
                    .put("expires", waiver.expires().toString())
                    .put("event", waiver.event().toString());
            ArrayNode tranches = node.putArray("trancheIds");
            waiver.tranches().forEach(tranche -> tranches.add(tranche.toString()));
        });
        return list.toString();
    }

    static List<Waiver> waivers(String json) {
        return list(
                read(json),
                node -> new Waiver(
                        node.get("ofAll").booleanValue(),
                        new HashSet<>(list(node.get("trancheIds"), tranche -> UUID.fromString(tranche.asText()))),
                        LocalDate.parse(node.get("since").asText()),
                        LocalDate.parse(node.get("expires").asText()),
                        id(node, "event")));
    }

    private static UUID id(JsonNode node, String member) {
        return UUID.fromString(node.get(member).asText());
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> reading) {
        List<T> list = new ArrayList<>();
        node.forEach(element -> list.add(reading.apply(element)));
        return list;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a column that is no JSON", broken);
        }
    }
}
