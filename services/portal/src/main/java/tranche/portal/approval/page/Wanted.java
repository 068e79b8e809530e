package tranche.portal.approval.page;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.portal.frontdoor.domain.Answered;

/** Ids for which names are wanted, by what they are of: gathered first, so that each kind is asked for once. */
final class Wanted {

    /** What ids of the contract stand for. */
    enum Kind {
        MILESTONE(Set.of("milestoneId", "supersededBy"), "milestone"),
        TRANCHE(Set.of("trancheId", "trancheIds"), "tranche"),
        COMMITMENT(Set.of("commitmentId"), "commitment"),
        CALL(Set.of("capitalCallId", "callId"), "capital-call"),
        FUND(Set.of("fundId"), "fund"),
        INVESTOR(Set.of("investorId", "toInvestorId"), "investor"),
        PROJECT(Set.of("projectId"), "project"),
        PROGRAMME(Set.of("programmeId"), "programme");

        private final Set<String> members;
        private final String subject;

        Kind(Set<String> members, String subject) {
            this.members = members;
            this.subject = subject;
        }

        private static Optional<Kind> ofMember(String name) {
            return List.of(values()).stream()
                    .filter(kind -> kind.members.contains(name))
                    .findFirst();
        }

        /** The kind that the subject of a proposal is of. */
        static Optional<Kind> ofSubject(String type) {
            return List.of(values()).stream()
                    .filter(kind -> kind.subject.equals(type))
                    .findFirst();
        }
    }

    private final Map<Kind, Set<UUID>> ids = new EnumMap<>(Kind.class);

    Wanted add(Kind kind, UUID id) {
        ids.computeIfAbsent(kind, _ -> new HashSet<>()).add(id);
        return this;
    }

    Set<UUID> of(Kind kind) {
        return ids.getOrDefault(kind, Set.of());
    }

    /** All that an answer of a service names, at whatever depth. */
    static Wanted in(Answered answer) {
        Wanted wanted = new Wanted();
        wanted.object(answer.members());
        return wanted;
    }

    /** What a proposal is about. */
    static Optional<Waiting.Subject> subject(Answered proposal) {
        return proposal.objectIfAny("subject")
                .flatMap(subject ->
                        Kind.ofSubject(subject.text("type")).map(kind -> new Waiting.Subject(kind, subject.id("id"))));
    }

    private void object(Map<?, ?> members) {
        members.forEach((name, value) -> member(String.valueOf(name), value));
        subject(new Answered(members)).ifPresent(subject -> add(subject.kind(), subject.id()));
    }

    private void member(String name, Object value) {
        switch (value) {
            case Map<?, ?> members -> object(members);
            case List<?> list ->
                list.forEach(item -> {
                    if (item != null) {
                        member(name, item);
                    }
                });
            case String text ->
                Kind.ofMember(name)
                        .ifPresent(kind ->
                                new Answered(Map.of(name, text)).idIfAny(name).ifPresent(id -> add(kind, id)));
            case null, default -> {}
        }
    }
}
