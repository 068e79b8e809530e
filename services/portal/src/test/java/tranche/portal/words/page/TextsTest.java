package tranche.portal.words.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The sentences of the pages")
class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    @DisplayName("are set with typographic apostrophes")
    void are_set_with_typographic_apostrophes(String language) throws IOException {
        assertThat(messages(language))
                .allSatisfy((key, message) ->
                        // A brace between straight ones is the message's own sign, not an apostrophe.
                        assertThat(message).as(key).doesNotContainPattern("(?<=\\p{L})'(?!})"));
    }

    @Test
    @DisplayName("are set in French with narrow no-break spaces")
    void are_set_in_french_with_narrow_no_break_spaces() throws IOException {
        assertThat(messages("fr"))
                .allSatisfy((key, message) -> assertThat(message)
                        .as(key)
                        .doesNotContainPattern("(?<!\u202f)[;!?»]")
                        .doesNotContainPattern("(?<=[\\p{L}\\d]) ?: ")
                        .doesNotContainPattern("\\d \\d"));
    }

    private static Map<String, String> messages(String language) throws IOException {
        Map<String, String> messages = new TreeMap<>();
        for (String file : Texts.FILES) {
            String path = "/tranche/portal/texts/" + language + "/" + file + ".properties";
            try (InputStream stream = Objects.requireNonNull(Texts.class.getResourceAsStream(path), path)) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
                properties.forEach((key, message) -> messages.put(key.toString(), message.toString()));
            }
        }
        assertThat(messages).isNotEmpty();
        return messages;
    }
}
