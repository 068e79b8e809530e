package tranche.commitments.investment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tranche.commitments.investment.domain.Invest;
import tranche.commitments.investment.domain.InvestmentMade;
import tranche.commitments.investment.domain.InvestmentPostings;
import tranche.commitments.investment.domain.Treasury;
import tranche.commitments.investment.events.InvestmentAvro;
import tranche.commitments.investment.store.InvestmentRows;
import tranche.commitments.journal.store.JournalRows;
import tranche.flow.Flow;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.values.decision.Decision;

/** The front door of investments. They share a fund's lock with its calls and receipts: what one spends, no other can. */
@Singleton
public final class InvestmentCommands implements Feature<Treasury, Invest, InvestmentMade> {

    private final Writer<Treasury, Invest, InvestmentMade> writer;

    InvestmentCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<Treasury, Invest, InvestmentMade> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "investment";
    }

    @Override
    public Map<UUID, Treasury> load(Connection connection, Map<UUID, List<Invest>> commands) throws SQLException {
        return InvestmentRows.load(connection, commands);
    }

    @Override
    public Decision<InvestmentMade> decide(Treasury state, Invest command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public Treasury apply(Treasury state, InvestmentMade event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<Treasury, InvestmentMade>> recorded)
            throws SQLException {
        InvestmentRows.insert(
                connection,
                recorded.stream()
                        .map(one -> Objects.requireNonNull(
                                one.after().made().get(one.event().id())))
                        .toList());
        JournalRows.book(
                connection, recorded.stream().map(InvestmentCommands::booking).toList());
    }

    private static JournalRows.Booking booking(Recorded<Treasury, InvestmentMade> one) {
        return new JournalRows.Booking(
                one.key(),
                one.event().programme().value(),
                one.eventId(),
                InvestmentAvro.NAME,
                one.effectiveDate(),
                one.recordedAt(),
                InvestmentPostings.of(one.event()));
    }

    @Override
    public Outgoing toAvro(Treasury after, InvestmentMade event) {
        return InvestmentAvro.of(Objects.requireNonNull(after.made().get(event.id())));
    }
}
