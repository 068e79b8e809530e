package tranche.notifications.recipient.domain;

import java.util.UUID;
import tranche.values.register.Version;

/**
 * Somebody who is told of things.
 *
 * @param id of an account, the account's own
 */
public record Recipient(UUID id, Version version) {}
