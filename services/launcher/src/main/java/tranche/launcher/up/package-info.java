/** Everything on one machine, in one JVM. Read {@link tranche.launcher.up.AllInOne} first. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.up;
