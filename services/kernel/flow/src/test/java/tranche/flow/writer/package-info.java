/** Tests of how commands are put together. */
@org.jspecify.annotations.NullMarked
package tranche.flow.writer;
