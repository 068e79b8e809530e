/** What recipients want. Read {@link tranche.notifications.preference.domain.PreferencesTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.preference.domain;
