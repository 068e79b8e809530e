package tranche.portal.account.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.account.domain.PasswordRule.Weakness.CONTAINS_NAME;
import static tranche.portal.account.domain.PasswordRule.Weakness.TOO_FEW_CHARACTERS;
import static tranche.portal.account.domain.PasswordRule.Weakness.TOO_LONG;
import static tranche.portal.account.domain.PasswordRule.Weakness.TOO_SHORT;
import static tranche.portal.account.domain.PasswordRule.Weakness.TRIED_FIRST;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    private static final List<String> EVA = List.of("eva.quartz", "Eva Quartz");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven green",
                "elevenchars",
                "🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑",
            })
    void eleven_characters_are_too_few_however_they_are_encoded(String password) {
        assertThat(PasswordRule.weakness(password, EVA)).contains(TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven green l",
                "correct horse battery staple",
                "пять зелёных фонарей",
                "a b c d e f g h i",
                "x9#Kp2$vLq7!",
                "password of the lighthouse keeper"
            })
    void any_characters_are_taken(String password) {
        assertThat(PasswordRule.weakness(password, EVA)).isEmpty();
    }

    @Test
    void what_everybody_tries_first_is_refused_with_little_around_it() {
        assertThat(PasswordRule.weakness("Password12345", EVA)).contains(TRIED_FIRST);
        assertThat(PasswordRule.weakness("motdepasse2026", EVA)).contains(TRIED_FIRST);
        assertThat(PasswordRule.weakness("Tranche-2026", EVA)).contains(TRIED_FIRST);
    }

    @Test
    void the_holders_name_is_no_password() {
        assertThat(PasswordRule.weakness("Eva.Quartz-77", EVA)).contains(CONTAINS_NAME);
        assertThat(PasswordRule.weakness("EVA QUARTZ 123", EVA)).contains(CONTAINS_NAME);
        assertThat(PasswordRule.weakness("eva.quartz likes seven lanterns", EVA))
                .isEmpty();
    }

    @Test
    void a_pattern_of_four_characters_is_no_password_and_one_of_five_is() {
        assertThat(PasswordRule.weakness("abcdabcdabcd", EVA)).contains(TOO_FEW_CHARACTERS);
        assertThat(PasswordRule.weakness("abcdeabcdeab", EVA)).isEmpty();
    }

    @Test
    void a_sentence_of_256_characters_fits_and_one_more_does_not() {
        assertThat(PasswordRule.weakness("abcde fgh".repeat(40).substring(0, 256), EVA))
                .isEmpty();
        assertThat(PasswordRule.weakness("abcde fgh".repeat(40).substring(0, 257), EVA))
                .contains(TOO_LONG);
    }
}
