package tranche.portal.problem.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.PortalProcess;
import tranche.web.problem.Problems;

class CataloguePageTest {

    private static PortalProcess portal;

    @BeforeAll
    static void starts() {
        portal = PortalProcess.shared();
    }

    @Test
    void the_type_of_a_refusal_leads_to_a_page_that_says_what_it_means_and_what_to_do() {
        JsonNode refusal = PortalProcess.json(portal.send(portal.to("/api/v1/accounts")));
        URI type = URI.create(refusal.get("type").asText());

        assertThat(type).isEqualTo(portal.address("/problems/unauthenticated"));
        assertThat(page(type.getPath(), "en").body())
                .contains(refusal.get("title").asText())
                .contains(refusal.get("remedy").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void every_code_of_the_catalogue_has_a_page_in_both_languages(String language) {
        Problems catalogue = Problems.load();
        String all = page("/problems", language).body();

        assertThat(catalogue.codes()).allSatisfy(code -> {
            String title = catalogue.entry(code).orElseThrow().title().in(Locale.of(language), Map.of());
            HttpResponse<String> page = page("/problems/" + code, language);

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<html lang=\"" + language, title);
            assertThat(all).contains("href=\"/problems/" + code + "\"", title);
        });
    }

    @Test
    void a_page_names_the_operations_that_are_refused_so() {
        assertThat(page("/problems/fund-cap-exceeded", "en").body())
                .contains("{amount} asked, {room} left under the cap.")
                .contains("href=\"/api/docs#acceptCommitment\"");
    }

    @Test
    void a_code_that_the_catalogue_does_not_have_is_not_found() {
        assertThat(page("/problems/no-such-code", "en").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> page(String path, String language) {
        return portal.send(portal.to(path).header("Accept", "text/html").header("Accept-Language", language));
    }
}
