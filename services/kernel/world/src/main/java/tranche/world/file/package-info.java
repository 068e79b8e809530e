/** Files that must be whole and must stay private. Read {@link tranche.world.file.FileStore} for many that are named by their content, {@link tranche.world.file.PrivateFile} for a single one. */
@org.jspecify.annotations.NullMarked
package tranche.world.file;
