package tranche.commitments.drawdown.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.commitments.drawdown.domain.CallComponent;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallLineId;
import tranche.commitments.drawdown.domain.ComponentType;
import tranche.commitments.drawdown.domain.Held;
import tranche.commitments.drawdown.domain.Match;
import tranche.commitments.drawdown.domain.Share;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.actor.Maker;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.money.Reckoning;

/** The parts of calls, lines and receipts that have parts of their own, as JSON columns. */
final class DrawdownJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DrawdownJson() {}

    static String components(List<CallComponent> components) {
        return list(
                components,
                (component, node) ->
                        node.put("type", component.type().name()).put("amount", plain(component.amount())));
    }

    static List<CallComponent> components(String json, Currency currency) {
        return read(json, node -> new CallComponent(ComponentType.valueOf(text(node, "type")), money(node, currency)));
    }

    static String shares(List<Share> shares) {
        return list(shares, (share, node) -> {
            Reckoning how = share.reckoning();
            node.put("type", share.type().name())
                    .put("amount", plain(share.amount()))
                    .put("total", how.total().toString())
                    .put("weight", how.weight().toString())
                    .put("weights", how.weights().toString())
                    .put("quotient", how.quotient().toString())
                    .put("remainder", how.remainder().toString())
                    .put("unit", how.unit())
                    .put("capped", how.capped());
            how.cap().ifPresent(cap -> node.put("cap", cap.toString()));
        });
    }

    static List<Share> shares(String json, Currency currency) {
        return read(
                json,
                node -> new Share(
                        ComponentType.valueOf(text(node, "type")),
                        money(node, currency),
                        new Reckoning(
                                whole(node, "total"),
                                whole(node, "weight"),
                                whole(node, "weights"),
                                whole(node, "quotient"),
                                whole(node, "remainder"),
                                node.get("unit").asBoolean(),
                                Optional.ofNullable(node.get("cap")).map(cap -> new BigInteger(cap.asText())),
                                node.get("capped").asBoolean())));
    }

    static String matches(List<Match> matches) {
        return list(
                matches,
                (match, node) -> node.put("callId", match.call().toString())
                        .put("lineId", match.line().toString())
                        .put("amount", plain(match.amount())));
    }

    static List<Match> matches(String json, Currency currency) {
        return read(
                json,
                node -> new Match(
                        new CallId(UUID.fromString(text(node, "callId"))),
                        new CallLineId(UUID.fromString(text(node, "lineId"))),
                        money(node, currency)));
    }

    /** What a receipt's matches contain if it settles a line of the call. */
    static String ofCall(CallId call) {
        ArrayNode list = JSON.createArrayNode();
        list.addObject().put("callId", call.toString());
        return list.toString();
    }

    static String held(List<Held> held) {
        return list(
                held,
                (one, node) -> node.put("investorId", one.investor().toString()).put("amount", plain(one.amount())));
    }

    static List<Held> held(String json, Currency currency) {
        return read(
                json,
                node -> new Held(new InvestorId(UUID.fromString(text(node, "investorId"))), money(node, currency)));
    }

    static String makers(Set<Maker> makers) {
        ArrayNode list = JSON.createArrayNode();
        makers.stream()
                .map(maker -> maker.account() + "/" + maker.person())
                .sorted()
                .forEach(list::add);
        return list.toString();
    }

    static Set<Maker> makers(String json) {
        return read(json, node -> {
                    String[] parts = node.asText().split("/", -1);
                    return new Maker(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
                })
                .stream()
                .collect(Collectors.toSet());
    }

    static String ids(Collection<UUID> ids) {
        ArrayNode list = JSON.createArrayNode();
        ids.forEach(id -> list.add(id.toString()));
        return list.toString();
    }

    static List<UUID> ids(String json) {
        return read(json, node -> UUID.fromString(node.asText()));
    }

    private static <T> String list(List<T> parts, BiConsumer<T, ObjectNode> writer) {
        ArrayNode list = JSON.createArrayNode();
        parts.forEach(part -> writer.accept(part, list.addObject()));
        return list.toString();
    }

    private static <T> List<T> read(String json, Function<JsonNode, T> reader) {
        try {
            List<T> parts = new ArrayList<>();
            JSON.readTree(json).forEach(node -> parts.add(reader.apply(node)));
            return parts;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    private static BigInteger whole(JsonNode node, String field) {
        return new BigInteger(text(node, field));
    }

    private static String plain(Money money) {
        return money.value().toPlainString();
    }

    private static Money money(JsonNode node, Currency currency) {
        return new Money(currency, new BigDecimal(text(node, "amount")));
    }
}
