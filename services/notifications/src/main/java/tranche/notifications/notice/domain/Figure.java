package tranche.notifications.notice.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.values.money.Money;

/** A gap of an alert's text, kept as what it is: each reader has it in his own language. */
public sealed interface Figure {

    record Amount(Money money) implements Figure {}

    /** What part is of the whole, which is not zero: kept as both, and divided when it is read. */
    record Share(Money part, Money whole) implements Figure {}

    record Day(LocalDate date) implements Figure {}

    record Count(int number) implements Figure {}

    /** A code that the text chooses by, or what somebody wrote. */
    record Words(String text) implements Figure {}

    /** What is called by a name: the name is looked up when it is read. */
    record Named(UUID id) implements Figure {}

    /**
     * An investor that takes part in what is told beside the one whose alert it is: those who may see it read its name, all others
     * that there is one.
     */
    record Party(UUID investor) implements Figure {}

    /** Several that are called by names, in the order in which they are said; where there are none, nothing is said. */
    record AllNamed(List<UUID> ids) implements Figure {
        public AllNamed {
            ids = List.copyOf(ids);
        }
    }

    /** Several codes that each have a word in the reader's language, for instance {@code evidence.PHOTO}; as with names. */
    record Codes(List<String> codes) implements Figure {
        public Codes {
            codes = List.copyOf(codes);
        }
    }

    /** What is said once for each of several: the gaps of a sentence of its own. */
    record Repeated(List<Map<String, Figure>> each) implements Figure {
        public Repeated {
            each = each.stream().map(Map::copyOf).toList();
        }
    }

    /** The ids whose names stand in the gap. */
    default Stream<UUID> named() {
        return switch (this) {
            case Named(UUID id) -> Stream.of(id);
            case AllNamed(List<UUID> ids) -> ids.stream();
            case Repeated(List<Map<String, Figure>> each) ->
                each.stream().flatMap(gaps -> gaps.values().stream()).flatMap(Figure::named);
            case Amount _, Share _, Day _, Count _, Words _, Party _, Codes _ -> Stream.empty();
        };
    }
}
