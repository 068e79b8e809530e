package tranche.launcher.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":\"1.00\",\"b\":[1,null]} | {\"b\":[1,null],\"a\":\"1.00\"} | true",
                "\"1.0\"   | \"1.00\"         | false",
                "\"1\"     | 1                | false",
                "[1,2]     | [2,1]            | false",
                "[1]       | [1,1]            | false",
                "{\"a\":1} | {\"a\":1,\"b\":1} | false",
                "{\"a\":1,\"b\":1} | {\"a\":1} | false",
                "{\"a\":null} | {\"b\":null}   | false",
                "{}        | []               | false",
                "true      | \"true\"         | false"
            })
    void without_a_tolerance_every_character_counts_and_the_order_of_members_does_not(
            String expected, String got, boolean agrees) throws JsonProcessingException {
        assertThat(agreement(Optional.empty(), expected, got)).isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1000000000, 0.1000000010, true",
        "0.1000000000, 0.1000000011, false",
        "0.1, 0.10, true",
        "OK, OK, true",
        "OK, NOK, false",
        "0.1, null, false"
    })
    void with_a_tolerance_numbers_may_differ_by_as_much_and_words_may_not(String expected, String got, boolean agrees)
            throws JsonProcessingException {
        assertThat(agreement(Optional.of(new BigDecimal("1e-9")), quoted(expected), quoted(got)))
                .isEqualTo(agrees);
    }

    private static String quoted(String text) {
        return text.equals("null") ? text : "{\"rate\":\"" + text + "\"}";
    }

    private static boolean agreement(Optional<BigDecimal> tolerance, String expected, String got)
            throws JsonProcessingException {
        var json = new ObjectMapper();
        return new Agreement(tolerance).between(json.readTree(expected), json.readTree(got));
    }
}
