/**
 * What waits for a second person: its rows, and the transaction of its answer. A service whose commands are proposed gives
 * an {@link tranche.flow.proposal.Approvable} for each kind, mostly a {@link tranche.flow.proposal.MotionDoor}, keeps what they
 * would do in a {@link tranche.flow.proposal.MotionTable} of its own, and has the table of proposals by naming {@code proposal} in
 * {@code tranche.database.tables}. Read {@link tranche.flow.proposal.ProposalCommands} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.flow.proposal;
