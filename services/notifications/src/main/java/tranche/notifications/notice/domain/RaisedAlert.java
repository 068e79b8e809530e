package tranche.notifications.notice.domain;

import java.util.UUID;

/**
 * An alert that was just raised.
 *
 * @param told how its recipient is told of it
 */
public record RaisedAlert(UUID id, UUID recipient, Told told) {}
