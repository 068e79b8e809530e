/** Files of funds, investors and commitments, kept under their hash. Read {@link tranche.commitments.document.DocumentCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.document;
