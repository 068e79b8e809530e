package tranche.milestones.milestone.store;

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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tranche.milestones.milestone.domain.Claim;
import tranche.milestones.milestone.domain.Evidence;
import tranche.milestones.milestone.domain.EvidenceKind;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.Waiver;
import tranche.milestones.slip.domain.Link;
import tranche.values.actor.Maker;

/** The parts of a milestone that have parts of their own, as JSON columns. */
final class MilestoneJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MilestoneJson() {}

    static String kinds(List<EvidenceKind> kinds) {
        return texts(kinds, EvidenceKind::name);
    }

    static List<EvidenceKind> kinds(String json) {
        return list(json, node -> EvidenceKind.valueOf(node.asText()));
    }

    static String ids(List<UUID> ids) {
        return texts(ids, UUID::toString);
    }

    static List<UUID> ids(String json) {
        return list(json, node -> UUID.fromString(node.asText()));
    }

    static String links(List<Link<MilestoneId>> links) {
        ArrayNode list = JSON.createArrayNode();
        links.forEach(link -> list.addObject()
                .put("milestoneId", link.predecessor().toString())
                .put("lagDays", link.lagDays()));
        return list.toString();
    }

    static List<Link<MilestoneId>> links(String json) {
        return list(
                json,
                node -> new Link<>(
                        new MilestoneId(UUID.fromString(node.get("milestoneId").asText())),
                        node.get("lagDays").intValue()));
    }

    static String claim(Claim claim) {
        ObjectNode node =
                JSON.createObjectNode().put("date", claim.date().toString()).put("by", text(claim.by()));
        ArrayNode evidence = node.putArray("evidence");
        claim.evidence()
                .forEach(piece -> evidence.addObject()
                        .put("id", piece.id().toString())
                        .put("kind", piece.kind().name())
                        .put("sha256", piece.sha256())
                        .put("size", piece.size())
                        .put("mediaType", piece.mediaType()));
        ArrayNode verifications = node.putArray("verifications");
        claim.verifications()
                .forEach(one -> verifications
                        .addObject()
                        .put("by", text(one.by()))
                        .put("achieved", one.achieved().toString()));
        return node.toString();
    }

    static Claim claim(String json) {
        JsonNode node = read(json);
        return new Claim(
                LocalDate.parse(node.get("date").asText()),
                maker(node.get("by")),
                list(
                        node.get("evidence"),
                        piece -> new Evidence(
                                UUID.fromString(piece.get("id").asText()),
                                EvidenceKind.valueOf(piece.get("kind").asText()),
                                piece.get("sha256").asText(),
                                piece.get("size").longValue(),
                                piece.get("mediaType").asText())),
                list(
                        node.get("verifications"),
                        one -> new Claim.Verification(
                                maker(one.get("by")),
                                LocalDate.parse(one.get("achieved").asText()))));
    }

    static String waivers(List<Waiver> waivers) {
        ArrayNode list = JSON.createArrayNode();
        waivers.forEach(waiver -> {
            ObjectNode node = list.addObject().put("expires", waiver.expires().toString());
            if (!waiver.isOfAll()) {
                ArrayNode tranches = node.putArray("trancheIds");
                waiver.tranches().forEach(tranche -> tranches.add(tranche.toString()));
            }
        });
        return list.toString();
    }

    static List<Waiver> waivers(String json) {
        return list(
                json,
                node -> new Waiver(
                        reach(node), LocalDate.parse(node.get("expires").asText())));
    }

    private static Waiver.Reach reach(JsonNode waiver) {
        return waiver.has("trancheIds")
                ? new Waiver.OfTranches(list(waiver.get("trancheIds"), id -> UUID.fromString(id.asText())))
                : new Waiver.OfAll();
    }

    static String hands(Set<Maker> hands) {
        return texts(hands.stream().map(MilestoneJson::text).sorted().toList(), hand -> hand);
    }

    static Set<Maker> hands(String json) {
        return new HashSet<>(list(json, MilestoneJson::maker));
    }

    private static String text(Maker maker) {
        return maker.account() + "/" + maker.person();
    }

    private static Maker maker(JsonNode text) {
        String[] parts = text.asText().split("/", -1);
        return new Maker(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
    }

    private static <T> String texts(Collection<T> items, Function<T, String> text) {
        ArrayNode list = JSON.createArrayNode();
        items.forEach(item -> list.add(text.apply(item)));
        return list.toString();
    }

    private static <T> List<T> list(String json, Function<JsonNode, T> reader) {
        return list(read(json), reader);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> items = new ArrayList<>();
        array.forEach(item -> items.add(reader.apply(item)));
        return items;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
