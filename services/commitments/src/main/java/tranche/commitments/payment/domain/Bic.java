package tranche.commitments.payment.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of a bank (ISO 9362).
 *
 * @param text 8 or 11 characters in capitals
 */
public record Bic(String text) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?");

    /** Where a branch is named, the code is as long; the head office may be left out. */
    private static final int WITH_BRANCH = 11;

    private static final String HEAD_OFFICE = "XXX";

    public Bic {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("no BIC");
        }
    }

    /** The code of a text with whatever spaces and case; empty where it is none. */
    public static Optional<Bic> of(String text) {
        String bare = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(bare).matches() ? Optional.of(new Bic(bare)) : Optional.empty();
    }

    /** With its branch written out: {@code EXFBUS33} and {@code EXFBUS33XXX} are one bank. */
    public String whole() {
        return text.length() == WITH_BRANCH ? text : text + HEAD_OFFICE;
    }

    @Override
    public String toString() {
        return text;
    }
}
