package tranche.notifications.webhook.events;

import tranche.flow.writer.Outgoing;
import tranche.notifications.WebhookEndpointChanged;
import tranche.notifications.webhook.domain.Endpoint;
import tranche.notifications.webhook.domain.EndpointEvent;

/** What happens to endpoints, as Avro records: neither where they are nor what they sign with. */
public final class EndpointAvro {

    private EndpointAvro() {}

    /** @param after the endpoint right after the event */
    public static Outgoing of(Endpoint after, EndpointEvent event) {
        return new Outgoing(
                "webhook-endpoint",
                after.id(),
                after.version().number(),
                event.effectiveDate(),
                head -> WebhookEndpointChanged.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.owner())
                        .setEndpointId(after.id())
                        .setChange(event.change().name())
                        .setTypes(after.types())
                        .setState(after.state().name())
                        .build());
    }
}
