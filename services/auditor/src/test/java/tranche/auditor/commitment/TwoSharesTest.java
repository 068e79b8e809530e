package tranche.auditor.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("§5.2: of two commitments that a total is divided between")
class TwoSharesTest {

    @ParameterizedTest(name = "{0} {1} by {2} and {3}: {4}")
    @CsvSource({
        // Exactly.
        "USD, 10.00, 40.00, 60.00, 4.00",
        // The larger remainder takes what is left.
        "USD, 0.01, 40.00, 60.00, 0.00",
        "USD, 0.01, 60.00, 40.00, 0.01",
        "USD, 10.01, 33.00, 67.00, 3.30",
        // Of equal remainders the larger weight takes it; of equal weights, the smaller key.
        "USD, 0.05, 10.00, 30.00, 0.01",
        "USD, 0.02, 10.00, 30.00, 0.00",
        "USD, 10.01, 50.00, 50.00, 5.01",
        // Nothing weighs nothing.
        "USD, 10.01, 0.00, 50.00, 0.00",
        "USD, 10.01, 50.00, 0.00, 10.01",
        "USD, 0.00, 50.00, 50.00, 0.00",
        // By the unit of the currency.
        "JPY, 5, 50, 50, 3",
        "KWD, 0.005, 50.000, 50.000, 0.003"
    })
    void the_first_has(String currency, BigDecimal total, BigDecimal weight, BigDecimal other, BigDecimal share) {
        var shares = new TwoShares(currency, "a", weight, "b", other);
        var mirrored = new TwoShares(currency, "b", other, "a", weight);

        assertThat(shares.first(total)).isEqualByComparingTo(share);
        assertThat(shares.second(total)).isEqualByComparingTo(total.subtract(share));
        assertThat(mirrored.first(total)).isEqualByComparingTo(total.subtract(share));
    }
}
