/** The contract's manners, tried on the running service. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.manners;
