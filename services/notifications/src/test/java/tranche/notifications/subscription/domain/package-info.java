/** How recipients are told, by what they asked for. Read {@link tranche.notifications.subscription.domain.TellingTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subscription.domain;
