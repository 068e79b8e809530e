/** What links in mails do. Read {@link tranche.notifications.email.api.UnsubscriptionController} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.email.api;
