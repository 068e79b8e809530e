package tranche.commitments.payment.domain;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a bank account (ISO 13616, domain §8.3).
 *
 * @param text without spaces, in capitals
 */
public record Iban(String text) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    /** Of the countries whose length the contract names; elsewhere the check digits alone are asked. */
    private static final Map<String, Integer> LENGTHS =
            Map.of("FR", 27, "DE", 22, "AE", 23, "GB", 22, "CH", 21, "LU", 20, "SA", 24, "NL", 18, "IT", 27, "ES", 24);

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    public Iban {
        if (!isRight(text)) {
            throw new IllegalArgumentException("no IBAN");
        }
    }

    /** The account of a text with whatever spaces and case; empty where it is none. */
    public static Optional<Iban> of(String text) {
        String bare = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return isRight(bare) ? Optional.of(new Iban(bare)) : Optional.empty();
    }

    private static boolean isRight(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        Integer length = LENGTHS.get(text.substring(0, 2));
        if (length != null && length != text.length()) {
            return false;
        }
        // Written 00, 01 or 99 the check digits would come out right as well, and no bank gives them.
        String check = text.substring(2, 4);
        if (check.equals("00") || check.equals("01") || check.equals("99")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (text.substring(4) + text.substring(0, 4))
                .chars()
                .forEach(letter -> digits.append(Character.digit(letter, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }

    /** Of an account number nothing is shown where nobody asked for it. */
    @Override
    public String toString() {
        return text.substring(0, 4) + "…";
    }
}
