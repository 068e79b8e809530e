/** Deliveries are sent when they are due. Read {@link tranche.notifications.delivery.jobs.DeliveryJob} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.delivery.jobs;
