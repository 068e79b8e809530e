package tranche.launcher.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import tranche.values.money.Allocation;
import tranche.values.money.AllocationRefusal;
import tranche.values.money.Component;
import tranche.values.money.Currency;
import tranche.values.money.Lines;
import tranche.values.money.Money;
import tranche.values.money.Participant;

/** Shares of a whole (rule D-20). */
final class SharingRules {

    private SharingRules() {}

    /** {@code alloc}: a total among participants, with or without caps. */
    static Map<String, Object> total(ExampleInput input) {
        Currency currency = input.currency();
        Map<String, ExampleInput> caps = input.members("caps");
        List<Participant> participants = new ArrayList<>();
        for (ExampleInput one : input.list("participants")) {
            var uncapped = Participant.of(one.text("key"), one.money("weight", currency));
            participants.add(
                    caps.containsKey(uncapped.key())
                            ? uncapped.cappedAt(input.part("caps").money(uncapped.key(), currency))
                            : uncapped);
        }
        return switch (Allocation.of(input.money("total", currency), participants)) {
            case Allocation.Shares(SortedMap<String, Money> byKey, var _) -> Map.of("allocation", plain(byKey));
            case Allocation.Refused(AllocationRefusal refusal) -> throw new ExampleInput.Refused(refusal.code());
        };
    }

    /** {@code call}: components, each among those who are not without it, and the lines. */
    static Map<String, Object> components(ExampleInput input) {
        Currency currency = input.currency();
        ExampleInput commitments = input.part("commitments");
        List<Participant> participants = input.members("commitments").keySet().stream()
                .map(key -> Participant.of(key, commitments.money(key, currency)))
                .toList();
        List<Component> components = input.list("components").stream()
                .map(one -> new Component(
                        one.text("type"), one.money("amount", currency), Set.copyOf(one.texts("without"))))
                .toList();
        return switch (Lines.of(participants, components)) {
            case Lines.Drawn drawn -> drawn(drawn);
            case Lines.Refused(String _, AllocationRefusal refusal) -> throw new ExampleInput.Refused(refusal.code());
        };
    }

    private static Map<String, Object> drawn(Lines.Drawn drawn) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "components",
                drawn.components().stream()
                        .map(component -> Map.of("type", component.type(), "allocation", plain(component.byKey())))
                        .toList());
        result.put("lines", plain(drawn.byKey()));
        result.put("total", drawn.total().plain());
        return result;
    }

    static Map<String, String> plain(SortedMap<String, Money> byKey) {
        Map<String, String> plain = new LinkedHashMap<>();
        byKey.forEach((key, money) -> plain.put(key, money.plain()));
        return plain;
    }
}
