/** Mails as hosts get them. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.email;
