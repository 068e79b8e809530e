/** The rows of names and holdings. Read {@link tranche.notifications.subject.store.NameRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.subject.store;
