/** How much is under way to whom. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.delivery.jobs;
