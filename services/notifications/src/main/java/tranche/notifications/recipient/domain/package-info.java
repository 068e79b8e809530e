/** Who is told of things, and where. Read {@link tranche.notifications.recipient.domain.RecipientFile} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.recipient.domain;
