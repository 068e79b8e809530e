package tranche.values.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.values.vectors.Vectors;
import tranche.values.vectors.Vectors.Vector;

class AllocationVectorsTest {

    static List<Vector> totals() {
        return Vectors.of("alloc");
    }

    static List<Vector> calls() {
        return Vectors.of("call");
    }

    @ParameterizedTest
    @MethodSource("totals")
    void shares_a_total(Vector vector) {
        String currency = vector.input().get("currency").textValue();
        JsonNode caps = vector.input().path("caps");
        List<Participant> participants = new ArrayList<>();
        for (JsonNode node : vector.input().get("participants")) {
            String key = node.get("key").textValue();
            var one = Participant.of(key, Money.of(currency, node.get("weight").textValue()));
            participants.add(
                    caps.has(key)
                            ? one.cappedAt(Money.of(currency, caps.get(key).textValue()))
                            : one);
        }

        switch (Allocation.of(Money.of(currency, vector.input().get("total").textValue()), participants)) {
            case Allocation.Shares(var byKey, var _) ->
                assertThat(plain(byKey)).isEqualTo(texts(vector.expected().get("allocation")));
            case Allocation.Refused(var refusal) ->
                assertThat(refusal.code())
                        .isEqualTo(vector.expected().path("error").textValue());
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void shares_each_component_of_a_call_by_itself(Vector vector) {
        String currency = vector.input().get("currency").textValue();
        List<Participant> participants = new ArrayList<>();
        texts(vector.input().get("commitments"))
                .forEach((key, amount) -> participants.add(Participant.of(key, Money.of(currency, amount))));
        List<Component> components = new ArrayList<>();
        for (JsonNode node : vector.input().get("components")) {
            Set<String> without = new HashSet<>();
            node.path("without").forEach(key -> without.add(key.textValue()));
            components.add(new Component(
                    node.get("type").textValue(),
                    Money.of(currency, node.get("amount").textValue()),
                    without));
        }

        var drawn = (Lines.Drawn) Lines.of(participants, components);

        assertThat(plain(drawn.byKey())).isEqualTo(texts(vector.expected().get("lines")));
        assertThat(drawn.total().plain())
                .isEqualTo(vector.expected().get("total").textValue());
        List<Map.Entry<String, Map<String, String>>> expected = new ArrayList<>();
        for (JsonNode node : vector.expected().get("components")) {
            expected.add(Map.entry(node.get("type").textValue(), texts(node.get("allocation"))));
        }
        assertThat(drawn.components())
                .extracting(component -> Map.entry(component.type(), plain(component.byKey())))
                .isEqualTo(expected);
    }

    private static Map<String, String> plain(SortedMap<String, Money> byKey) {
        Map<String, String> plain = new TreeMap<>();
        byKey.forEach((key, money) -> plain.put(key, money.plain()));
        return plain;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().textValue()));
        return texts;
    }
}
