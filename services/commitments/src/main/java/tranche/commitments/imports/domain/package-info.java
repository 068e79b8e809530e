/** What a file of rows says and what becomes of it. Read {@link tranche.commitments.imports.domain.Layout} first, then {@link tranche.commitments.imports.domain.Import}. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.imports.domain;
