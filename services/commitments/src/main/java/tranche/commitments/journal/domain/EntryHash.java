package tranche.commitments.journal.domain;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a journal entry and of all entries before it in the fund's chain.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record EntryHash(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");
    private static final HexFormat HEX = HexFormat.of();

    /** What the first entry of a fund follows: 32 zero bytes. */
    public static final EntryHash GENESIS = of(new byte[32]);

    public EntryHash {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("not 64 hexadecimal digits in lower case: " + hex);
        }
    }

    /** The hash of its 32 bytes. */
    public static EntryHash of(byte[] bytes) {
        return new EntryHash(HEX.formatHex(bytes));
    }

    /** The 32 bytes, a new array at each call. */
    public byte[] bytes() {
        return HEX.parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
