package tranche.portal.timeline.domain;

import java.util.Locale;
import java.util.Optional;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** What part of a claim was somebody's own, so that another person verifies it (rule D-1). */
public enum Hand {
    CLAIMED,
    SHOWN,
    VERIFIED,
    REPORTS;

    /** The first of them that is a reader's, under whatever account; empty where there is none. */
    public static Optional<Hand> of(Milestone milestone, Actor reader) {
        if (milestone.isBy(ChangeKind.MILESTONE_CLAIMED, reader)) {
            return Optional.of(CLAIMED);
        }
        if (milestone.isBy(ChangeKind.EVIDENCE_SUBMITTED, reader)) {
            return Optional.of(SHOWN);
        }
        if (milestone.isBy(ChangeKind.MILESTONE_VERIFIED, reader)) {
            return Optional.of(VERIFIED);
        }
        return reader.access().holds(Role.SITE_REPORTER, milestone.scope()) ? Optional.of(REPORTS) : Optional.empty();
    }

    /** The name in keys of texts, for instance {@code claimed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
