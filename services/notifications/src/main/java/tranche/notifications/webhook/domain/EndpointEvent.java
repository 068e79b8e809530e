package tranche.notifications.webhook.domain;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What has happened to an endpoint. */
public sealed interface EndpointEvent {

    UUID endpoint();

    Change change();

    LocalDate effectiveDate();

    /** It was made, and its first test begun. */
    record Created(UUID endpoint, UUID owner, URI url, List<String> types, LocalDate effectiveDate)
            implements EndpointEvent {

        public Created {
            types = List.copyOf(types);
        }

        @Override
        public Change change() {
            return Change.CREATED;
        }
    }

    /** It was changed. */
    record Changed(UUID endpoint, Change change, LocalDate effectiveDate) implements EndpointEvent {}
}
