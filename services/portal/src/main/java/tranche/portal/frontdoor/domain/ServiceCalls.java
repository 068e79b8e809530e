package tranche.portal.frontdoor.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tranche.values.actor.Actor;

/**
 * Calls of a page to the service that owns an object, in the name of whoever is signed in: the same paths, rules and
 * answers as the public contract, so that a form can do nothing that the API does not allow.
 *
 * <p>A service that does not answer in time is told as {@link ServiceReply} 503, never as an exception.
 */
public interface ServiceCalls {

    /** Reads an object. */
    ServiceReply get(Actor actor, Locale language, String path);

    /**
     * Sends a command.
     *
     * @param method {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
     * @param path below {@code /api/v1}, for instance {@code /commitments/0193.../acceptance}
     * @param body members of the JSON body: strings, numbers, booleans, lists and maps
     * @param version what {@code If-Match} says: the version that the person saw
     * @param once the idempotency key: the same form sent twice acts once
     */
    ServiceReply send(
            Actor actor,
            Locale language,
            String method,
            String path,
            Map<String, ?> body,
            Optional<String> version,
            String once);
}
