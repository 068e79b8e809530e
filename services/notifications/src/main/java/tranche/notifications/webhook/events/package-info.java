/** What happens to endpoints, as events. Read {@link tranche.notifications.webhook.events.EndpointAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.webhook.events;
