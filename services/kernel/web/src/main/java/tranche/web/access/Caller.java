package tranche.web.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import tranche.flow.writer.Position;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * Whose request this is. A controller of {@code /api} takes it as an argument.
 *
 * @param language English or French: what people read
 * @param position what the caller has seen and the answer must include; already waited for
 * @param origin the deployment's public address, without a slash at its end
 */
public record Caller(Identity identity, Locale language, Optional<Position> position, URI origin) {

    public Actor actor() {
        return identity.actor();
    }

    public Access access() {
        return identity.actor().access();
    }

    /** Whether the key that this comes with goes so far as to approve. */
    public boolean mayApprove() {
        return identity.scopes().contains(KeyScope.APPROVE);
    }

    /**
     * Asks for a key that may approve.
     *
     * @throws Problem {@code forbidden} otherwise
     */
    public void requireApproving() {
        if (!mayApprove()) {
            throw Problem.of(RequestRefusal.FORBIDDEN);
        }
    }
}
