package tranche.values.register;

import java.util.Map;
import java.util.UUID;
import tranche.values.actor.ContentHash;

/**
 * An object that is already known under a foreign identity.
 *
 * @param id of the object
 * @param object the object, or as much of it as its feature needs to answer with
 * @param payload hash of what it was created with: the same again is the same request, another is a conflict
 */
public record Known<T>(UUID id, T object, ContentHash payload) {

    /**
     * What another request under the same name is told: the object's id, if the caller sees the object at all.
     *
     * @param seen whether it does
     */
    public Map<String, Object> conflict(boolean seen) {
        return seen ? Map.of("existingId", id.toString()) : Map.of();
    }
}
