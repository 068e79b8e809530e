package tranche.notifications.recipient.domain;

import java.util.UUID;

/** Registers an account as a recipient, unless it is one. */
public record Register(UUID account) {}
