/** What requests are signed with. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.webhook;
