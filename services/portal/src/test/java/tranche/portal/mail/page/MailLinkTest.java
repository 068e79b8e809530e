package tranche.portal.mail.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.world.ids.Ids;
import tranche.world.ids.RandomIds;

@DisplayName("A link of a mail that is pressed twice")
class MailLinkTest {

    private static final Ids IDS = new RandomIds();

    private final String first = MailLink.UNSUBSCRIBE.once("token", IDS);

    @Test
    void confirms_once_and_tells_the_same_twice() {
        String confirmed = MailLink.CONFIRM.once("token", IDS);

        assertThat(MailLink.CONFIRM.once("token", IDS)).isEqualTo(confirmed);
        assertThat(MailLink.CONFIRM.once("another", IDS)).isNotEqualTo(confirmed);
    }

    @Test
    @DisplayName("turns mail off each time: it may have been asked for anew in between")
    void turns_mail_off_each_time() {
        assertThat(MailLink.UNSUBSCRIBE.once("token", IDS)).isNotEqualTo(first);
    }
}
