package tranche.commitments.imports.domain;

import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tranche.commitments.imports.domain.Entry.Held;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;

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
 * @param question what a second person is asked; empty where nobody is
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
        Optional<Question> question) {

    /** Unanswered for so long, a proposal lapses. */
    public static final Duration ANSWER_WITHIN = Duration.ofHours(72);

    /**
     * What a second person is asked.
     *
     * @param content of all rows that would be written
     * @param answeredBy who approved or rejected it
     * @param reason of a rejection
     */
    public record Question(
            ContentHash content,
            Instant expiresAt,
            Optional<Maker> answeredBy,
            Optional<Instant> answeredAt,
            Optional<String> reason) {

        Question answered(Actor by, Instant now, Optional<String> why) {
            return new Question(content, expiresAt, Optional.of(by.asMaker()), Optional.of(now), why);
        }
    }

    /** What became of the question. */
    public enum Answer {
        PENDING,
        APPROVED,
        REJECTED,
        LAPSED
    }

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
        return new Import(
                id,
                filing.kind(),
                state,
                filing.rows(),
                state == ImportState.DONE ? written : 0,
                passedOver,
                RowError.most(errors),
                by.asMaker(),
                errors.isEmpty() ? filing.about() : Set.of(Scope.DEPLOYMENT),
                now,
                asks
                        ? Optional.of(new Question(
                                Filing.content(filing.kind(), held),
                                now.plus(ANSWER_WITHIN),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        : Optional.empty());
    }

    /** Its state at a moment: an unanswered proposal ends by time alone. */
    public ImportState stateAt(Instant now) {
        return state == ImportState.AWAITING_APPROVAL && answerAt(now) == Answer.LAPSED ? ImportState.REJECTED : state;
    }

    /** What became of the question by that moment. */
    public Answer answerAt(Instant now) {
        return switch (state) {
            case DONE -> Answer.APPROVED;
            case REJECTED -> Answer.REJECTED;
            case AWAITING_APPROVAL -> now.isBefore(question.orElseThrow().expiresAt()) ? Answer.PENDING : Answer.LAPSED;
        };
    }

    /** The import with all that it asks for written, if this second person may have it so. */
    public Decision<Import> approve(Actor by, ContentHash seen, Instant now) {
        Optional<Decision<Import>> refusal = refusalOfAnswer(by, now);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        ContentHash content = question.orElseThrow().content();
        if (!seen.equals(content)) {
            return refused(ImportRefusal.CONTENT_CHANGED, Map.of("contentHash", content.hex()));
        }
        return accepted(answered(ImportState.DONE, by, now, Optional.empty()));
    }

    /** The import turned down. */
    public Decision<Import> reject(Actor by, String reason, Instant now) {
        return refusalOfAnswer(by, now)
                .orElseGet(() -> accepted(answered(ImportState.REJECTED, by, now, Optional.of(reason))));
    }

    /** Why this person may not answer, yes or no; in the order in which refusals are told. Empty where nothing forbids it. */
    public Optional<Decision<Import>> refusalOfAnswer(Actor by, Instant now) {
        if (question.isEmpty()) {
            return Optional.of(refused(ImportRefusal.NOT_FOUND));
        }
        if (!FourEyes.madeBy(maker, question.get().content()).mayBeApprovedBy(by)) {
            return Optional.of(refused(ImportRefusal.FOUR_EYES));
        }
        if (!about.stream().allMatch(scope -> by.access().holds(Role.APPROVER, scope))) {
            return Optional.of(refused(ImportRefusal.FORBIDDEN));
        }
        Answer answer = answerAt(now);
        return answer == Answer.PENDING
                ? Optional.empty()
                : Optional.of(
                        refused(ImportRefusal.INVALID_STATE, Map.of("state", answer.name(), "allowed", List.of())));
    }

    private Import answered(ImportState after, Actor by, Instant now, Optional<String> reason) {
        return new Import(
                id,
                kind,
                after,
                rows,
                written,
                skipped,
                errors,
                maker,
                about,
                recordedAt,
                question.map(asked -> asked.answered(by, now, reason)));
    }

    /** The import with what its rows came to when they were written. */
    public Import wrote(int count, List<Skipped> passedOver) {
        return new Import(id, kind, state, rows, count, passedOver, errors, maker, about, recordedAt, question);
    }
}
