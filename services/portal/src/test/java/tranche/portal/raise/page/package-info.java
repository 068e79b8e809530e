/** How the raise is said. */
@org.jspecify.annotations.NullMarked
package tranche.portal.raise.page;
