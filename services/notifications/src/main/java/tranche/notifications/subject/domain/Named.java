package tranche.notifications.subject.domain;

import java.util.UUID;

/** What something is called. */
public record Named(UUID id, String name) {}
