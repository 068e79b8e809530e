/** Files of rows, written whole or not at all. Read {@link tranche.commitments.imports.ImportCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.imports;
