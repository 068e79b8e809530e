/** Recipients are registered. Read {@link tranche.notifications.recipient.RecipientCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.recipient;
