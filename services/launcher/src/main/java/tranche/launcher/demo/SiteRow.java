package tranche.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The site of a row of the awards file: where it is, and what was announced of it.
 *
 * @param latitude in degrees, WGS 84; empty, with the longitude, where the place is not public
 * @param facility what is built there, in the file's words
 * @param loan a whole number of the award's currency; empty where none was published
 * @param constructionJobs as announced, and {@code permanentJobs}
 */
record SiteRow(
        AwardRow award,
        String city,
        String region,
        Optional<String> latitude,
        Optional<String> longitude,
        String facility,
        Optional<String> loan,
        Optional<String> constructionJobs,
        Optional<String> permanentJobs) {

    private static final Pattern SUPPLIES =
            Pattern.compile("materials.*|packaging materials|silicon carbide materials|equipment");

    /** A plant that supplies chip makers, a place of research, else a fab: the product's kinds of sites. */
    String kind() {
        String words = facility.toLowerCase(Locale.ROOT);
        if (SUPPLIES.matcher(words).matches()) {
            return "SUPPLY_PLANT";
        }
        return words.endsWith("logic r&d") ? "RND_CENTRE" : "FAB";
    }

    /** What is known of it, a line for each fact, with the sources as the last. */
    String facts() {
        List<String> lines = new ArrayList<>();
        lines.add("Recipient: " + award.recipient());
        lines.add("Facility: " + facility + ", " + city);
        award.aid().ifPresent(amount -> lines.add("Aid: up to " + money(award.currency(), amount)));
        loan.ifPresent(amount -> lines.add("Loan: up to " + money(award.currency(), amount)));
        award.capex().ifPresent(amount -> lines.add("Announced investment: " + money(award.capexCurrency(), amount)));
        constructionJobs.ifPresent(jobs -> lines.add("Jobs in construction, announced: " + grouped(jobs)));
        permanentJobs.ifPresent(jobs -> lines.add("Permanent jobs, announced: " + grouped(jobs)));
        lines.add("Status: " + award.status());
        if (!award.notes().isEmpty()) {
            lines.add("Notes: " + award.notes());
        }
        lines.add("Sources: " + award.source());
        return String.join("\n", lines);
    }

    private static String money(String currency, String amount) {
        return currency + " " + grouped(amount);
    }

    private static String grouped(String number) {
        return String.format(Locale.ROOT, "%,d", Long.parseLong(number));
    }
}
