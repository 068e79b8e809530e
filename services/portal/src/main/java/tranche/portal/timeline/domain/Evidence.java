package tranche.portal.timeline.domain;

import java.time.Instant;
import java.util.UUID;

/** A piece of evidence, known by the hash of its file. */
public record Evidence(
        UUID id, UUID milestone, EvidenceKind kind, String sha256, long size, String mediaType, Instant submittedAt) {}
