/** The rules of the house, held over all that is shipped. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.house;
