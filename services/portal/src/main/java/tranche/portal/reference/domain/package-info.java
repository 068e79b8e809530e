/** The API document as a reader meets it. Read {@link tranche.portal.reference.domain.Reference} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.reference.domain;
