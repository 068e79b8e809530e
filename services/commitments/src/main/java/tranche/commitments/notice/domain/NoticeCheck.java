package tranche.commitments.notice.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What anybody is told who holds a file: nothing that is not printed on it, but whether it was taken back.
 *
 * @param named the account that it names; empty where the instructions follow, and of an unknown file
 */
public record NoticeCheck(
        NoticeState state, Optional<Instant> issuedAt, Optional<Instant> withdrawnAt, Optional<Notice.Named> named) {

    public static final NoticeCheck UNKNOWN =
            new NoticeCheck(NoticeState.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty());

    /** Of a notice that was signed. */
    public static NoticeCheck of(Instant issuedAt, Optional<Instant> withdrawnAt, Optional<Notice.Named> named) {
        return new NoticeCheck(
                withdrawnAt.isPresent() ? NoticeState.WITHDRAWN : NoticeState.GENUINE,
                Optional.of(issuedAt),
                withdrawnAt,
                named);
    }
}
