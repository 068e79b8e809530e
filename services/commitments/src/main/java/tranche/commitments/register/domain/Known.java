package tranche.commitments.register.domain;

import java.util.UUID;
import tranche.values.actor.ContentHash;

/**
 * An object that is already known under a foreign identity.
 *
 * @param id of the object
 * @param object the object, or as much of it as its feature needs to answer with
 * @param payload hash of what it was created with: the same again is the same request, another is a conflict
 */
public record Known<T>(UUID id, T object, ContentHash payload) {}
