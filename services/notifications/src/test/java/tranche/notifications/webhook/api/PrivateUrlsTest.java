package tranche.notifications.webhook.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** What may not be named as an endpoint where the operator has allowed nothing. */
class PrivateUrlsTest {

    @TempDir
    private static Path data;

    private static NotificationsProcess service;
    private static final Actor OWNER = NotificationsProcess.anybody(Role.STAKEHOLDER);

    @BeforeAll
    static void start() throws IOException {
        service = new NotificationsProcess(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Reply named(String url) {
        return service.post(OWNER, "/webhook-endpoints", "{\"url\": \"" + url + "\", \"types\": [\"MS-03\"]}");
    }

    @Test
    @DisplayName("F28: only https on port 443 of the open internet is taken, and each other is told why")
    void refuses_what_is_not_on_the_open_internet() {
        SoftAssertions all = new SoftAssertions();
        for (String line : """
                http://example.com/hook https-needed
                https://example.com:8443/hook https-needed
                https://localhost/hook address-not-public
                https://127.0.0.1/hook address-not-public
                https://2130706433/ address-not-public
                https://0x7f000001/ address-not-public
                https://0177.0.0.1/ address-not-public
                https://[::1]/ address-not-public
                https://[::ffff:10.0.0.1]/ address-not-public
                https://169.254.169.254/latest/meta-data address-not-public
                https://metadata.google.internal/ address-not-public
                https://user:secret@example.com/ not-a-url
                https://example.com/#part not-a-url
                ftp://example.com/ not-a-url
                //example.com/ not-a-url
                mailto:somebody@example.com not-a-url
                """.lines().toList()) {
            String[] parts = line.split(" ", 2);
            Reply reply = named(parts[0]);
            all.assertThat(reply.status()).as(line).isEqualTo(422);
            all.assertThat(reply.body().at("/errors/0/pointer").asText())
                    .as(line)
                    .isEqualTo("/url");
            all.assertThat(reply.body().at("/errors/0/code").asText()).as(line).isEqualTo(parts[1]);
        }
        all.assertAll();
        Reply nothing = service.post(OWNER, "/webhook-endpoints", "{\"types\": [\"MS-99\"], \"more\": 1}");
        assertThat(nothing.body().findValuesAsText("code").subList(1, 4))
                .containsExactlyInAnyOrder("required", "not-one-of", "unknown-field");
        assertThat(named("https://example.invalid/hook").status()).isEqualTo(201);
    }
}
