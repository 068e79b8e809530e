package tranche.notifications.notice.domain;

import java.util.UUID;

/** An alert that was just raised. */
public record RaisedAlert(UUID id, UUID recipient) {}
