package tranche.milestones.milestone.domain;

import java.util.UUID;

/**
 * A piece of evidence, by its hash (rule D-47). Its name and whatever else is said of it is kept beside the file.
 *
 * @param sha256 of the file as the server received it, 64 hexadecimal digits in lower case
 * @param size in bytes
 */
public record Evidence(UUID id, EvidenceKind kind, String sha256, long size, String mediaType) {}
