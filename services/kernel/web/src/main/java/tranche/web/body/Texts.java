package tranche.web.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Reads JSON's texts, each at its pointer in a part. */
final class Texts {

    /** What stands in where no id was read; it never leaves a body that was checked. */
    static final UUID NO_ID = new UUID(0, 0);

    private Texts() {}

    /** One line of at most {@code most} characters (code points). */
    static Optional<String> line(Part part, String at, JsonNode value, int most) {
        return clean(part, at, value, most, Function.identity(), Texts::isUnfit);
    }

    /** Lines of at most {@code most} characters together, ended by line feeds whatever ended them. */
    static Optional<String> paragraphs(Part part, String at, JsonNode value, int most) {
        return clean(
                part,
                at,
                value,
                most,
                text -> text.replace("\r\n", "\n").replace('\r', '\n'),
                character -> character != '\n' && character != '\t' && isUnfit(character));
    }

    static <T> Optional<T> parsed(
            Part part, String at, JsonNode value, String code, Function<String, Optional<T>> parser) {
        Optional<String> text = text(part, at, value);
        Optional<T> parsed = text.flatMap(parser);
        if (text.isPresent() && parsed.isEmpty()) {
            part.findAt(at, code, Map.of());
        }
        return parsed;
    }

    static <E> Optional<E> oneOf(Part part, String at, JsonNode value, Map<String, E> values) {
        Optional<String> name = text(part, at, value);
        if (name.isPresent() && !values.containsKey(name.get())) {
            part.findAt(at, "not-one-of", Map.of("allowed", String.join(", ", values.keySet())));
        }
        return name.flatMap(text -> Optional.ofNullable(values.get(text)));
    }

    /** Constants by their names. */
    static <E extends Enum<E>> Map<String, E> names(Class<E> type) {
        Map<String, E> names = new LinkedHashMap<>();
        EnumSet.allOf(type).forEach(constant -> names.put(constant.name(), constant));
        return names;
    }

    /** All fields of a part whose names the caller chooses, one line each. */
    static Map<String, String> named(Part part, int most, int mostCharacters) {
        Map<String, String> named = new LinkedHashMap<>();
        if (part.names().size() > most) {
            part.findAt(part.place(), "too-many-items", Map.of("max", most));
            part.names().forEach(part::value);
            return named;
        }
        part.names()
                .forEach(name -> part.optional(name, value -> line(part, part.pointer(name), value, mostCharacters))
                        .ifPresent(text -> named.put(name, text)));
        return named;
    }

    private static Optional<String> clean(
            Part part, String at, JsonNode value, int most, Function<String, String> lines, IntPredicate unfit) {
        Optional<String> given = text(part, at, value);
        if (given.isEmpty()) {
            return given;
        }
        String text = Normalizer.normalize(lines.apply(given.get()).strip(), Normalizer.Form.NFC);
        if (text.codePoints().allMatch(Texts::isUnseen)) {
            part.findAt(at, "blank", Map.of());
        } else if (text.codePoints().anyMatch(unfit)) {
            part.findAt(at, "unfit-character", Map.of());
        } else if (text.codePointCount(0, text.length()) > most) {
            part.findAt(at, "too-long", Map.of("max", most));
        } else {
            return Optional.of(text);
        }
        return Optional.empty();
    }

    private static boolean isUnseen(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    /**
     * Characters that no name or sentence needs and that spoil a log, a page or a database: controls, halves of a
     * surrogate pair, line and paragraph separators, and the marks that turn the direction of what follows.
     */
    private static boolean isUnfit(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        };
    }

    private static Optional<String> text(Part part, String at, JsonNode value) {
        if (!value.isTextual()) {
            part.wrongType(at, "string");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }
}
