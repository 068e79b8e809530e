/** The rows that name files. Read {@link tranche.commitments.document.store.DocumentRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.document.store;
