/** What names a file, and what it is about. Read {@link tranche.commitments.document.domain.Document} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.document.domain;
