/** What becomes of mails that must be read. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.email.reactions;
