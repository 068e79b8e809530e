package tranche.notifications.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.notifications.webhook.domain.Endpoint;
import tranche.notifications.webhook.domain.EndpointState;
import tranche.values.register.Version;
import tranche.world.ids.RandomIds;

@DisplayName("N-11: a webhook's signature")
class WebhookSecretsTest {

    private static final String BODY = "{\"type\":\"MS-03\",\"data\":{\"title\":\"Salle blanche vérifiée\"}}";

    @TempDir
    private Path data;

    private final Instant now = Instant.now();
    private final UUID message = UUID.randomUUID();

    private WebhookSecrets secrets() {
        return new WebhookSecrets(new RandomIds(), data.toString());
    }

    private Endpoint endpoint(int secretNumber, Instant secretSince) {
        return new Endpoint(
                UUID.fromString("00000000-0000-7000-8000-000000000001"),
                UUID.randomUUID(),
                URI.create("https://example.com/hook"),
                List.of("*"),
                EndpointState.ACTIVE,
                secretNumber,
                secretSince,
                1,
                Optional.empty(),
                false,
                now,
                Version.first(LocalDate.EPOCH, now));
    }

    private void verify(String secret, String signature, String body) throws WebhookVerificationException {
        new Webhook(secret)
                .verify(
                        body,
                        Map.of(
                                "webhook-id", List.of(message.toString()),
                                "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                                "webhook-signature", List.of(signature)));
    }

    @Test
    void is_verified_by_the_library_that_receivers_use() throws WebhookVerificationException {
        Endpoint endpoint = endpoint(1, now);
        String signature = secrets().sign(endpoint, message, now, BODY);

        verify(secrets().text(endpoint.id(), 1), signature, BODY);
        assertThatThrownBy(() -> verify(secrets().text(endpoint.id(), 1), signature, BODY + " "))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> verify(secrets().text(UUID.randomUUID(), 1), signature, BODY))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void is_made_with_both_secrets_for_a_day_and_then_with_the_new_one_alone() {
        Endpoint rotated = endpoint(2, now.minus(Duration.ofHours(24)).plusSeconds(1));
        Endpoint over = endpoint(2, now.minus(Duration.ofHours(24)));
        String before = secrets().text(rotated.id(), 1);
        String after = secrets().text(rotated.id(), 2);

        assertThat(before).isNotEqualTo(after);
        for (String secret : List.of(before, after)) {
            assertThatCode(() -> verify(secret, secrets().sign(rotated, message, now, BODY), BODY))
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> verify(before, secrets().sign(over, message, now, BODY), BODY))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatCode(() -> verify(after, secrets().sign(over, message, now, BODY), BODY))
                .doesNotThrowAnyException();
    }

    @Test
    void comes_from_a_key_that_only_the_service_can_read() throws Exception {
        String secret = secrets().text(message, 1);

        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(secrets().text(message, 1)).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.resolve("notifications-webhooks.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("Retry-After is read as seconds or as a date, and otherwise not at all")
    void reads_how_long_a_receiver_asks_to_be_left_alone() {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");

        assertThat(RetryAfter.read("120", noon)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Mon, 02 Mar 2026 12:00:30 GMT", noon)).contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.read("Mon, 02 Mar 2026 11:00:00 GMT", noon)).contains(Duration.ZERO);
        assertThat(RetryAfter.read("-5", noon)).isEmpty();
        assertThat(RetryAfter.read("soon", noon)).isEmpty();
        assertThat(RetryAfter.read("99999999999999999999", noon)).isEmpty();
    }
}
