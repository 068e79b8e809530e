package tranche.web.command;

import java.util.Optional;
import java.util.function.Supplier;
import tranche.values.decision.Decision;
import tranche.web.access.Caller;
import tranche.web.body.Body;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * What a command is refused for whatever its body says: an object that is not there or not to be seen, four eyes, a role,
 * a version, a state. The contract tells each of them before a wrong value, so a body that is wrong is held against it
 * first; a body that is right goes to the decision, which asks the same inside its transaction.
 *
 * @param refusal asks the object as it stands; empty where nothing stands in the way
 */
public record Threshold(Supplier<? extends Optional<? extends Decision<?>>> refusal) {

    /** Lets through whoever may do such a thing at all. */
    public static Threshold openTo(boolean holdsTheRole) {
        return new Threshold(
                () -> holdsTheRole ? Optional.empty() : Optional.of(Decision.refused(RequestRefusal.FORBIDDEN)));
    }

    /**
     * Ends the reading of a body in its place in the order of refusals.
     *
     * @throws Problem what stands in the way or, where nothing does, {@code validation} with all findings
     */
    public void check(Body body) {
        if (body.isWrong()) {
            problem().ifPresent(Threshold::tell);
        }
        body.check();
    }

    /**
     * As {@link #check}, for a command that no decision follows which would ask the same: what stands in the way is told
     * whatever the body says.
     */
    public void checkAlone(Body body) {
        problem().ifPresent(Threshold::tell);
        body.check();
    }

    /** As {@link #check}, for a command that only a key which may approve may give. */
    public void checkApproving(Caller caller, Body body) {
        if (!caller.mayApprove()) {
            problem().filter(Threshold::comesBeforeTheRole).ifPresent(Threshold::tell);
            caller.requireApproving();
        }
        check(body);
    }

    private Optional<Problem> problem() {
        return refusal.get()
                .flatMap(decision -> decision instanceof Decision.Refused<?> refused
                        ? Optional.of(Commands.problem(refused.refusal(), refused.facts()))
                        : Optional.empty());
    }

    private static boolean comesBeforeTheRole(Problem problem) {
        return problem.code().equals("not-found") || problem.code().equals("four-eyes");
    }

    private static void tell(Problem problem) {
        throw problem;
    }
}
