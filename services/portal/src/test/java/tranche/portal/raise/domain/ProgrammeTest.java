package tranche.portal.raise.domain;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static Optional<String> leading(Programme... programmes) {
        return Programme.leading(List.of(programmes)).map(Programme::name);
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
