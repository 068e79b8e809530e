/** What the visitor wants to hear, from form to request and back. */
@org.jspecify.annotations.NullMarked
package tranche.portal.preference.page;
