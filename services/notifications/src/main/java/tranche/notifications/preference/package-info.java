/** What recipients want to hear, how and when. Read {@link tranche.notifications.preference.PreferenceCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.preference;
