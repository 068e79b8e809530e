package tranche.launcher.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.money.MoneyText;

/**
 * The input of a worked example, or a part of it, read member by member. Members that no rule asks for are left alone.
 *
 * @param path where the part stands in the example, for instance {@code input/participants/0}
 */
record ExampleInput(String path, JsonNode node) {

    /** The input cannot be read by the rule. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /** The product refuses a value of the input. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** The code of the refusal or finding in the catalogue of errors. */
        private final String code;

        Refused(String code) {
            super(code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    String text(String member) {
        return part(member).asText();
    }

    /** What the part itself says, where it is a string. */
    String asText() {
        if (!node.isTextual()) {
            throw new Unreadable(path + " is not a string");
        }
        return node.textValue();
    }

    Optional<String> optionalText(String member) {
        return has(member) ? Optional.of(text(member)) : Optional.empty();
    }

    long whole(String member) {
        return part(member).asWhole();
    }

    /** What the part itself says, where it is a whole number. */
    long asWhole() {
        if (!node.canConvertToLong() || !node.isIntegralNumber()) {
            throw new Unreadable(path + " is not a whole number");
        }
        return node.longValue();
    }

    LocalDate date(String member) {
        return parsed(member, LocalDate::parse);
    }

    Instant instant(String member) {
        return parsed(member, Instant::parse);
    }

    UUID uuid(String member) {
        return parsed(member, UUID::fromString);
    }

    /** The currency of the member {@code currency}. */
    Currency currency() {
        String code = text("currency");
        if (!Currency.isKnown(code)) {
            throw new Refused("unknown-currency");
        }
        return new Currency(code);
    }

    /** An amount as a caller of the product would write it. */
    Money money(String member, Currency currency) {
        return switch (MoneyText.read(text(member), currency)) {
            case MoneyText.Reading.Amount(Money money) -> money;
            case MoneyText.Reading.Unreadable(List<MoneyText.Finding> findings) ->
                throw new Refused(findings.getFirst().code());
        };
    }

    boolean has(String member) {
        return node.has(member);
    }

    ExampleInput part(String member) {
        JsonNode part = node.get(member);
        if (part == null) {
            throw new Unreadable(path + " has no " + member);
        }
        return new ExampleInput(path + "/" + member, part);
    }

    /** The elements of a list, in its order. */
    List<ExampleInput> list(String member) {
        ExampleInput list = part(member);
        if (!list.node.isArray()) {
            throw new Unreadable(list.path + " is not a list");
        }
        return StreamSupport.stream(list.node.spliterator(), false)
                .map(element -> new ExampleInput(list.path, element))
                .toList();
    }

    /** The elements of a list of strings, in its order; none where there is no such list. */
    List<String> texts(String member) {
        return has(member) ? list(member).stream().map(ExampleInput::asText).toList() : List.of();
    }

    /** The members of an object, in the order in which they are written; none where there is no such object. */
    Map<String, ExampleInput> members(String member) {
        Map<String, ExampleInput> members = new LinkedHashMap<>();
        if (has(member)) {
            ExampleInput object = part(member);
            if (!object.node.isObject()) {
                throw new Unreadable(object.path + " is not an object");
            }
            object.node.fieldNames().forEachRemaining(name -> members.put(name, object.part(name)));
        }
        return members;
    }

    private <T> T parsed(String member, Function<String, T> parser) {
        String text = text(member);
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException notOne) {
            throw new Unreadable(path + "/" + member + " cannot be read: " + text);
        }
    }
}
