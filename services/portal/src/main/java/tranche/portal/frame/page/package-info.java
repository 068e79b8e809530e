/**
 * What all pages share: the frame around them, their files, their headers, and how a template becomes an answer. Read
 * {@link tranche.portal.frame.page.Frame} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.portal.frame.page;
