package tranche.commitments.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("§8.3: account numbers have check digits, codes of banks a shape")
class IbanTest {

    @ParameterizedTest
    @ValueSource(strings = {"GB82 WEST 1234 5698 7654 32", "de89370400440532013000", "FR1420041010050500013M02606"})
    void takes_an_account_number_in_whatever_dress(String text) {
        assertThat(Iban.of(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB83WEST12345698765432",
                "DE8937040044053201300",
                "GB82WEST1234569876543",
                "",
                "12345678",
                "XX99000000000000000",
            })
    void refuses_what_is_none(String text) {
        assertThat(Iban.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COBADEFF", "coba de ff xxx", "EXFBUS33XXX", "G4S1GB2L"})
    void takes_the_code_of_a_bank(String text) {
        assertThat(Bic.of(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COBADEF", "COBADEFFXX", "COBA1EFF", "COBADEFF-XX", ""})
    void refuses_what_is_no_code_of_a_bank(String text) {
        assertThat(Bic.of(text)).isEmpty();
    }
}
