package tranche.portal.timeline.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What an event means for the pages. */
public sealed interface Fact {

    /**
     * A project as it now is.
     *
     * @param sourceSystem in which it is called {@code externalRef}: told with its registration and kept ever after
     */
    record OfProject(
            UUID id,
            UUID programme,
            String name,
            ProjectKind kind,
            String region,
            String country,
            Optional<BigDecimal> latitude,
            Optional<BigDecimal> longitude,
            String zone,
            LocalDate startDate,
            boolean unverified,
            Optional<String> source,
            Optional<String> sourceSystem,
            Optional<String> externalRef,
            long version)
            implements Fact {

        /** This one, with what was told of it before and is told but once. */
        public OfProject after(OfProject before) {
            return new OfProject(
                    id,
                    programme,
                    name,
                    kind,
                    region,
                    country,
                    latitude,
                    longitude,
                    zone,
                    startDate,
                    unverified,
                    source,
                    sourceSystem.or(before::sourceSystem),
                    externalRef.or(before::externalRef),
                    version);
        }
    }

    /** No more is planned for a project. */
    record OfStop(UUID project, long version) implements Fact {}

    /**
     * A milestone changed.
     *
     * @param step makes the picture after the event from the one before; from nothing where the event is the first
     */
    record OfMilestone(UUID id, Function<Optional<MilestonePicture>, MilestonePicture> step) implements Fact {}

    /** A piece of evidence for the latest claim of a milestone. */
    record OfEvidence(
            UUID id,
            UUID milestone,
            UUID project,
            EvidenceKind kind,
            String sha256,
            long size,
            String mediaType,
            Instant submittedAt)
            implements Fact {}

    /**
     * Something to be told in the history; it changes no picture by itself.
     *
     * @param day that the event is about, and {@code before} the one that it replaces; where a forecast stays, what the
     *     site states, and none before it
     * @param days by how many a forecast moved
     * @param text why, or what a verifier states
     * @param count of pieces of evidence, of those who have verified, or of tranches waived for, 0 for all
     */
    record Told(
            UUID event,
            ChangeKind kind,
            String type,
            Instant recordedAt,
            LocalDate effective,
            UUID actor,
            UUID key,
            long sequence,
            long version,
            UUID project,
            Optional<UUID> milestone,
            Optional<LocalDate> day,
            Optional<LocalDate> before,
            Optional<Integer> days,
            Optional<String> text,
            Optional<Integer> count)
            implements Fact {}
}
