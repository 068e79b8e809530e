package tranche.commitments.drawdown;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.drawdown.domain.CallEvent;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.CommitmentDrawn;
import tranche.commitments.drawdown.domain.DrawdownCommand;
import tranche.commitments.drawdown.domain.DrawdownEvent;
import tranche.commitments.drawdown.domain.DrawdownPostings;
import tranche.commitments.drawdown.domain.Drawdowns;
import tranche.commitments.drawdown.domain.Motion;
import tranche.commitments.drawdown.domain.Payer;
import tranche.commitments.drawdown.domain.Receipt;
import tranche.commitments.drawdown.domain.ReceiptEvent;
import tranche.commitments.drawdown.domain.ReceiptId;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheEvent;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.TrancheMotion;
import tranche.commitments.drawdown.events.DrawdownAvro;
import tranche.commitments.drawdown.store.DrawdownRows;
import tranche.commitments.journal.domain.Posting;
import tranche.commitments.journal.store.JournalRows;
import tranche.flow.Flow;
import tranche.flow.register.ForeignRows;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.values.decision.Decision;
import tranche.world.ids.Ids;

/**
 * The front door of tranches, calls and receipts. They share a fund's lock with its commitments: what is called or paid
 * changes those in the same transaction, and the journal with them; what is drafted, issued or cancelled moves its tranche.
 */
@Singleton
public final class DrawdownCommands implements Feature<Drawdowns, DrawdownCommand, DrawdownEvent> {

    private final Writer<Drawdowns, DrawdownCommand, DrawdownEvent> writer;
    private final Ids ids;
    private final List<IssueWitness> witnesses;

    DrawdownCommands(Flow flow, Ids ids, List<IssueWitness> witnesses) {
        this.ids = ids;
        this.witnesses = List.copyOf(witnesses);
        this.writer = flow.writers().of(this);
    }

