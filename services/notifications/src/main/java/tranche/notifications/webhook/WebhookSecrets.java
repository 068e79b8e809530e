package tranche.notifications.webhook;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tranche.notifications.webhook.domain.Endpoint;
import tranche.world.file.PrivateFile;
import tranche.world.ids.Ids;

/**
 * What endpoints' requests are signed with. No secret is kept: each is made again, whenever it is needed, of the endpoint's id
 * and the secret's number under the service's own key (HMAC with SHA-256), which lies in the data folder and in no backup of
 * the database. So neither the database nor an answer that is stored for its repetition gives one away.
 */
@Singleton
public class WebhookSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Ids ids;
    private final Path file;

    WebhookSecrets(Ids ids, @Value("${tranche.data}") String data) {
        this.ids = ids;
        this.file = Path.of(data).resolve("notifications-webhooks.key");
    }

    /** A secret in the form of Standard Webhooks, as its owner is shown it. */
    public String text(UUID endpoint, int number) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret(endpoint, number));
    }

    /**
     * The signatures of a request, one for each secret that signs at the moment, as Standard Webhooks has them.
     *
     * @param id of the message, the same for all its attempts
     */
    public String sign(Endpoint endpoint, UUID id, Instant at, String body) {
        byte[] signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return endpoint.signing(at).stream()
                .map(number -> mac(secret(endpoint.id(), number), signed))
                .map(mac -> "v1," + Base64.getEncoder().encodeToString(mac))
                .collect(Collectors.joining(" "));
    }

    private byte[] secret(UUID endpoint, int number) {
        return mac(key(), ("webhook-secret:" + endpoint + ":" + number).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private synchronized byte[] key() {
        String hex = PrivateFile.read(file).map(String::strip).orElseGet(() -> {
            String made = HexFormat.of().formatHex(ids.secret(KEY_BYTES));
            PrivateFile.write(file, made);
            return made;
        });
        return HexFormat.of().parseHex(hex);
    }
}
