/** Tests of the way of a command, over a feature that counts. Read {@link tranche.flow.Tally} first. */
@org.jspecify.annotations.NullMarked
package tranche.flow;
