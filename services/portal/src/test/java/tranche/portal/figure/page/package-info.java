/** How figures are drawn. */
@org.jspecify.annotations.NullMarked
package tranche.portal.figure.page;
