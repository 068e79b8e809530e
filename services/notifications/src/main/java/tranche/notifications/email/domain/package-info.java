/** What mails say. Read {@link tranche.notifications.email.domain.Letter} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.email.domain;
