package tranche.portal.raise.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tranche.values.money.Currency;
import tranche.values.money.Money;

class ProgrammeTest {

    private static Programme programme(String name, boolean sample, int commitments) {
        Currency dollars = new Currency("USD");
        return new Programme(
                UUID.randomUUID(),
                name,
                dollars,
                Optional.empty(),
                List.of(Money.zero(dollars)),
                1,
                commitments,
                commitments,
                sample);
    }

    private static Programme aiming(String name, boolean sample, int commitments, String currency, String target) {
        Programme plain = programme(name, sample, commitments);
        return new Programme(
                plain.id(),
                name,
                new Currency(currency),
                Optional.of(new Target(
                        Money.of(currency, target), Optional.empty(), Optional.empty(), LocalDate.of(2024, 2, 9))),
                List.of(Money.zero(new Currency(currency))),
                1,
                commitments,
                commitments,
                sample);
    }

    private static Optional<String> leading(Programme... programmes) {
        return Programme.leading(List.of(programmes)).map(Programme::name);
    }

    @Test
    void the_largest_target_leads_even_of_a_sample() {
        assertThat(leading(
                        programme("Chips", false, 900),
                        aiming("Small", false, 900, "USD", "1000"),
                        aiming("Sample raise", true, 5, "USD", "7000000000000")))
                .contains("Sample raise");
    }

    @Test
    void targets_of_two_currencies_are_not_compared() {
        assertThat(leading(aiming("Yen", false, 3, "JPY", "9000000"), aiming("Dollars", false, 7, "USD", "5")))
                .contains("Dollars");
    }

    @Test
    void the_real_programme_with_most_commitments_leads_whatever_its_name() {
        assertThat(leading(
                        programme("A small one", false, 3),
                        programme("Chips", false, 40),
                        programme("Sample raise", true, 500)))
                .contains("Chips");
    }

    @Test
    void a_sample_leads_only_where_there_is_nothing_real() {
        assertThat(leading(programme("New", false, 0), programme("Sample raise", true, 500)))
                .contains("New");
        assertThat(leading(programme("Sample raise", true, 1))).contains("Sample raise");
        assertThat(leading()).isEmpty();
    }

    @Test
    void of_equals_the_first_leads() {
        assertThat(leading(programme("A", false, 2), programme("B", false, 2))).contains("A");
    }
}
