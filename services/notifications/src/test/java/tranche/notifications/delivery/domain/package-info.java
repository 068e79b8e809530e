/** What becomes of a delivery. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.delivery.domain;
