package tranche.portal.timeline.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One step in the life of a project: an event and what it said.
 *
 * @param sequence its place in the project's chain of events
 * @param milestone the milestone that it is about, with {@code name}; empty where it is the project itself
 * @param actor account that acted; empty where the caller may not know
 * @param actorName how the person behind the account is called; empty where the caller may not know
 * @param text why, or what a verifier states; empty where the caller sees what is published
 */
public record TimelineStep(
        UUID event,
        ChangeKind kind,
        String type,
        long sequence,
        long version,
        LocalDate effective,
        Instant recorded,
        Optional<UUID> actor,
        Optional<String> actorName,
        Optional<UUID> milestone,
        Optional<String> name,
        Optional<LocalDate> day,
        Optional<LocalDate> before,
        Optional<Integer> days,
        Optional<String> text,
        Optional<Integer> count) {}
