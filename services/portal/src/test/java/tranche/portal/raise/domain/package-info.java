/** What the pages know of a raise. */
@org.jspecify.annotations.NullMarked
package tranche.portal.raise.domain;
