package tranche.commitments.drawdown.domain;

import java.time.LocalDate;
import tranche.commitments.commitment.domain.CommitmentId;
import tranche.commitments.commitment.domain.Drawn;

/**
 * What has been called of a commitment, or paid, is another amount than before.
 *
 * @param call whose line was issued, settled or taken back
 * @param drawn as it now is
 */
public record CommitmentDrawn(CommitmentId id, CallId call, Drawn drawn, LocalDate effectiveDate)
        implements DrawdownEvent {}
