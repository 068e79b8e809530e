package tranche.web.access;

import java.util.Set;
import tranche.values.actor.Actor;

/**
 * Who was recognised, and by what.
 *
 * @param scopes how far the key goes that was used; all for a person who signed in
 */
public record Identity(Actor actor, Set<KeyScope> scopes) {

    public Identity {
        scopes = Set.copyOf(scopes);
    }
}
