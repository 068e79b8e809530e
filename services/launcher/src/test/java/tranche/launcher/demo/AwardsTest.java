package tranche.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tranche.launcher.demo.Step.By;

final class AwardsTest {

    private static final String HEADER =
            "id,programme,recipient,site,country,direct_funding_amount,currency,announced_capex,capex_currency,"
                    + "preliminary_date,final_award_date,status,source,notes\n";

    @Test
    void a_final_award_is_taken_on_at_its_date_by_two_persons() throws IOException {
        Chain grant = only("X-1,P,R,S,US,6600,USD,,,2024-04-08,2024-11-15,final,press,");

        assertThat(grant.steps())
                .extracting(Step::path)
                .containsExactly("/commitments/take-on", "/commitments/{X-1:grant}/take-on-approval");
        assertThat(grant.steps()).extracting(Step::by).containsExactly(By.MAKER, By.CHECKER);
        assertThat(grant.steps().getFirst().body())
                .containsEntry("asOf", "2024-11-15")
                .containsEntry("effectiveDatePrecision", "DAY")
                .containsEntry("source", "press")
                .containsEntry("amount", Map.of("value", "6600", "currency", "USD"))
                .containsEntry("investorId", new Step.Made("government:US"));
    }

    @Test
    void preliminary_terms_known_to_the_month_are_submitted_at_its_last_day_and_shown_as_the_month()
            throws IOException {
        Chain grant = only("X-1,P,R,S,US,79,USD,,,2025-02,,preliminary,press,");

        assertThat(grant.steps())
                .extracting(Step::path)
                .containsExactly("/commitments", "/commitments/{X-1:grant}/submission");
        assertThat(grant.steps().getFirst().body())
                .containsEntry("effectiveDate", "2025-02-28")
                .containsEntry("effectiveDatePrecision", "MONTH");
        assertThat(grant.steps().getLast().body()).isEqualTo(Map.of("source", "press", "effectiveDate", "2025-02-28"));
    }

    @Test
    void what_was_cancelled_is_cancelled_from_the_date_that_its_status_names() throws IOException {
        Chain grant = only("X-1,P,R,S,DE,99,EUR,,,2023-06,,cancelled 2025-07,press,nothing was paid");

        assertThat(grant.steps().getLast().path()).isEqualTo("/commitments/{X-1:grant}/cancellation");
        assertThat(grant.steps().getLast().body())
                .isEqualTo(Map.of("reason", "cancelled 2025-07", "effectiveDate", "2025-07-31"));
    }

    @Test
    void what_was_not_awarded_is_cancelled_and_no_date_is_made_up() throws IOException {
        Chain grant = only("X-1,P,R,S,US,75,USD,,,2024-10-15,,\"preliminary, not awarded\",press,");

        assertThat(grant.steps().getLast().body()).isEqualTo(Map.of("reason", "preliminary, not awarded"));
    }

    @Test
    void the_announced_investment_is_a_draft_of_the_recipient_in_the_vehicles_currency_only() throws IOException {
        String row = "X-1,P,R,S,JP,10,JPY,90,%s,,2024-02-24,under construction,press,";

        assertThat(awards(row.formatted("USD")).commitments()).hasSize(1);
        assertThat(awards(row.formatted("USD")).investors()).hasSize(1);
        List<Chain> both = awards(row.formatted("JPY")).commitments();
        assertThat(both).hasSize(2);
        assertThat(both.getLast().steps()).extracting(Step::path).containsExactly("/commitments");
        assertThat(both.getLast().steps().getFirst().body())
                .containsEntry("amount", Map.of("value", "90", "currency", "JPY"))
                .containsEntry("investorId", new Step.Made("recipient:JP:R"));
    }

    @Test
    void a_row_without_aid_has_its_programme_and_no_vehicle() throws IOException {
        Awards awards = awards("X-1,P,R,S,IN,,INR,33,INR,,2024-09-02,approved,press,");

        assertThat(awards.programmes()).hasSize(1);
        assertThat(awards.programmes().getFirst().steps().getFirst().body())
                .doesNotContainKey("target")
                .containsEntry("headlineCurrency", "INR");
        assertThat(awards.funds()).isEmpty();
        assertThat(awards.investors()).isEmpty();
        assertThat(awards.commitments()).isEmpty();
    }

