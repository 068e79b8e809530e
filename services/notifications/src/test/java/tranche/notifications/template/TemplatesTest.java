package tranche.notifications.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.notifications.Notifications;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.TrailStep;
import tranche.values.money.Money;
import tranche.web.words.Sentences;

class TemplatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void each_step_and_each_figure_that_stands_out_has_a_name_and_no_name_is_of_nothing(String language) {
        Set<String> names = Sentences.read(
                        Notifications.NAME, Locale.forLanguageTag(language), List.of("facts", "trail"))
                .keys();

        Set<String> expected = Arrays.stream(AlertType.values())
                .flatMap(type -> Facts.of(type).stream().map(gap -> "fact." + type.code() + "." + gap))
                .collect(Collectors.toSet());
        Arrays.stream(TrailStep.values()).map(step -> "trail." + step.name()).forEach(expected::add);
        assertThat(names).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void of_what_an_alert_does_not_say_nothing_stands_out(String language) {
        Templates templates = Templates.of(Locale.forLanguageTag(language));
        Money amount = Money.of("USD", "1250.50");

        List<Templates.Fact> facts = templates.facts(
                AlertType.CC_03, Map.of("amount", new Figure.Amount(amount), "uncalled", new Figure.Words("none")));

        assertThat(facts).extracting(Templates.Fact::gap).containsExactly("amount");
        assertThat(facts.getFirst().value()).contains("USD").contains(language.equals("fr") ? ",50" : ".50");
    }
}
