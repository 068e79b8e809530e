package tranche.commitments.drawdown.domain;

import static tranche.commitments.drawdown.domain.TrancheRefusal.EFFECTIVE_DATE_AHEAD;
import static tranche.commitments.drawdown.domain.TrancheRefusal.EFFECTIVE_DATE_BEFORE_LAST;
import static tranche.commitments.drawdown.domain.TrancheRefusal.FORBIDDEN;
import static tranche.commitments.drawdown.domain.TrancheRefusal.FOUR_EYES;
import static tranche.commitments.drawdown.domain.TrancheRefusal.INVALID_STATE;
import static tranche.commitments.drawdown.domain.TrancheRefusal.NOT_FOUND;
import static tranche.commitments.drawdown.domain.TrancheRefusal.VERSION_CONFLICT;
import static tranche.values.decision.Decision.refused;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tranche.values.actor.Actor;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;
import tranche.values.register.Version;

/**
 * What a step on an existing tranche is refused for before its content is looked at, in the order in which it is told:
 * unknown or not to be seen, four eyes, forbidden, another version, a state that does not admit it, a wrong day.
 */
public final class TrancheGate {

    private TrancheGate() {}

    /** @return empty where the gate is open */
    public static <E> Optional<Decision<E>> refusal(
            Optional<Tranche> found, TrancheStep step, Actor by, OptionalLong ifMatch) {
        if (isHidden(found, by)) {
            return Optional.of(refused(NOT_FOUND));
        }
        Tranche tranche = found.orElseThrow();
        if (step.needsFourEyes() && !tranche.fourEyes().mayBeApprovedBy(by)) {
            return Optional.of(refused(FOUR_EYES));
        }
        if (!by.access().holds(step.role(), tranche.scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        if (tranche.version().conflictsWith(ifMatch)) {
            return Optional.of(refused(
                    VERSION_CONFLICT, Map.of("version", tranche.version().number())));
        }
        return wrongState(tranche, step);
    }

    /** Whether a motion may be confirmed (rule D-1); empty where the gate is open. */
    static <E> Optional<Decision<E>> ofConfirming(
            Optional<Tranche> found, TrancheStep step, Maker proposedBy, Actor by) {
        if (isHidden(found, by)) {
            return Optional.of(refused(NOT_FOUND));
        }
        if (!FourEyes.isAnother(by, Set.of(proposedBy))) {
            return Optional.of(refused(FOUR_EYES));
        }
        if (!by.access().holds(Role.APPROVER, found.orElseThrow().scope())) {
            return Optional.of(refused(FORBIDDEN));
        }
        return wrongState(found.orElseThrow(), step);
    }

    /** Not before the tranche's last event, not after today (§2). */
    static <E> Optional<Decision<E>> wrongDay(Version last, Optional<LocalDate> given, LocalDate today) {
        LocalDate effective = last.dateOfNext(given, today);
        if (last.isAfter(effective)) {
            return Optional.of(refused(
                    EFFECTIVE_DATE_BEFORE_LAST,
                    Map.of("last", last.effectiveDate().toString())));
        }
        return ahead(given, today);
    }

    static <E> Optional<Decision<E>> ahead(Optional<LocalDate> given, LocalDate today) {
        return given.filter(today::isBefore).map(_ -> refused(EFFECTIVE_DATE_AHEAD, Map.of("today", today.toString())));
    }

    private static <E> Optional<Decision<E>> wrongState(Tranche tranche, TrancheStep step) {
        return tranche.allows(step)
                ? Optional.empty()
                : Optional.of(refused(
                        INVALID_STATE,
                        Map.of(
                                "state",
                                tranche.state().name(),
                                "allowed",
                                tranche.allowed().stream()
                                        .map(TrancheStep::command)
                                        .toList())));
    }

    private static boolean isHidden(Optional<Tranche> found, Actor by) {
        return found.filter(tranche -> by.access().holds(Tranche.READERS, tranche.scope()))
                .isEmpty();
    }
}
