package tranche.values.country;

import java.util.Locale;
import java.util.Set;

/**
 * A country of ISO 3166-1.
 *
 * @param code alpha-2 code, two capital letters
 */
public record Country(String code) {

    private static final Set<String> KNOWN = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    public Country {
        if (!isKnown(code)) {
            throw new IllegalArgumentException("no country code of ISO 3166-1: " + code);
        }
    }

    /** Whether the code names a country. */
    public static boolean isKnown(String code) {
        return KNOWN.contains(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
