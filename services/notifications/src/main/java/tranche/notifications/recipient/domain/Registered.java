package tranche.notifications.recipient.domain;

import java.time.LocalDate;
import java.util.UUID;

/** A recipient was registered. */
public record Registered(UUID recipient, LocalDate effectiveDate) {}
