/** Recipients over HTTP. Read {@link tranche.notifications.recipient.api.RecipientController} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.recipient.api;
