/** Alerts as e-mail. Read {@link tranche.notifications.email.EmailSender} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.email;
