package tranche.milestones.milestone.domain;

import java.time.Instant;
import java.util.Optional;
import tranche.values.actor.Maker;
import tranche.values.file.FileType;

/**
 * A piece of evidence with what is said of its file beside (rule D-47). It never changes, and is there for good: of a claim
 * that was rejected as of one that was verified.
 *
 * @param type as the file's bytes tell it
 * @param name what its submitter calls it
 * @param source where it comes from, in its submitter's words
 * @param capturedAt when the photo was taken, the meter read, the paper signed, as its submitter says
 * @param submittedAt when it came
 */
public record KeptEvidence(
        MilestoneId milestone,
        Evidence evidence,
        FileType type,
        Optional<String> name,
        Optional<String> source,
        Optional<Instant> capturedAt,
        Maker maker,
        Instant submittedAt) {}
