package tranche.notifications.recipient.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import tranche.notifications.recipient.RecipientSeal;
import tranche.notifications.recipient.domain.Address;
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.recipient.domain.Sealed;
import tranche.web.json.JsonObject;

/**
 * Recipients as callers get them. An answer that is kept with its idempotency key holds the name and the address as they
 * are kept everywhere, encrypted; they are opened on the way out, each time to the same bytes.
 */
@Singleton
final class RecipientAnswers {

    private static final String NAME = "displayName";
    private static final String ADDRESS = "email";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecipientSeal seal;

    RecipientAnswers(RecipientSeal seal) {
        this.seal = seal;
    }

    static String path(UUID id) {
        return "/api/v1/recipients/" + id;
    }

    /** The object with its personal texts sealed. */
    static JsonObject sealed(Recipient recipient) {
        return JsonObject.empty()
                .put("id", recipient.id())
                .put(NAME, recipient.profile().displayName().map(Sealed::text))
                .put("language", recipient.profile().language().getLanguage())
                .put("timeZone", recipient.profile().zone())
                .put(ADDRESS, recipient.address().map(address -> address.text().text()))
                .put("emailState", recipient.address().map(Address::state))
                .put("version", recipient.version().number());
    }

    /** The same answer with its personal texts as they are. */
    HttpResponse<byte[]> opened(HttpResponse<byte[]> answer) {
        return answer.toMutableResponse().body(opened(Objects.requireNonNull(answer.body(), "an object")));
    }

    private byte[] opened(byte[] json) {
        try {
            ObjectNode object = (ObjectNode) JSON.readTree(json);
            UUID id = UUID.fromString(object.get("id").asText());
            open(object, NAME, id);
            open(object, ADDRESS, id);
            return JSON.writeValueAsBytes(object);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void open(ObjectNode object, String field, UUID id) {
        if (object.hasNonNull(field)) {
            object.put(field, seal.open(id, new Sealed(object.get(field).asText())));
        }
    }
}
