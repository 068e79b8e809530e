/** The rows of preferences. Read {@link tranche.notifications.preference.store.PreferenceRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.preference.store;
