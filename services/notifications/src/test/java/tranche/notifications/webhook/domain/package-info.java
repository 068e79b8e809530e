/** What may be done with endpoints. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.webhook.domain;
