/** What figures show. Read {@link tranche.portal.figure.domain.CallsToCome} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.figure.domain;
