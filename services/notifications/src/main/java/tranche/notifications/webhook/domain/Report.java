package tranche.notifications.webhook.domain;

import java.time.Instant;

/**
 * What an endpoint made of an attempt.
 *
 * @param ofTest whether it was a test
 * @param gone whether it has said that it will never take anything
 * @param givenUp whether what was sent is not tried any more, though it was not taken
 */
public record Report(boolean succeeded, boolean ofTest, boolean gone, boolean givenUp, Instant at) {}
