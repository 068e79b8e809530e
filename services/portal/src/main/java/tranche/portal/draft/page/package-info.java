/** The form by which a call is drafted or edited. Read {@link tranche.portal.draft.page.DraftPage} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.draft.page;
