/** Reading what was committed. Read {@link tranche.flow.read.Query} first. */
@org.jspecify.annotations.NullMarked
package tranche.flow.read;
