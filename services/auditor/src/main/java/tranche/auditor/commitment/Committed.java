package tranche.auditor.commitment;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import tranche.Money;
import tranche.commitments.ClosingEffective;
import tranche.commitments.CommitmentAmended;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentTakenOn;

/** What is committed to a fund, added up event by event, against what the events themselves say of it. */
final class Committed {

    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal withTheClosing = BigDecimal.ZERO;

    /**
     * Counts an event.
     *
     * @return what it should say is committed to the fund; empty where it says so, or need not say
     */
    Optional<BigDecimal> expected(IndexedRecord event) {
        switch (event) {
            case ClosingEffective e -> withTheClosing = sum.add(e.getTotal().getValue());
            case CommitmentTakenOn e -> sum = sum.add(e.getAmount().getValue());
            case CommitmentClosed e -> {
                sum = sum.add(e.getAmount().getValue());
                return e.getFundCommitted().flatMap(told -> unless(told, withTheClosing));
            }
            case CommitmentAmended e -> {
                sum = sum.add(e.getAmount().getValue())
                        .subtract(e.getAmountBefore().getValue());
                return unless(e.getFundCommitted(), sum);
            }
            default -> {
                // What goes over from one investor to another is committed to the fund as before.
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> unless(Money told, BigDecimal counted) {
        return told.getValue().compareTo(counted) == 0 ? Optional.empty() : Optional.of(counted);
    }
}
