/** Who is told of things. Read {@link tranche.notifications.recipient.domain.GrantFact} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.recipient.domain;
