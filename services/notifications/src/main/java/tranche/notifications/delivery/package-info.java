/** What leaves the house: each alert's deliveries by channel. Read {@link tranche.notifications.delivery.Sender} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.delivery;
