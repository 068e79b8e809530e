/**
 * What the visitor wants to hear of, how and when, and what he asks for besides. Read {@link
 * tranche.portal.preference.page.PreferencesPage} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.portal.preference.page;
