package tranche.commitments.drawdown.domain;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference by which a payer names a line (ISO 11649, domain §8.3): {@code RF}, two check digits, {@code TR} and eight
 * characters of Crockford's base 32.
 *
 * @param text without spaces, in capitals
 */
public record PaymentReference(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int LETTERS = 8;
    private static final String ISSUER = "TR";

    private static final Pattern SHAPE = Pattern.compile("RF[0-9]{2}TR[0-9A-HJKMNP-TV-Z]{8}");

    /** Each place at which a reference can begin, so that what only looks like one hides none behind it. */
    private static final Pattern WITHIN = Pattern.compile("(?=(" + SHAPE.pattern() + "))");

    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    /** ISO 7064 MOD 97-10: what the check digits are taken from. */
    private static final int CHECK_BASE = 98;

    public PaymentReference {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("no payment reference: " + text);
        }
    }

    /** The reference of a number; two numbers below 2^40 never have the same. */
    public static PaymentReference of(long number) {
        if (number < 0 || number >= 1L << LETTERS * BITS) {
            throw new IllegalArgumentException("no number of a reference: " + number);
        }
        StringBuilder body = new StringBuilder(ISSUER);
        for (int place = LETTERS - 1; place >= 0; place--) {
            body.append(ALPHABET.charAt((int) (number >>> place * BITS) & ALPHABET.length() - 1));
        }
        int check = CHECK_BASE - remainder(body + "RF00");
        return new PaymentReference("RF" + (check < 10 ? "0" : "") + check + body);
    }

    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches() && remainder(text.substring(4) + text.substring(0, 4)) == 1;
    }

    /** All references in what a payer wrote, whose check digits are right; spaces do not count. */
    public static Set<PaymentReference> in(String remittance) {
        Set<PaymentReference> found = new LinkedHashSet<>();
        Matcher matcher = WITHIN.matcher(remittance.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
        while (matcher.find()) {
            String candidate = matcher.group(1);
            if (isWellFormed(candidate)) {
                found.add(new PaymentReference(candidate));
            }
        }
        return found;
    }

    private static int remainder(String letters) {
        StringBuilder digits = new StringBuilder();
        letters.chars().forEach(letter -> digits.append(Character.digit(letter, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValueExact();
    }

    @Override
    public String toString() {
        return text;
    }
}
