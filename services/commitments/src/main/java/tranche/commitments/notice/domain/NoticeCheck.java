package tranche.commitments.notice.domain;

import java.time.Instant;
import java.util.Optional;
import tranche.commitments.payment.domain.Fingerprint;

/**
 * What anybody is told who holds a file: what is printed on it, whether it was taken back, and what its account replaced.
 *
 * @param named the account that it names; empty where the instructions follow, and of an unknown file
 * @param replaced the account that held before the named one; empty where the fund had no other
 */
public record NoticeCheck(
        NoticeState state,
        Optional<Instant> issuedAt,
        Optional<Instant> withdrawnAt,
        Optional<Notice.Named> named,
        Optional<Replaced> replaced) {

    public static final NoticeCheck UNKNOWN = new NoticeCheck(
            NoticeState.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * An account that held until another took its place: who is paid by a changed account is told so wherever it is shown.
     *
     * @param until when the other one took its place
     */
    public record Replaced(Fingerprint fingerprint, Instant until) {}

    /** Of a notice that was signed. */
    public static NoticeCheck of(
            Instant issuedAt,
            Optional<Instant> withdrawnAt,
            Optional<Notice.Named> named,
            Optional<Replaced> replaced) {
        return new NoticeCheck(
                withdrawnAt.isPresent() ? NoticeState.WITHDRAWN : NoticeState.GENUINE,
                Optional.of(issuedAt),
                withdrawnAt,
                named,
                replaced);
    }
}
