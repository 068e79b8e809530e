package tranche.notifications.preference.domain;

import java.time.LocalDate;

/** A recipient has said what it wants. */
public record PreferencesChanged(Wishes wishes, LocalDate effectiveDate) {}
