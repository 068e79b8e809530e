package tranche.values.proposal;

import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;

/**
 * A command that one person has proposed and that takes effect when another confirms it. It has no events of its own:
 * what it brings about has.
 *
 * @param subject id of the object that the command is about
 * @param about the programmes, funds and projects concerned: who answers must be an approver of all of them
 * @param content as it is now; it changes with what it was made against
 * @param restated how often it has changed
 * @param maker who proposed it
 * @param answered what a second person said; empty while nobody has
 */
public record Proposal(
        UUID id,
        ProposedCommand command,
        UUID subject,
        Set<Scope> about,
        Content content,
        long restated,
        Maker maker,
        Instant recordedAt,
        Instant expiresAt,
        Optional<Answered> answered) {

    /** Unanswered for so long, a proposal lapses. */
    public static final Duration ANSWER_WITHIN = Duration.ofHours(72);

    /**
     * The answer of a second person.
     *
     * @param reason of a rejection
     */
    public record Answered(boolean approved, Maker by, Instant at, Optional<String> reason) {}

    public Proposal {
        about = Set.copyOf(about);
    }

    public static Proposal of(
            UUID id, ProposedCommand command, UUID subject, Set<Scope> about, Content content, Actor by, Instant now) {
        return new Proposal(
                id, command, subject, about, content, 0, by.asMaker(), now, now.plus(ANSWER_WITHIN), Optional.empty());
    }

    /**
     * The one fund, or the one project, that it is about.
     *
     * @throws java.util.NoSuchElementException if it is about none
     */
    public UUID the(Function<Scope, Optional<UUID>> part) {
        return about.stream().map(part).flatMap(Optional::stream).findFirst().orElseThrow();
    }

    /** Its state at a moment: unanswered, it ends by time alone. */
    public ProposalState stateAt(Instant now) {
        return answered.map(answer -> answer.approved() ? ProposalState.APPROVED : ProposalState.REJECTED)
                .orElse(now.isBefore(expiresAt) ? ProposalState.PENDING : ProposalState.LAPSED);
    }

    /** Its version at a moment, from 1: a restatement makes another one, and so does its end, by an answer or by time. */
    public long versionAt(Instant now) {
        return 1 + restated + (stateAt(now) == ProposalState.PENDING ? 0 : 1);
    }

    /** The proposal confirmed, if this second person may have it so and has seen what it is now. */
    public Decision<Proposal> approve(Actor by, ContentHash seen, OptionalLong ifMatch, Instant now) {
        return refusalOfAnswer(by, ifMatch, now)
                .orElseGet(() -> fourEyes().isOf(seen)
                        ? accepted(answered(new Answered(true, by.asMaker(), now, Optional.empty())))
                        : refused(
                                ProposalRefusal.CONTENT_CHANGED,
                                Map.of("contentHash", content.hash().hex())));
    }

    /** The proposal turned down. */
    public Decision<Proposal> reject(Actor by, String reason, OptionalLong ifMatch, Instant now) {
        return refusalOfAnswer(by, ifMatch, now)
                .orElseGet(() -> accepted(answered(new Answered(false, by.asMaker(), now, Optional.of(reason)))));
    }

    /** Why this person may not answer, yes or no; in the order in which refusals are told. Empty where nothing forbids it. */
    public Optional<Decision<Proposal>> refusalOfAnswer(Actor by, OptionalLong ifMatch, Instant now) {
        if (!fourEyes().mayBeApprovedBy(by)) {
            return Optional.of(refused(ProposalRefusal.FOUR_EYES));
        }
        if (!about.stream().allMatch(scope -> by.access().holds(Role.APPROVER, scope))) {
            return Optional.of(refused(ProposalRefusal.FORBIDDEN));
        }
        long version = versionAt(now);
        if (ifMatch.isPresent() && ifMatch.getAsLong() != version) {
            return Optional.of(refused(ProposalRefusal.VERSION_CONFLICT, Map.of("version", version)));
        }
        ProposalState state = stateAt(now);
        return state == ProposalState.PENDING
                ? Optional.empty()
                : Optional.of(
                        refused(ProposalRefusal.INVALID_STATE, Map.of("state", state.name(), "allowed", List.of())));
    }

    private FourEyes fourEyes() {
        return FourEyes.madeBy(maker, content.hash());
    }

    private Proposal answered(Answered answer) {
        return new Proposal(
                id, command, subject, about, content, restated, maker, recordedAt, expiresAt, Optional.of(answer));
    }
}
