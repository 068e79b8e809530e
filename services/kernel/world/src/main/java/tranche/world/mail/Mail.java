package tranche.world.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A mail to one person, as text and as HTML that says the same.
 *
 * <p>No value of a header has a control character: a name with a line break would be a header of its own choosing.
 *
 * @param id its Message-ID without the angle brackets, the same each time it is sent
 * @param date when it was written, the same each time
 * @param headers further ones by name, ASCII
 */
public record Mail(
        String id,
        Instant date,
        Locale language,
        Party from,
        Party to,
        String subject,
        String text,
        String html,
        Map<String, String> headers) {

    /**
     * Who writes or is written to.
     *
     * @param address {@code local@domain}, ASCII
     * @param name may be empty
     */
    public record Party(String name, String address) {
        public Party {
            requireOneLine(name);
            requireOneLine(address);
        }

        /** Keeps the name and the address out of logs. */
        @Override
        public String toString() {
            return "***";
        }
    }

    public Mail {
        headers = Map.copyOf(headers);
        requireOneLine(id);
        requireOneLine(subject);
        headers.forEach((name, value) -> {
            requireOneLine(name);
            requireOneLine(value);
        });
    }

    private static void requireOneLine(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a header's value has a control character");
        }
    }

    /** Keeps what it says out of logs. */
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
