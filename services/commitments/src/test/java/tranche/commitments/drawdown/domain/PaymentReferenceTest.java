package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§8.3: references have check digits")
class PaymentReferenceTest {

    @Property
    @Label("§8.3: a reference comes out right by ISO 11649, and is found in what a payer writes around it")
    void is_right_and_found(@ForAll @LongRange(min = 0, max = (1L << 40) - 1) long number) {
        PaymentReference reference = PaymentReference.of(number);

        assertThat(mod97(reference.text().substring(4) + reference.text().substring(0, 4)))
                .isEqualTo(1);
        String printed = reference.text().replaceAll("(.{4})", "$1 ");
        assertThat(PaymentReference.in("call RF" + printed + "thank you")).containsExactly(reference);
    }

    @Property
    @Label("§8.3: a digit that is another digit makes it wrong, and so does a letter that is another letter")
    void finds_a_slip(
            @ForAll @LongRange(min = 0, max = (1L << 40) - 1) long number,
            @ForAll @IntRange(min = 6, max = 13) int at) {
        String right = PaymentReference.of(number).text();
        String others = Character.isDigit(right.charAt(at)) ? "78" : "XY";
        char other = right.charAt(at) == others.charAt(0) ? others.charAt(1) : others.charAt(0);

        assertThat(PaymentReference.isWellFormed(right.substring(0, at) + other + right.substring(at + 1)))
                .isFalse();
    }

    private static int mod97(String letters) {
        StringBuilder digits = new StringBuilder();
        letters.chars().forEach(letter -> digits.append(Character.getNumericValue(letter)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValueExact();
    }

    @Test
    void has_no_more_numbers_than_eight_characters_hold() {
        assertThat(PaymentReference.of((1L << 40) - 1).text()).endsWith("TRZZZZZZZZ");
        assertThatThrownBy(() -> PaymentReference.of(1L << 40)).isInstanceOf(IllegalArgumentException.class);
    }
}
