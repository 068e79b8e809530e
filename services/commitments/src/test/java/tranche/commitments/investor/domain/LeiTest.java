package tranche.commitments.investor.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeiTest {

    @Test
    void makes_the_check_digits_of_a_base() {
        assertThat(Lei.ofBase("969500KSV493XWY0PS")).isEqualTo(new Lei("969500KSV493XWY0PS33"));
    }

    @Test
    void refuses_a_base_of_another_shape() {
        assertThatThrownBy(() -> Lei.ofBase("969500KSV493XWY0P")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 969500KSV493XWY0PS33",
                "969500KSV493XWY0PS33\n",
                "969500-KSV493-XWY0PS33",
                "９69500KSV493XWY0PS33",
                "969500KSV493XWY0PSXX"
            })
    void is_not_written_in_any_other_way(String text) {
        assertThat(Lei.isValid(text)).isFalse();
        assertThatThrownBy(() -> new Lei(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
