/** Grants out of the portal's events, recipients into events. Read {@link tranche.notifications.recipient.events.GrantAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.recipient.events;