    public Writer<Drawdowns, DrawdownCommand, DrawdownEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "drawdown";
    }

    @Override
    public Map<UUID, Drawdowns> load(Connection connection, Map<UUID, List<DrawdownCommand>> commands)
            throws SQLException {
        return DrawdownRows.load(connection, ids, commands);
    }

    /** What a motion is about, in its fund, which must be locked. */
    Drawdowns load(Connection connection, UUID fund, Motion motion) throws SQLException {
        return DrawdownRows.load(connection, ids, fund, motion);
    }

    /** The tranche that a motion is about, in its fund, which must be locked. */
    Drawdowns load(Connection connection, UUID fund, TrancheId tranche, TrancheMotion motion) throws SQLException {
        return DrawdownRows.load(connection, ids, fund, tranche, motion);
    }

    @Override
    public Decision<DrawdownEvent> decide(Drawdowns state, DrawdownCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public Drawdowns apply(Drawdowns state, DrawdownEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    /** A version of a call or a line that another of the same day and the same instant follows could never be read. */
    private record Read(UUID id, LocalDate effective, Instant recordedAt) {}

    @Override
    public void save(Connection connection, Collection<Recorded<Drawdowns, DrawdownEvent>> recorded)
            throws SQLException {
        Map<Read, Tranche> tranches = new LinkedHashMap<>();
        Map<TrancheId, UUID> released = new LinkedHashMap<>();
        List<ForeignRows.Row> identities = new ArrayList<>();
        Map<Read, CapitalCall> calls = new LinkedHashMap<>();
        Map<Read, CallLine> lines = new LinkedHashMap<>();
        Map<Read, Receipt> receipts = new LinkedHashMap<>();
        Map<ReceiptId, Payer> payers = new LinkedHashMap<>();
        List<Commitment> commitments = new ArrayList<>();
        List<JournalRows.Booking> bookings = new ArrayList<>();
        for (Recorded<Drawdowns, DrawdownEvent> one : recorded) {
            Drawdowns after = one.after();
            switch (one.event()) {
                case TrancheEvent event -> {
                    put(
                            tranches,
                            one,
                            event.id().value(),
                            after.tranches().tranches().get(event.id()).orElseThrow());
                    identity(event).ifPresent(identities::add);
                    if (event instanceof TrancheEvent.Released) {
                        released.put(event.id(), one.eventId());
                    }
                }
                case CallEvent event -> {
                    put(
                            calls,
                            one,
                            event.id().value(),
                            after.calls().get(event.id()).orElseThrow());
                    linesOf(event, after)
                            .filter(line -> line.version().recordedAt().equals(one.recordedAt()))
                            .forEach(line -> put(lines, one, line.id().value(), line));
                }
                case ReceiptEvent event -> {
                    put(
                            receipts,
                            one,
                            event.id().value(),
                            after.receipts().get(event.id()).orElseThrow());
                    if (event instanceof ReceiptEvent.Recorded entry) {
                        payers.put(entry.id(), entry.payer());
                    }
                }
                case CommitmentDrawn event ->
                    commitments.add(after.commitments().get(event.id()).orElseThrow());
            }
            booking(one).ifPresent(bookings::add);
        }
        DrawdownRows.saveTranches(connection, tranches.values(), identities, released);
        DrawdownRows.save(connection, calls.values(), lines.values(), receipts.values(), payers, commitments);
        JournalRows.book(connection, bookings);
        List<IssuedLine> issued =
                recorded.stream().flatMap(DrawdownCommands::issued).toList();
        if (!issued.isEmpty()) {
            for (IssueWitness witness : witnesses) {
                witness.issued(connection, issued);
            }
        }
    }

    /** The state after a line's event is the one before its commitment is drawn. */
    private static Stream<IssuedLine> issued(Recorded<Drawdowns, DrawdownEvent> one) {
        if (!(one.event() instanceof CallEvent.LineIssued event)) {
            return Stream.empty();
        }
        Drawdowns after = one.after();
        CallLine line = after.lines().get(event.line()).orElseThrow();
        return Stream.of(new IssuedLine(
                one.eventId(),
                after.fund().orElseThrow(),
                after.calls().get(event.id()).orElseThrow(),
                line,
                after.commitments().get(line.commitment()).orElseThrow(),
                one.recordedAt()));
    }

    private static Optional<ForeignRows.Row> identity(TrancheEvent event) {
        return event instanceof TrancheEvent.Drafted drafted
                ? drafted.foreign()
                        .map(name -> new ForeignRows.Row(name, drafted.id().value(), drafted.payload()))
                : Optional.empty();
    }

    private static <T> void put(Map<Read, T> versions, Recorded<Drawdowns, DrawdownEvent> one, UUID id, T version) {
        versions.put(new Read(id, one.effectiveDate(), one.recordedAt()), version);
    }

    /** The lines that an event of a call may change; one that was dropped before stays as it was. */
    private static Stream<CallLine> linesOf(CallEvent event, Drawdowns after) {
        return switch (event) {
            case CallEvent.LineEvent line ->
                Stream.of(after.lines().get(line.line()).orElseThrow());
            case CallEvent.Drafted _, CallEvent.DraftEdited _, CallEvent.Cancelled _ ->
                after.lines().values().stream().filter(line -> line.call().equals(event.id()));
            case CallEvent.Approved _,
                    CallEvent.Returned _,
                    CallEvent.Reopened _,
                    CallEvent.Issued _,
                    CallEvent.Paid _,
                    CallEvent.Reversed _ -> Stream.empty();
        };
    }

    private static Optional<JournalRows.Booking> booking(Recorded<Drawdowns, DrawdownEvent> one) {
        List<Posting> postings = DrawdownPostings.of(one.event(), one.after());
        return postings.isEmpty()
                ? Optional.empty()
                : Optional.of(new JournalRows.Booking(
                        one.key(),
                        one.after().fund().orElseThrow().programme().value(),
                        one.eventId(),
                        DrawdownAvro.name(one.event()),
                        one.effectiveDate(),
                        one.recordedAt(),
                        postings));
    }

    @Override
    public Outgoing toAvro(Drawdowns after, DrawdownEvent event) {
        return DrawdownAvro.of(after, event);
    }
}
