package tranche.notifications.webhook.domain;

import java.net.URI;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** What is done with an endpoint. */
public sealed interface EndpointCommand {

    UUID endpoint();

    /** Its owner makes one. */
    record Create(UUID endpoint, UUID owner, URI url, List<String> types) implements EndpointCommand {

        public Create {
            types = List.copyOf(types);
        }
    }

    /** Its owner does something with it. */
    record Ask(UUID endpoint, Endpoint.Step step, OptionalLong ifMatch) implements EndpointCommand {}

    /** An attempt has ended. */
    record Learn(UUID endpoint, Report report) implements EndpointCommand {}
}
