/** The rows of endpoints. Read {@link tranche.notifications.webhook.store.EndpointRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.webhook.store;
