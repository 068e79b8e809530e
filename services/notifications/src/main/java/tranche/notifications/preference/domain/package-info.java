/** What a recipient wants to hear, how and when. Read {@link tranche.notifications.preference.domain.Preferences} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.preference.domain;
