package tranche.portal.listing.page;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the address of a list asks for, part by part. A part that cannot be read is left out and remembered, so that an old
 * or mistyped address still shows a list, which then says so.
 */
public final class Asked {

    /** Longer texts are in no name. */
    private static final int LONGEST_TEXT = 200;

    /** Enough to recognise what was mistyped. */
    private static final int LONGEST_SHOWN = 40;

    private final HttpRequest<?> request;
    private final Map<String, String> unknown = new LinkedHashMap<>();

    public Asked(HttpRequest<?> request) {
        this.request = request;
    }

    /** A part as it stands there; empty where it is not asked for. */
    public Optional<String> given(String name) {
        return request.getParameters().getFirst(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A part that means something; empty where it is not asked for, or not known. */
    public <T> Optional<T> read(String name, Function<String, Optional<T>> reading) {
        Optional<String> given = given(name);
        Optional<T> value = given.flatMap(reading);
        if (value.isEmpty()) {
            given.ifPresent(text -> unknown.put(name, shortened(text)));
        }
        return value;
    }

    /** The parts that were not known, in the order in which they were read. */
    public Map<String, String> unknown() {
        return new LinkedHashMap<>(unknown);
    }

    /** Reads a part of a name. */
    public static Optional<String> text(String text) {
        return Optional.of(text).filter(given -> given.length() <= LONGEST_TEXT);
    }

    /** Reads an id. */
    public static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Reads the code of a constant. */
    public static <E extends Enum<E>> Function<String, Optional<E>> oneOf(E[] values) {
        return code -> {
            String name = code.toUpperCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(values)
                    .filter(value -> value.name().equals(name))
                    .findFirst();
        };
    }

    /** So much of a value as is shown of what was not known. */
    public static String shortened(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }
}
