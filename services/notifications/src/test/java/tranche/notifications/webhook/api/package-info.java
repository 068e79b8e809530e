/** Endpoints over HTTP, and what they receive. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.webhook.api;
