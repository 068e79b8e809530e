/** The command line. Read {@link tranche.launcher.Tranche} first. */
@org.jspecify.annotations.NullMarked
package tranche.launcher;
