package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tranche.values.actor.Maker;

/**
 * What the site says: that the milestone is reached; with what shows it, and who found it to be so (rule D-45).
 *
 * <p>Evidence belongs to the claim that it was submitted for: after a rejection the site claims anew and shows anew.
 *
 * @param date on which it was reached, as the site says
 * @param by who said so
 * @param evidence in the order submitted; at most {@link #MOST_EVIDENCE}
 * @param verifications in order of time
 */
public record Claim(LocalDate date, Maker by, List<Evidence> evidence, List<Verification> verifications) {

    /** No verifier looks through more; it keeps one command's row small. */
    public static final int MOST_EVIDENCE = 200;

    /**
     * That somebody found the milestone to be reached.
     *
     * @param achieved on which day, as the verifier finds
     */
    public record Verification(Maker by, LocalDate achieved) {}

    public Claim {
        evidence = List.copyOf(evidence);
        verifications = List.copyOf(verifications);
    }

    static Claim of(LocalDate date, Maker by) {
        return new Claim(date, by, List.of(), List.of());
    }

    Claim with(List<Evidence> more) {
        return new Claim(
                date, by, Stream.concat(evidence.stream(), more.stream()).toList(), verifications);
    }

    Claim with(Verification one) {
        return new Claim(
                date,
                by,
                evidence,
                Stream.concat(verifications.stream(), Stream.of(one)).toList());
    }

    /** The day of the milestone: the latest that a verifier found, so that their order does not matter. */
    public LocalDate achieved() {
        return verifications.stream()
                .map(Verification::achieved)
                .max(LocalDate::compareTo)
                .orElse(date);
    }

    /** Which of the kinds are not there yet, in the order of {@link EvidenceKind}. */
    public List<EvidenceKind> missing(List<EvidenceKind> required) {
        Set<EvidenceKind> missing = EnumSet.noneOf(EvidenceKind.class);
        missing.addAll(required);
        evidence.forEach(piece -> missing.remove(piece.kind()));
        return new ArrayList<>(missing);
    }
}
