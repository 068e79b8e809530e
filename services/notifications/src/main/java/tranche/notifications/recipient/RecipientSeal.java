package tranche.notifications.recipient;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import tranche.notifications.recipient.domain.Sealed;
import tranche.world.ids.Ids;
import tranche.world.seal.SealKey;

/**
 * Keeps names and addresses of recipients encrypted under a key of the service's own, which lies in the data folder and in
 * no backup of the database.
 */
@Singleton
public class RecipientSeal {

    private final SealKey key;

    RecipientSeal(Ids ids, @Value("${tranche.data}") String data) {
        this.key = new SealKey(Path.of(data).resolve("notifications-recipients.key"), ids);
    }

    public Sealed seal(UUID recipient, String text) {
        return new Sealed(key.seal(owner(recipient), text));
    }

    public String open(UUID recipient, Sealed sealed) {
        return key.open(owner(recipient), sealed.text());
    }

    /** What tells an address again. Hosts tell small from capital letters before the @ in theory alone. */
    public String mark(String address) {
        return HexFormat.of()
                .formatHex(key.mark("address", address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
    }

    private static String owner(UUID recipient) {
        return "recipient:" + recipient;
    }
}
