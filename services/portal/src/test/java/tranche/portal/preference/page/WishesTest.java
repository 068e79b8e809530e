package tranche.portal.preference.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.preference.page.Wishes.Row;

@DisplayName("What somebody wants to hear")
class WishesTest {

    private static Map<String, Object> item(String type, boolean mandatory, String digest, boolean... channels) {
        return Map.of(
                "type", type,
                "mandatory", mandatory,
                "channels", Map.of("PORTAL", channels[0], "EMAIL", channels[1], "WEBHOOK", channels[2]),
                "digest", digest);
    }

    private static Wishes answered() {
        return Wishes.of(new Answered(Map.of(
                "language",
                "fr",
                "timeZone",
                "Europe/Paris",
                "quietHours",
                Map.of("from", "22:00", "to", "07:00"),
                "items",
                List.of(
                        item("MS-03", false, "DAILY", true, true, false),
                        item("CC-03", true, "NONE", true, false, true),
                        item("MS-06", false, "NONE", false, false, false)))));
    }

    @Test
    void is_asked_of_the_service_as_it_was_answered() {
        Map<String, Object> body = answered().body();

        assertThat(body)
                .containsEntry("language", "fr")
                .containsEntry("timeZone", "Europe/Paris")
                .containsEntry("quietHours", Map.of("from", "22:00", "to", "07:00"));
        assertThat((List<?>) body.get("items"))
                .hasSize(3)
                .first()
                .isEqualTo(Map.of(
                        "type", "MS-03",
                        "channels", Map.of("PORTAL", true, "EMAIL", true, "WEBHOOK", false),
                        "digest", "DAILY"));
    }

    @Test
    void is_undone_by_one_line() {
        Wishes back = Wishes.parse(answered().line()).orElseThrow();

        assertThat(back.body()).isEqualTo(answered().body());
        assertThat(Wishes.parse("")).isEmpty();
        assertThat(Wishes.parse("en|UTC|||MS-03 EMAIL")).isEmpty();
    }

    @Test
    @DisplayName("a switch that is off is not sent, and what is mandatory stays in the portal")
    void is_read_from_a_form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("language", "en");
        form.put("timeZone", "UTC");
        form.put("rows", "MS-03 CC-03! nothing");
        form.put("email-MS-03", "on");
        form.put("digest-MS-03", "WEEKLY");
        Wishes wishes = Wishes.of(form);

        assertThat(wishes.rows())
                .isEqualTo(Map.of(
                        "MS-03", new Row(false, List.of("EMAIL"), "WEEKLY"),
                        "CC-03", new Row(true, List.of("PORTAL"), "NONE")));
        assertThat(wishes.body()).doesNotContainKey("quietHours");
    }
}
