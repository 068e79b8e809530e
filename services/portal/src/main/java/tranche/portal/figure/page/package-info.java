/** Figures of upright bars, as more than one page has them. Read {@link tranche.portal.figure.page.BarFigure} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.figure.page;
