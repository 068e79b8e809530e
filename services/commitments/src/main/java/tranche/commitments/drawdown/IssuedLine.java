package tranche.commitments.drawdown;

import java.time.Instant;
import java.util.UUID;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.fund.domain.Fund;

/**
 * A line in the moment in which it became a demand.
 *
 * @param event that says so, and upon which it was booked
 * @param call as its issue left it
 * @param before the commitment without this line
 */
public record IssuedLine(UUID event, Fund fund, CapitalCall call, CallLine line, Commitment before, Instant at) {}
