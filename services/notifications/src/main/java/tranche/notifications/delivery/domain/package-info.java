/** A delivery, its states and its attempts. Read {@link tranche.notifications.delivery.domain.Delivery} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.delivery.domain;
