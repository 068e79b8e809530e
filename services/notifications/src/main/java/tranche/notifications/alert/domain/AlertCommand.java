package tranche.notifications.alert.domain;

import java.util.OptionalLong;
import java.util.UUID;

/** A recipient does something about an alert of its own. */
public record AlertCommand(UUID alert, Alert.Step step, OptionalLong ifMatch) {}
