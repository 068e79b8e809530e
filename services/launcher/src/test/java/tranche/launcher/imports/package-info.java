/** The calls that hand files in and make keys, against services that run. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.imports;
