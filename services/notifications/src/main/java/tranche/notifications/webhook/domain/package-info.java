/** An endpoint and what happens to it. Read {@link tranche.notifications.webhook.domain.Endpoint} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.webhook.domain;
