package tranche.web.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static Sentences french(String... files) {
        return Sentences.read("sample", Locale.FRENCH, List.of(files));
    }

    @Test
    void gaps_are_filled_as_the_language_writes_them() {
        assertThat(french("one").say("few", Map.of("count", 1234))).isEqualTo("1\u202F234 appels");
        assertThat(french("one").say("few", Map.of("count", 1))).isEqualTo("1 appel");
        assertThat(french("one").say("quoted")).isEqualTo("L'appel est préparé");
    }

    @Test
    void a_sentence_that_is_not_there_is_a_defect() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> french("one").say("many"))
                .withMessageContaining("many");
        assertThatIllegalStateException()
                .isThrownBy(() -> french("none"))
                .withMessageContaining("/tranche/sample/texts/fr/none.properties");
    }

    @Test
    void a_sentence_that_is_written_twice_ends_the_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> french("one", "again"))
                .withMessageContaining("few");
    }
}
