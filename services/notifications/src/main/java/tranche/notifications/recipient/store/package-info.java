/** The rows of recipients and of the grants they hold. Read {@link tranche.notifications.recipient.store.GrantRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.recipient.store;
