package tranche.commitments.commitment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.commitment.domain.BookCommand;
import tranche.commitments.commitment.domain.BookEvent;
import tranche.commitments.commitment.domain.Closing;
import tranche.commitments.commitment.domain.ClosingEvent;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentEvent;
import tranche.commitments.commitment.domain.CommitmentPostings;
import tranche.commitments.commitment.domain.FundBook;
import tranche.commitments.commitment.domain.ProposeMotion;
import tranche.commitments.commitment.events.BookAvro;
import tranche.commitments.commitment.store.BookRows;
import tranche.commitments.journal.domain.Posting;
import tranche.commitments.journal.store.JournalRows;
import tranche.flow.Flow;
import tranche.flow.register.ForeignRows;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.values.decision.Decision;

/** The front door of commitments. */
@Singleton
public final class BookCommands implements Feature<FundBook, BookCommand, BookEvent> {

    private final Writer<FundBook, BookCommand, BookEvent> writer;

    BookCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<FundBook, BookCommand, BookEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "commitment";
    }

    @Override
    public Map<UUID, FundBook> load(Connection connection, Map<UUID, List<BookCommand>> commands) throws SQLException {
        return BookRows.load(connection, commands);
    }

    /** What a motion is about, in its fund, which must be locked. */
    FundBook load(Connection connection, UUID fund, ProposeMotion propose) throws SQLException {
        return BookRows.load(connection, fund, propose);
    }

    @Override
    public Decision<BookEvent> decide(FundBook state, BookCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public FundBook apply(FundBook state, BookEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<FundBook, BookEvent>> recorded) throws SQLException {
        List<Commitment> commitments = new ArrayList<>();
        List<Closing> closings = new ArrayList<>();
        List<ForeignRows.Row> identities = new ArrayList<>();
        List<JournalRows.Booking> bookings = new ArrayList<>();
        Map<UUID, FundBook> last = new HashMap<>();
        for (Recorded<FundBook, BookEvent> one : recorded) {
            last.put(one.key(), one.after());
            switch (one.event()) {
                case CommitmentEvent event -> {
                    Commitment after = one.after().commitments().get(event.id()).orElseThrow();
                    commitments.add(after);
                    identity(event).ifPresent(identities::add);
                    booking(one, event, after).ifPresent(bookings::add);
                }
                case ClosingEvent event ->
                    closings.add(one.after().closings().get(event.id()).orElseThrow());
            }
        }
        BookRows.save(connection, commitments, closings, identities, last);
        JournalRows.book(connection, bookings);
    }

    private static Optional<ForeignRows.Row> identity(CommitmentEvent event) {
        return switch (event) {
            case CommitmentEvent.Drafted drafted ->
                drafted.foreign()
                        .map(name -> new ForeignRows.Row(name, drafted.id().value(), drafted.payload()));
            case CommitmentEvent.TakeOnDrafted drafted ->
                drafted.foreign()
                        .map(name -> new ForeignRows.Row(name, drafted.id().value(), drafted.payload()));
            default -> Optional.empty();
        };
    }

    private static Optional<JournalRows.Booking> booking(
            Recorded<FundBook, BookEvent> one, CommitmentEvent event, Commitment after) {
        List<Posting> postings = CommitmentPostings.of(event, after);
        return postings.isEmpty()
                ? Optional.empty()
                : Optional.of(new JournalRows.Booking(
                        one.key(),
                        after.programme().value(),
                        one.eventId(),
                        BookAvro.name(event),
                        one.effectiveDate(),
                        one.recordedAt(),
                        postings));
    }

    @Override
    public Outgoing toAvro(FundBook after, BookEvent event) {
        return BookAvro.of(after, event);
    }
}
