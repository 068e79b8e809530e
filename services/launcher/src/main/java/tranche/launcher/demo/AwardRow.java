package tranche.launcher.demo;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of the awards file, as far as the product has a place for it.
 *
 * @param id its stable key, for instance {@code US-TSMC-PHX}
 * @param country of the site, ISO 3166
 * @param aid granted directly, a whole number of {@code currency}; empty where none was published
 * @param capex what the recipient announced to invest, a whole number of {@code capexCurrency}
 * @param preliminary date of the preliminary terms
 * @param decided date of the final award or of the approval
 */
record AwardRow(
        String id,
        String programme,
        String recipient,
        String site,
        String country,
        Optional<String> aid,
        String currency,
        Optional<String> capex,
        String capexCurrency,
        Optional<KnownDay> preliminary,
        Optional<KnownDay> decided,
        String status,
        String source,
        String notes) {

    /** What the sources mark what they could not check with. */
    private static final String UNVERIFIED = "general knowledge, unverified:";

    Standing standing() {
        return Standing.of(status);
    }

    boolean isUnverified() {
        return source.contains(UNVERIFIED);
    }

    /** The first date that is known of it. */
    Optional<KnownDay> first() {
        return Stream.concat(preliminary.stream(), decided.stream()).min(KnownDay::compareTo);
    }

    /** The date of the terms that hold: the award's, else those of its preliminary ones. */
    Optional<KnownDay> announced() {
        return decided.or(() -> preliminary);
    }
}
