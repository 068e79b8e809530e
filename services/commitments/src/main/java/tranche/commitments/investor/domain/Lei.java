package tranche.commitments.investor.domain;

import java.util.regex.Pattern;

/**
 * A legal entity identifier (ISO 17442, domain §8.3): eighteen capital letters or digits and two check
 * digits, such that the whole, read as a number with A = 10 to Z = 35, leaves 1 when divided by 97 (ISO 7064).
 *
 * <p>Nothing is folded: an identifier in lower case or with blanks is not one. That the entity is registered is not
 * claimed.
 *
 * @param value twenty characters
 */
public record Lei(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9A-Z]{18}[0-9]{2}");
    private static final Pattern BASE = Pattern.compile("[0-9A-Z]{18}");
    private static final int MODULUS = 97;

    /** @throws IllegalArgumentException if the value is no legal entity identifier */
    public Lei {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no legal entity identifier of ISO 17442: " + value);
        }
    }

    /** Whether the text is a legal entity identifier: its shape and its check digits are right. */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches() && remainder(text) == 1;
    }

    /**
     * The identifier with its check digits.
     *
     * @param base eighteen capital letters or digits
     * @throws IllegalArgumentException if the base has another shape
     */
    public static Lei ofBase(String base) {
        if (!BASE.matcher(base).matches()) {
            throw new IllegalArgumentException("not eighteen capital letters or digits: " + base);
        }
        int check = MODULUS + 1 - remainder(base + "00");
        return new Lei(base + (check < 10 ? "0" : "") + check);
    }

    /** Digit by digit, for the whole number has up to forty digits. */
    private static int remainder(String text) {
        int remainder = 0;
        for (char character : text.toCharArray()) {
            int digit = Character.digit(character, Character.MAX_RADIX);
            remainder = (remainder * (digit < 10 ? 10 : 100) + digit) % MODULUS;
        }
        return remainder;
    }

    @Override
    public String toString() {
        return value;
    }
}
