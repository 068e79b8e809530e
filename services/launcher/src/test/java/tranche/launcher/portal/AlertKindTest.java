package tranche.launcher.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.notice.domain.AlertType;
import tranche.portal.alerts.page.AlertKind;
import tranche.portal.words.page.Texts;

@DisplayName("The kinds of alerts")
class AlertKindTest {

    private static String line(AlertType type) {
        return type.code() + " "
                + type.channels().stream()
                        .sorted()
                        .map(channel -> channel.name().substring(0, 1))
                        .collect(Collectors.joining());
    }

    @Test
    void that_pages_offer_are_those_of_the_catalogue_each_with_its_ways() {
        assertThat(Arrays.stream(AlertKind.values()).map(kind -> kind.code() + " " + kind.ways()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AlertType.values())
                        .map(AlertKindTest::line)
                        .toList());
    }

    @Test
    void have_a_name_in_each_language() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            assertThat(AlertKind.CODES).allMatch(code -> Texts.of(locale).has("kind." + code.toLowerCase(Locale.ROOT)));
        }
    }
}
