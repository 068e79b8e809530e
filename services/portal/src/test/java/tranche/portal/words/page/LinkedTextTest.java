package tranche.portal.words.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.words.page.LinkedText.Part;

class LinkedTextTest {

    private static List<Part> parts(String text) {
        return LinkedText.of(text).parts();
    }

    private static Part plain(String text) {
        return new Part(text, Optional.empty());
    }

    private static Part link(String host, String address) {
        return new Part(host, Optional.of(address));
    }

    @Test
    void an_address_is_a_link_that_shows_its_host() {
        String address = "https://www.commerce.example/news/2024/11?id=5#award";

        assertThat(parts(address)).containsExactly(link("www.commerce.example", address));
    }

    @Test
    void addresses_within_a_text_are_links_and_the_rest_stays() {
        assertThat(parts("Release of 26 November <https://a.example/x> ; see https://b.example/y, page 2."))
                .containsExactly(
                        plain("Release of 26 November "),
                        link("a.example", "https://a.example/x"),
                        plain(" ; see "),
                        link("b.example", "https://b.example/y"),
                        plain(", page 2."));
    }

    @Test
    void a_text_has_a_paragraph_for_each_line_and_for_each_source() {
        assertThat(LinkedText.paragraphs("Status: final\n\nSources: A <https://a.example/x> ; B, 2024; page 2"))
                .containsExactly(
                        LinkedText.of("Status: final"),
                        LinkedText.of("Sources: A <https://a.example/x>"),
                        LinkedText.of("B, 2024; page 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Official journal of 31 March 2026",
                "javascript:alert(1)",
                "ftp://a.example/x",
                "https://",
                "https://trusted.example@evil.example/x",
                "http://[broken/x"
            })
    void what_is_no_web_address_that_one_can_trust_stays_text(String text) {
        assertThat(parts(text)).containsExactly(plain(text));
    }
}
