/** What mails say is decided right. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.email.domain;
