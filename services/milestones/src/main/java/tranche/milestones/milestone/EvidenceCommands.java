package tranche.milestones.milestone;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import tranche.flow.Flow;
import tranche.flow.file.KeptFiles;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Idempotency;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Transaction;
import tranche.flow.writer.Writers;
import tranche.milestones.milestone.domain.Evidence;
import tranche.milestones.milestone.domain.EvidenceKind;
import tranche.milestones.milestone.domain.KeptEvidence;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.domain.MilestoneCommand.SubmitEvidence;
import tranche.milestones.milestone.domain.MilestoneEvent;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.Site;
import tranche.milestones.milestone.store.EvidenceRows;
import tranche.milestones.project.domain.ProjectId;
import tranche.values.actor.Actor;
import tranche.values.file.FileType;
import tranche.world.file.IncomingFile;

/** The front door of evidence: a file is kept and named, and the milestone's event tells of it, all or nothing. */
@Singleton
public final class EvidenceCommands {

    private final MilestoneCommands milestones;
    private final KeptFiles files;
    private final Writers writers;

    EvidenceCommands(MilestoneCommands milestones, KeptFiles files, Flow flow) {
        this.milestones = milestones;
        this.files = files;
        this.writers = flow.writers();
    }

    /**
     * What is submitted, beside its file.
     *
     * @param id of the piece, if it is taken
     */
    public record Submitted(
            UUID id,
            EvidenceKind kind,
            FileType type,
            Optional<String> name,
            Optional<String> source,
            Optional<Instant> capturedAt) {}

    /** Makes the answer from the site after the command, and from whether the same file shows another milestone too. */
    @FunctionalInterface
    public interface Rendering {
        Answer of(Site after, boolean isElsewhere);
    }

    /** The request behind a piece of evidence. */
    public record Request(
            Actor by,
            OptionalLong ifMatch,
            Optional<LocalDate> effectiveDate,
            Optional<Idempotency> idempotency,
            Trace trace,
            Rendering renderer) {}

    /** Submits a file for what is claimed of a milestone. */
    public Outcome submit(
            ProjectId project, MilestoneId milestone, IncomingFile file, Submitted submitted, Request request) {
        IncomingFile.Sealed sealed = file.seal();
        var evidence = new Evidence(
                submitted.id(),
                submitted.kind(),
                sealed.sha256(),
                sealed.size(),
                submitted.type().mediaType());
        return writers.together(transaction -> {
            transaction.lock(Set.of(project.value()), Set.of());
            Outcome outcome = submit(transaction, project, milestone, evidence, request);
            if (outcome instanceof Outcome.Done done && !done.replayed()) {
                files.keep(transaction, file);
                EvidenceRows.insert(
                        transaction.connection(),
                        new KeptEvidence(
                                milestone,
                                evidence,
                                submitted.type(),
                                submitted.name(),
                                submitted.source(),
                                submitted.capturedAt(),
                                request.by().asMaker(),
                                transaction.now()));
            }
            return outcome;
        });
    }

    private Outcome submit(
            Transaction transaction, ProjectId project, MilestoneId milestone, Evidence evidence, Request request)
            throws SQLException {
        boolean isElsewhere = EvidenceRows.isElsewhere(transaction.connection(), evidence.sha256(), milestone);
        Submission<Site, MilestoneCommand, MilestoneEvent> submission = new Submission<>(
                project.value(),
                Set.of(),
                new SubmitEvidence(
                        milestone, List.of(evidence), request.effectiveDate(), request.by(), request.ifMatch()),
                request.by(),
                request.idempotency(),
                request.trace(),
                (after, _) -> request.renderer().of(after, isElsewhere));
        return transaction.submit(milestones, List.of(submission)).getFirst();
    }

    /** The bytes of a piece, to be closed. */
    public InputStream open(KeptEvidence kept) {
        return files.open(kept.evidence().sha256());
    }
}
