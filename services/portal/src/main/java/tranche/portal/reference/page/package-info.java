/** The API document as a page. Read {@link tranche.portal.reference.page.ReferencePage} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.reference.page;
