/** The all-in-one as a process of its own, from outside. Read {@link tranche.launcher.up.UpTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.up;
