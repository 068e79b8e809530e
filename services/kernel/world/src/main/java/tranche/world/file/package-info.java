/** Files that must be whole and must stay private. Read {@link tranche.world.file.PrivateFile}. */
@org.jspecify.annotations.NullMarked
package tranche.world.file;
