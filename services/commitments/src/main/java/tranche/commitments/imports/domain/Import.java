package tranche.commitments.imports.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.imports.domain.Entry.Held;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;
import tranche.values.actor.Scope;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposalState;
import tranche.values.proposal.ProposedCommand;

/**
 * A file that was handed in, and what became of it. It has no events of its own: each row has those that it would have
 * had alone, and they share the import's id as their correlation.
 *
 * @param rows how many the file has
 * @param written how many made an object
 * @param skipped rows that were passed over, by line
 * @param errors what is wrong with it, by line and column; where there is any, nothing was written
 * @param maker who handed it in
 * @param about the programmes and funds that its rows concern; the whole deployment where they are not known
 * @param proposal what a second person is asked; empty where nobody is
 */
public record Import(
        UUID id,
        ImportKind kind,
        ImportState state,
        int rows,
        int written,
        List<Skipped> skipped,
        List<RowError> errors,
        Maker maker,
        Set<Scope> about,
        Instant recordedAt,
        Optional<Proposal> proposal) {

    /** Writes the rows of a file; the proposal has the import's id. */
    public static final ProposedCommand COMMAND = new ProposedCommand("IMPORT", "import");

    public Import {
        skipped = List.copyOf(skipped);
        errors = List.copyOf(errors);
        about = Set.copyOf(about);
    }

    /**
     * What a file comes to once its rows were tried.
     *
     * @param refused what the rules say against rows
     * @param held what would be written, where a second person is to be asked
     * @param passedOver all rows that ask for nothing new
     */
    public static Import of(
            UUID id,
            Filing filing,
            int written,
            List<RowError> refused,
            List<Held> held,
            List<Skipped> passedOver,
            Actor by,
            Instant now) {
        List<RowError> errors = filing.errorsWith(refused);
        boolean asks = errors.isEmpty() && filing.kind().needsApproval() && written > 0;
        ImportState state =
                !errors.isEmpty() ? ImportState.REJECTED : asks ? ImportState.AWAITING_APPROVAL : ImportState.DONE;
        Set<Scope> about = errors.isEmpty() ? filing.about() : Set.of(Scope.DEPLOYMENT);
        return new Import(
                id,
                filing.kind(),
                state,
                filing.rows(),
                state == ImportState.DONE ? written : 0,
                passedOver,
                RowError.most(errors),
                by.asMaker(),
                about,
                now,
                asks
                        ? Optional.of(Proposal.of(id, COMMAND, id, about, Filing.content(filing.kind(), held), by, now))
                        : Optional.empty());
    }

    /** Its state at a moment: an unanswered proposal ends by time alone. */
    public ImportState stateAt(Instant now) {
        boolean lapsed = proposal.filter(asked -> asked.stateAt(now) == ProposalState.LAPSED)
                .isPresent();
        return lapsed ? ImportState.REJECTED : state;
    }

    /** Its version at a moment, from 1: it changes with what a second person is asked, and with nothing else. */
    public long versionAt(Instant now) {
        return proposal.map(asked -> asked.versionAt(now)).orElse(1L);
    }

    /**
     * The import once it is approved.
     *
     * @param count how many rows made an object
     * @param passedOver all rows that asked for nothing new
     */
    public Import approved(Proposal answered, int count, List<Skipped> passedOver) {
        return answered(answered, ImportState.DONE, count, passedOver);
    }

    /** The import turned down. */
    public Import rejected(Proposal answered) {
        return answered(answered, ImportState.REJECTED, 0, skipped);
    }

    private Import answered(Proposal answered, ImportState after, int count, List<Skipped> passedOver) {
        return new Import(
                id, kind, after, rows, count, passedOver, errors, maker, about, recordedAt, Optional.of(answered));
    }
}
