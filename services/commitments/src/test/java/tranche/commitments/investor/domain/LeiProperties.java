package tranche.commitments.investor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What the check digits promise (ISO 7064 MOD 97-10). A digit mistaken for a letter lengthens the number that is
 * divided, so about one such mistake in 97 passes: they are not promised to be noticed.
 */
class LeiProperties {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @Provide
    Arbitrary<String> bases() {
        return Arbitraries.strings().withChars(ALPHABET).ofLength(18);
    }

    @Property
    void every_base_has_check_digits_that_hold(@ForAll("bases") String base) {
        assertThat(Lei.isValid(Lei.ofBase(base).value())).isTrue();
    }

    @Property
    void one_digit_or_letter_taken_for_another_is_noticed(
            @ForAll("bases") String base, @ForAll @IntRange(max = 19) int at, @ForAll @IntRange(max = 35) int change) {
        String lei = Lei.ofBase(base).value();
        char changed = ALPHABET.charAt(change);
        Assume.that(changed != lei.charAt(at) && Character.isDigit(changed) == Character.isDigit(lei.charAt(at)));

        assertThat(Lei.isValid(lei.substring(0, at) + changed + lei.substring(at + 1)))
                .isFalse();
    }

    @Property
    void two_exchanged_neighbours_of_one_kind_are_noticed(
            @ForAll("bases") String base, @ForAll @IntRange(max = 18) int at) {
        String lei = Lei.ofBase(base).value();
        Assume.that(lei.charAt(at) != lei.charAt(at + 1)
                && Character.isDigit(lei.charAt(at)) == Character.isDigit(lei.charAt(at + 1)));

        assertThat(Lei.isValid(lei.substring(0, at) + lei.charAt(at + 1) + lei.charAt(at) + lei.substring(at + 2)))
                .isFalse();
    }
}
