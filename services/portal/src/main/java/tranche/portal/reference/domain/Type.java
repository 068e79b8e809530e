package tranche.portal.reference.domain;

import java.util.Optional;

/**
 * What a value is.
 *
 * @param text in words, for instance {@code list of Commitment}
 * @param shape the name under which the page says more
 */
public record Type(String text, Optional<String> shape) {}
