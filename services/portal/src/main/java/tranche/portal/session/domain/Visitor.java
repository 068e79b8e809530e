package tranche.portal.session.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/**
 * Whoever is signed in and asks for a page.
 *
 * @param displayName as the person wants to be called; shown to the person alone and never logged
 * @param csrf the secret that every form of this session carries in its field {@code csrf}
 * @param lastVisit when the session before this one was last used; empty on the first
 */
public record Visitor(String displayName, Actor actor, Reader reader, String csrf, Optional<Instant> lastVisit) {

    /** The same visitor with the rights of another moment. */
    public Visitor as(Actor then) {
        return new Visitor(displayName, then, reader, csrf, lastVisit);
    }

    /** Id of the account that is signed in. */
    public UUID account() {
        return actor.account();
    }

    public Access access() {
        return actor.access();
    }

    public Locale locale() {
        return reader.locale();
    }

    public Theme theme() {
        return reader.theme();
    }

    public ZoneId zone() {
        return reader.zone();
    }

    /** Whether one of the roles is held anywhere: enough for an entry of the menu, never for a row. */
    public boolean hasAnyOf(Role... roles) {
        for (Role role : roles) {
            if (access().holdsAnywhere(role)) {
                return true;
            }
        }
        return false;
    }

    /** Never the name or the secret. */
    @Override
    public String toString() {
        return "Visitor[" + account() + "]";
    }
}
