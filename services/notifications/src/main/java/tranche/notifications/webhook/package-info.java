/** Alerts are sent to the endpoints of accounts. Read {@link tranche.notifications.webhook.WebhookSender} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.webhook;