    @Test
    void what_the_sources_mark_as_unverified_is_marked_with_their_words() throws IOException {
        Awards awards = awards(
                "X-1,P,R,S,US,10,USD,,,,2024-02-24,final,\"press ; general knowledge, unverified: the town\",a note");

        assertThat(awards.funds().getFirst().steps().getFirst().body())
                .containsEntry("unverified", true)
                .containsEntry(
                        "sourceNote",
                        "Status: final\nNotes: a note\nSources: press ; general knowledge, unverified: the town");
    }

    @Test
    void a_status_that_says_nothing_known_is_not_guessed_at() {
        assertThatThrownBy(() -> Standing.of("rumoured")).hasMessageContaining("rumoured");
    }

    @Test
    void a_year_counts_from_its_last_day() {
        assertThat(KnownDay.of("2024")).contains(new KnownDay(LocalDate.of(2024, 12, 31), "YEAR"));
        assertThat(KnownDay.of("")).isEqualTo(Optional.empty());
    }

    /** The sums were taken from the file with another program. */
    @Test
    void the_whole_file_adds_up() {
        Awards awards = new Awards(AwardFile.read());

        assertThat(AwardFile.read()).hasSize(43);
        assertThat(awards.programmes()).hasSize(6);
        assertThat(awards.funds()).hasSize(38);
        assertThat(awards.funds().stream()
                        .filter(fund -> Boolean.TRUE.equals(
                                fund.steps().getFirst().body().get("unverified"))))
                .hasSize(6);
        assertThat(sums(awards))
                .containsOnly(
                        entry("grant CLOSED EUR", "5 x 5005000000"),
                        entry("grant CLOSED JPY", "7 x 3411900000000"),
                        entry("grant CLOSED USD", "15 x 19521500000"),
                        entry("grant SUBMITTED USD", "9 x 433100000"),
                        entry("grant CANCELLED USD", "1 x 750000000"),
                        entry("grant CANCELLED EUR", "1 x 9900000000"),
                        entry("capex DRAFT USD", "10 x 188185000000"),
                        entry("capex DRAFT EUR", "3 x 11267000000"),
                        entry("capex DRAFT JPY", "5 x 7528800000000"),
                        entry("capex CANCELLED EUR", "1 x 30000000000"));
    }

    private static Map<String, String> sums(Awards awards) {
        Map<String, List<BigInteger>> amounts = new TreeMap<>();
        for (Chain chain : awards.commitments()) {
            Step first = chain.steps().getFirst();
            Map<?, ?> amount = (Map<?, ?>) Objects.requireNonNull(first.body().get("amount"));
            String state = switch (chain.steps().getLast().path().replaceAll(".*/", "")) {
                case "take-on-approval" -> "CLOSED";
                case "submission" -> "SUBMITTED";
                case "cancellation" -> "CANCELLED";
                default -> "DRAFT";
            };
            amounts.merge(
                    first.key().replaceAll(".*:", "") + " " + state + " " + amount.get("currency"),
                    List.of(new BigInteger(String.valueOf(amount.get("value")))),
                    (before, more) -> java.util.stream.Stream.concat(before.stream(), more.stream())
                            .toList());
        }
        Map<String, String> told = new TreeMap<>();
        amounts.forEach((name, values) ->
                told.put(name, values.size() + " x " + values.stream().reduce(BigInteger.ZERO, BigInteger::add)));
        return told;
    }

    private static Chain only(String row) throws IOException {
        List<Chain> commitments = awards(row).commitments();
        assertThat(commitments).hasSize(1);
        return commitments.getFirst();
    }

    private static Awards awards(String row) throws IOException {
        return new Awards(AwardFile.read(new StringReader(HEADER + row)));
    }
}
