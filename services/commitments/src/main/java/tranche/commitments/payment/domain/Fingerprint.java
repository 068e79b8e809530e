package tranche.commitments.payment.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What people read to each other by telephone before they pay: the first 80 bits of the SHA-256 over an account's holder,
 * bank, number and currency. What somebody else writes the same way has the same one, whatever spaces and case.
 *
 * @param text five groups of four hexadecimal digits in capitals, for instance {@code 7F2A 91C4 0B3E D8A6 52C9}
 */
public record Fingerprint(String text) {

    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    private static final Pattern SHAPE = Pattern.compile("[0-9A-F]{4}(?: [0-9A-F]{4}){4}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    public Fingerprint {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("no fingerprint: " + text);
        }
    }

    /** The fingerprint of an account: its four parts, normalised, each on a line of its own, as UTF-8. */
    public static Fingerprint of(BankDetails details) {
        String parts = String.join(
                "\n",
                List.of(
                        normalised(details.holder()),
                        details.bic().whole(),
                        details.iban().text(),
                        details.currency().code()));
        String hex = HexFormat.of().withUpperCase().formatHex(sha256(parts), 0, GROUPS * GROUP / 2);
        return new Fingerprint(IntStream.range(0, GROUPS)
                .mapToObj(group -> hex.substring(group * GROUP, (group + 1) * GROUP))
                .collect(Collectors.joining(" ")));
    }

    /** Compatibility forms, blanks and case do not count (Unicode NFKC). */
    private static String normalised(String holder) {
        String composed = Normalizer.normalize(holder, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return BLANKS.matcher(composed).replaceAll(" ").strip();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
