package tranche.portal.reference.domain;

/**
 * A field of an object.
 *
 * @param name with the names of the objects around it, for instance {@code terms.callBasis}
 * @param required whether it must be sent, or is always answered
 */
public record Field(String name, boolean required, Type type, Prose description) {}
