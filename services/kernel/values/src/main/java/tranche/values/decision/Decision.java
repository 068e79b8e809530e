package tranche.values.decision;

import java.util.List;
import java.util.Map;

/**
 * The answer of a pure decision: the events that shall be recorded, or the refusal that changes nothing.
 *
 * @param <E> the closed list of events of the feature
 */
public sealed interface Decision<E> {

    /**
     * The command is carried out.
     *
     * @param events in the order in which they are applied and recorded; empty where the command asks for what is
     *     already so
     */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * The rules say no.
     *
     * @param facts what the sentence of the catalogue needs and what the caller gets as members of the problem document,
     *     by name: strings, numbers, or lists of strings; never a person's name
     */
    record Refused<E>(Refusal refusal, Map<String, Object> facts) implements Decision<E> {
        public Refused {
            facts = Map.copyOf(facts);
        }
    }

    @SafeVarargs
    static <E> Decision<E> accepted(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> accepted(List<E> events) {
        return new Accepted<>(events);
    }

    static <E> Decision<E> refused(Refusal refusal) {
        return new Refused<>(refusal, Map.of());
    }

    static <E> Decision<E> refused(Refusal refusal, Map<String, Object> facts) {
        return new Refused<>(refusal, facts);
    }
}
