/** What mails are made of. Read {@link tranche.notifications.email.store.LetterRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.email.store;
