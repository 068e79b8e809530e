package tranche.portal.account.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person types to sign in: a short name or an e-mail address, compared without regard to case.
 *
 * @param value 2 to 254 characters, in lower case and Unicode form NFKC, so that two that look alike are alike
 */
public record Username(String value) {

    /** The longest e-mail address that can be delivered (RFC 5321). */
    private static final int LONGEST = 254;

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._+@-]+");

    public Username {
        if (value.length() > LONGEST || !FORM.matcher(value).matches() || !value.equals(normal(value))) {
            throw new IllegalArgumentException("no username");
        }
    }

    /** Reads what was typed; empty where it can be nobody's name. */
    public static Optional<Username> parse(String typed) {
        String value = normal(typed.strip());
        return value.length() <= LONGEST && FORM.matcher(value).matches()
                ? Optional.of(new Username(value))
                : Optional.empty();
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "***";
    }
}
