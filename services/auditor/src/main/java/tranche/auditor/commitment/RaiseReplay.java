package tranche.auditor.commitment;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.Money;
import tranche.auditor.Check;
import tranche.auditor.Findings;
import tranche.auditor.database.Snapshot;
import tranche.auditor.event.EventListener;
import tranche.auditor.event.EventRow;
import tranche.auditor.notification.NameIds;
import tranche.commitments.CommitmentAmended;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.ProgrammeCreated;
import tranche.commitments.RaiseThresholdPassed;

/**
 * Recomputes which shares of their targets programmes have told to be committed (A04, rule N-1): each once, in rising order, under
 * the id that follows from it, upon as much as was committed to funds of the headline currency; and none that is reached is left
 * out once the events that reached it were heard.
 */
public final class RaiseReplay implements EventListener {

    /** In percent. */
    private static final List<Integer> THRESHOLDS = List.of(25, 50, 75, 100);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final String READ = """
        select coalesce(sum(sequence), 0) as n from inbox_mark
         where consumer = 'raise-threshold' and topic = 'commitments.events'
        """;

    private final Snapshot snapshot;
    private final Findings findings;
    private final Map<UUID, Raise> raises = new HashMap<>();
    private final Map<UUID, Raised> funds = new HashMap<>();

    /** What a programme set out to raise, what it has told, and what is, and at most ever was, committed to its funds. */
    private static final class Raise {
        private String currency = "";
        private @Nullable BigDecimal target;
        private int told;
        private long version;
        private BigDecimal most = BigDecimal.ZERO;
        private BigDecimal committed = BigDecimal.ZERO;
        private BigDecimal atMost = BigDecimal.ZERO;
    }

    /** What is committed to a fund, and the most that ever was. */
    private record Raised(UUID programme, String currency, BigDecimal committed, BigDecimal most) {

        Raised with(BigDecimal more) {
            BigDecimal after = committed.add(more);
            return new Raised(programme, currency, after, most.max(after));
        }
    }

    public RaiseReplay(Snapshot snapshot, Findings findings) {
        this.snapshot = snapshot;
        this.findings = findings;
    }

    @Override
    public void event(EventRow row, IndexedRecord event) {
        switch (event) {
            case ProgrammeCreated e -> {
                Raise raise = raise(e.getProgrammeId());
                raise.currency = e.getHeadlineCurrency();
                raise.target = e.getTarget().map(Money::getValue).orElse(null);
                raise.version = e.getHead().getVersion();
            }
            case RaiseThresholdPassed e -> told(row, e);
            case CommitmentClosed e -> committed(e.getProgrammeId(), e.getFundId(), e.getAmount(), BigDecimal.ZERO);
            case CommitmentTakenOn e -> committed(e.getProgrammeId(), e.getFundId(), e.getAmount(), BigDecimal.ZERO);
            case CommitmentAmended e ->
                committed(
                        e.getProgrammeId(),
                        e.getFundId(),
                        e.getAmount(),
                        e.getAmountBefore().getValue());
            default -> {}
        }
    }

    private Raise raise(UUID programme) {
        return raises.computeIfAbsent(programme, _ -> new Raise());
    }

    private void committed(UUID programme, UUID fund, Money amount, BigDecimal before) {
        funds.merge(
                fund,
                new Raised(programme, amount.getCurrency(), BigDecimal.ZERO, BigDecimal.ZERO)
                        .with(amount.getValue().subtract(before)),
                (known, _) -> known.with(amount.getValue().subtract(before)));
    }

    private void told(EventRow row, RaiseThresholdPassed event) {
        Raise raise = raise(event.getProgrammeId());
        int percent = event.getPercent();
        BigDecimal committed = event.getCommitted().getValue();
        boolean isNext = THRESHOLDS.contains(percent)
                && percent > raise.told
                && row.id().equals(NameIds.threshold(event.getProgrammeId(), percent));
        boolean isReached = raise.target != null
                && raise.target.compareTo(event.getTarget().getValue()) == 0
                && raise.currency.equals(event.getTarget().getCurrency())
                && raise.currency.equals(event.getCommitted().getCurrency())
                && isReached(committed, raise.target, percent);
        findings.checked(Check.A04, 1);
        if (!isNext || !isReached) {
            findings.add(
                    Check.A04,
                    snapshot.table("event"),
                    row.id(),
                    "a share of the target of " + event.getProgrammeId() + " that is reached and was not told",
                    percent + " % with " + committed.toPlainString());
        }
        raise.told = percent;
        raise.version = event.getHead().getVersion();
        raise.most = raise.most.max(committed);
    }

    private static boolean isReached(BigDecimal committed, BigDecimal target, int percent) {
        return committed.multiply(HUNDRED).compareTo(target.multiply(BigDecimal.valueOf(percent))) >= 0;
    }

    @Override
    public void end(UUID key) {}

    /** To be called when all events were heard: what is committed to a programme is told under the keys of its funds. */
    public void finish() throws SQLException {
        long unread = snapshot.count("select coalesce(sum(sequence), 0) as n from event_head") - snapshot.count(READ);
        for (Raised fund : funds.values()) {
            Raise raise = raise(fund.programme());
            if (fund.currency().equals(raise.currency)) {
                raise.committed = raise.committed.add(fund.committed());
                raise.atMost = raise.atMost.add(fund.most());
            }
        }
        raises.forEach((programme, raise) -> {
            if (raise.most.compareTo(raise.atMost) > 0) {
                tell(programme, "at most " + raise.atMost.toPlainString() + " committed", raise.most.toPlainString());
            }
            if (unread == 0) {
                checkMissing(programme, raise);
            }
        });
        checkRows();
    }

    private void checkMissing(UUID programme, Raise raise) {
        BigDecimal target = raise.target;
        if (target != null) {
            THRESHOLDS.stream()
                    .filter(percent -> percent > raise.told && isReached(raise.committed, target, percent))
                    .forEach(percent -> tell(
                            programme,
                            percent + " % told, for " + raise.committed.toPlainString() + " is committed",
                            raise.told == 0 ? "nothing" : raise.told + " %"));
        }
    }

    private void checkRows() throws SQLException {
        snapshot.each("select programme_id, coalesce(threshold_told, 0) as told, version from programme", row -> {
            Raise raise = raise(row.id("programme_id"));
            findings.checked(Check.A04, 1);
            if (row.number("told") != raise.told || row.number("version") != raise.version) {
                tell(
                        row.id("programme_id"),
                        raise.told + " % told, version " + raise.version,
                        row.number("told") + " % told, version " + row.number("version"));
            }
        });
    }

    private void tell(UUID programme, String expected, String found) {
        findings.add(Check.A04, snapshot.table("programme"), programme, expected, found);
    }
}
