/** Endpoints over HTTP. Read {@link tranche.notifications.webhook.api.EndpointController} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.webhook.api;
