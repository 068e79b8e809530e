/** Reading, and its failures. Read {@link tranche.flow.read.QueryTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.flow.read;
