/** From a decision to a commit: lanes, group commit, idempotency, the event table. Read {@link tranche.flow.writer.Feature} first, then {@link tranche.flow.writer.Writer}. */
@org.jspecify.annotations.NullMarked
package tranche.flow.writer;
