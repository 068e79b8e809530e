/** What recipients want, as events. Read {@link tranche.notifications.preference.events.PreferenceAvro} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.preference.events;
