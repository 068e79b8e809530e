/** Preferences over HTTP. Read {@link tranche.notifications.preference.api.PreferencesOverHttpTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.preference.api;
