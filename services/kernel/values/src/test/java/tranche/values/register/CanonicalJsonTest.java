package tranche.values.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName("RFC 8785: names stand in the order of their UTF-16 code units")
    void orders_names_by_their_code_units() {
        Map<String, Object> members = new HashMap<>();
        for (String name : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            members.put(name, 0);
        }

        assertThat(CanonicalJson.of(members))
                .isEqualTo(
                        "{\"\\r\":0,\"1\":0,\"\u0080\":0,\"\u00f6\":0,\"\u20ac\":0,\"\ud83d\ude00\":0,\"\ufb33\":0}");
    }

    @Test
    @DisplayName("RFC 8785: the shortest escape, and none where none is needed")
    void escapes_as_little_as_it_may() {
        assertThat(CanonicalJson.of(Map.of("text", "\u20ac$\u000F\nA'B\"\\\\\"/\u007f")))
                .isEqualTo("{\"text\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\"}");
    }

    @Test
    void writes_every_kind_of_value_without_blanks() {
        Map<String, Object> members = new HashMap<>();
        members.put("b", Arrays.asList(true, null, -7L, List.of(), Map.of()));
        members.put("a", "");

        assertThat(CanonicalJson.of(members)).isEqualTo("{\"a\":\"\",\"b\":[true,null,-7,[],{}]}");
    }

    @Test
    @DisplayName("D-12: amounts are strings, so a fraction is refused")
    void refuses_a_number_that_is_not_whole() {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("amount", new BigDecimal("1.5"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_the_first_whole_number_that_readers_round() {
        assertThat(CanonicalJson.of(Map.of("n", 9007199254740991L))).isEqualTo("{\"n\":9007199254740991}");
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("n", 9007199254740992L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("n", Long.MIN_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_half_of_a_surrogate_pair() {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("text", "\ud83d")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void is_read_back_as_what_was_written(
            @ForAll @Size(max = 20) Map<@AlphaChars @StringLength(max = 40) String, Long> members)
            throws JsonProcessingException {
        Map<String, Object> texts = new HashMap<>();
        members.forEach((name, number) -> texts.put(name, String.valueOf(number)));

        assertThat(JSON.readValue(CanonicalJson.of(texts), Map.class)).isEqualTo(texts);
    }
}
