/**
 * How the portal says things: sentences, amounts and dates, in each language. Read {@link tranche.portal.words.page.Words}
 * first; what may be said and how is in chapter 5 of the portal's design.
 */
@org.jspecify.annotations.NullMarked
package tranche.portal.words.page;
