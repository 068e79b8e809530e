package tranche.portal.raise.page;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tranche.portal.raise.domain.ChangeKind;
import tranche.portal.raise.domain.Commitment;
import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.raise.domain.CommitmentStep;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;
import tranche.values.actor.Role;

/**
 * Where a commitment stands, in sentences for one reader: what is so and what comes next, and beside the buttons who made
 * it and why this reader may act.
 *
 * @param steps of its history, the oldest first
 */
record Standing(Commitment commitment, List<CommitmentStep> steps, Visitor visitor, Words words) {

    private static final Set<ChangeKind> INDICATED = Set.of(
            ChangeKind.COMMITMENT_DRAFTED, ChangeKind.COMMITMENT_DRAFT_EDITED, ChangeKind.COMMITMENT_TAKE_ON_DRAFTED);

    private static final Set<ChangeKind> MADE = Set.of(
            ChangeKind.COMMITMENT_DRAFTED,
            ChangeKind.COMMITMENT_DRAFT_EDITED,
            ChangeKind.COMMITMENT_TAKE_ON_DRAFTED,
            ChangeKind.COMMITMENT_SUBMITTED);

    /** Whether the reader may submit, send back and cancel. */
    boolean manages() {
        return visitor.access().holds(Set.of(Role.FUND_MANAGER), commitment.scope());
    }

    /** Whether the reader is an approver of it, be it as its maker. */
    boolean approves() {
        return visitor.access().holds(Set.of(Role.APPROVER), commitment.scope());
    }

    /** Whether the reader may accept it or take it on: an approver who has neither made nor edited it (rule D-1). */
    boolean isSecondPerson() {
        return approves() && !commitment.madeByCaller();
    }

    /** Whether whoever accepts it now is refused: it must be submitted to be asked. */
    private boolean isStopped() {
        return commitment.state() == CommitmentState.SUBMITTED && new Guards(commitment, words).stop();
    }

    /** Whether it is a position that waits to be taken on. */
    boolean waitsToBeTakenOn() {
        return commitment.state() == CommitmentState.DRAFT && commitment.takeOn();
    }

    /** The first sentence of the page. */
    Content sentence() {
        Optional<CommitmentStep> last = steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
        return switch (commitment.state()) {
            case DRAFT -> drafted(last);
            case SUBMITTED -> say("submitted", step(ChangeKind.COMMITMENT_SUBMITTED), isSecondPerson() && !isStopped());
            case ACCEPTED ->
                say(
                        commitment.closing().isPresent() ? "accepted.planned" : "accepted",
                        step(ChangeKind.COMMITMENT_ACCEPTED),
                        false);
            case CLOSED -> say("closed", Optional.empty(), false);
            case DEFAULTED -> say("defaulted", last, false);
            case TRANSFERRED -> say("transferred", step(ChangeKind.COMMITMENT_TRANSFERRED), false);
            case RELEASED -> say("released", last, false);
            case CANCELLED -> say("cancelled", step(ChangeKind.COMMITMENT_CANCELLED), false);
        };
    }

    private Content drafted(Optional<CommitmentStep> last) {
        if (commitment.takeOn()) {
            return say("take-on", last(INDICATED), isSecondPerson());
        }
        Optional<CommitmentStep> returned = last.filter(step -> step.kind() == ChangeKind.COMMITMENT_RETURNED);
        return returned.isPresent() ? say("returned", returned, manages()) : say("draft", last(INDICATED), manages());
    }

    /** Who made it and why this reader may act on it, or may not; empty for whoever has no part in it. */
    Optional<Content> reason() {
        boolean waits = commitment.state() == CommitmentState.SUBMITTED || waitsToBeTakenOn();
        if (waits && commitment.madeByCaller() && (manages() || approves())) {
            return Optional.of(may("four-eyes"));
        }
        if (waits && isSecondPerson()) {
            return Optional.of(may(isStopped() ? "approve-later" : "approve"));
        }
        if (!manages()) {
            return Optional.empty();
        }
        return switch (commitment.state()) {
            case DRAFT -> Optional.of(may(commitment.takeOn() ? "cancel" : "submit"));
            case SUBMITTED -> Optional.of(may("return"));
            case ACCEPTED -> Optional.of(may("cancel"));
            default -> Optional.empty();
        };
    }

    /** What a manager may do about a commitment that is closed. */
    Content mayPropose() {
        return may("change");
    }

    private Content may(String what) {
        return words.rich("commitment.may." + what, gaps(last(MADE), false));
    }

    private Content say(String what, Optional<CommitmentStep> step, boolean may) {
        return words.rich("commitment.now." + what, gaps(step, may));
    }

    private Map<String, Object> gaps(Optional<CommitmentStep> step, boolean may) {
        Map<String, Object> gaps = new HashMap<>();
        Optional<String> name = step.flatMap(CommitmentStep::actorName);
        gaps.put("known", name.isPresent() ? "yes" : "no");
        gaps.put("name", name.orElse(""));
        gaps.put("may", may ? "yes" : "no");
        gaps.put("day", day(step.map(CommitmentStep::recorded).orElse(commitment.changedAt())));
        gaps.put("closing", commitment.closing().map(words.dates()::day).orElse(""));
        gaps.put(
                "effective",
                commitment
                        .effective()
                        .map(date -> CommitmentSheet.known(date, words.dates()))
                        .orElseGet(() -> words.say("words.none")));
        gaps.put("called", words.money().full(commitment.called()));
        gaps.put("part", part());
        Optional<String> other = step.flatMap(CommitmentStep::other).map(CommitmentStep.Other::investor);
        gaps.put("seen", other.isPresent() ? "yes" : "no");
        gaps.put("other", other.orElse(""));
        return gaps;
    }

    private String part() {
        if (commitment.called().isZero()) {
            return "none";
        }
        return commitment.uncalled().isZero() ? "all" : "some";
    }

    private String day(Instant instant) {
        return words.dates().day(LocalDate.ofInstant(instant, visitor.zone()));
    }

    private Optional<CommitmentStep> step(ChangeKind kind) {
        return last(Set.of(kind));
    }

    private Optional<CommitmentStep> last(Set<ChangeKind> kinds) {
        return steps.reversed().stream()
                .filter(step -> kinds.contains(step.kind()))
                .findFirst();
    }
}
