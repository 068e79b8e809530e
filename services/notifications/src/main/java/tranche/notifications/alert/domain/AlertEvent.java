package tranche.notifications.alert.domain;

import java.time.LocalDate;
import java.util.UUID;

/** A recipient has done something about an alert. */
public record AlertEvent(UUID alert, Alert.Step step, LocalDate effectiveDate) {}
