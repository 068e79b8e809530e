package tranche.notifications.subscription.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.Slot;
import tranche.notifications.notice.domain.Told;
import tranche.notifications.subscription.domain.Preview.OfType;
import tranche.notifications.subscription.domain.Preview.Would;

class PreviewTest {

    private static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");

    private static Told gathered(String key) {
        return new Told(Set.of(Channel.PORTAL, Channel.EMAIL), NOW, List.of(new Slot(key, NOW), new Slot("next", NOW)));
    }

    @Test
    void what_is_mailed_together_is_one_mail_and_what_is_muted_is_none() {
        Preview preview = Preview.of(List.of(
                new Would(AlertType.MS_05, gathered("2026-03-31")),
                new Would(AlertType.FC_01, gathered("2026-03-31")),
                new Would(AlertType.MS_05, gathered("2026-04-01")),
                new Would(AlertType.CC_03, new Told(Set.of(Channel.PORTAL, Channel.EMAIL, Channel.WEBHOOK), NOW)),
                new Would(AlertType.CC_05, new Told(Set.of(), NOW))));

        assertThat(preview.mails()).isEqualTo(3);
        assertThat(preview.types())
                .containsExactly(
                        new OfType(AlertType.CC_03, 1, 1, 1, 1),
                        new OfType(AlertType.CC_05, 1, 0, 0, 0),
                        new OfType(AlertType.MS_05, 2, 2, 2, 0),
                        new OfType(AlertType.FC_01, 1, 1, 1, 0));
    }

    @Test
    void whoever_was_told_of_nothing_would_have_had_nothing() {
        assertThat(Preview.of(List.of())).isEqualTo(new Preview(0, List.of()));
    }
}
