package tranche.commitments.journal.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.commitments.journal.domain.ChainedEntry;
import tranche.commitments.journal.domain.EntryHash;
import tranche.commitments.journal.domain.JournalChain;
import tranche.commitments.journal.domain.JournalEntry;
import tranche.commitments.journal.domain.Posting;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.values.money.Money;
import tranche.world.ids.Ids;

/** The journal: entries in their chain, their postings, and the balances that are kept of them. */
public final class JournalRows {

    private static final String HEADS = """
            select distinct on (fund_id) fund_id, sequence, hash
              from journal_entry where fund_id = any(?::uuid[])
             order by fund_id, sequence desc
            """;

    private static final String PLACES = "select event_id, sequence, hash from journal_entry where id = any(?::uuid[])";

    private static final String ENTRIES = """
            insert into journal_entry (id, fund_id, sequence, event_id, type, effective_date, recorded_at, entry_text,
                                       reverses, canonical, prev_hash, hash)
            select * from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::date[], ?::timestamptz[],
                                 ?::text[], ?::uuid[], ?::text[], ?::bytea[], ?::bytea[])
            """;

    private static final String POSTINGS = """
            insert into posting (entry_id, line, fund_id, programme_id, investor_id, ledger, account, dims, currency,
                                 amount, effective_date, recorded_at)
            select * from unnest(?::uuid[], ?::smallint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[],
                                 ?::jsonb[], ?::text[], ?::numeric[], ?::date[], ?::timestamptz[])
            """;

    private static final String BALANCES = """
            insert into balance (fund_id, ledger, account, investor_id, currency, amount, postings)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::numeric[], ?::bigint[])
            on conflict (fund_id, ledger, account, investor_id, currency) do update
               set amount = balance.amount + excluded.amount, postings = balance.postings + excluded.postings
            """;

    private static final UUID NOBODY = new UUID(0, 0);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What an event books.
     *
     * @param event its id, from which the entry's own follows: the same event books once
     * @param type the event's name, for people
     * @param postings lines that sum to zero, at least one
     */
    public record Booking(
            UUID fund,
            UUID programme,
            UUID event,
            String type,
            LocalDate validDate,
            Instant recordedAt,
            List<Posting> postings) {

        public Booking {
            postings = List.copyOf(postings);
        }
    }

    private record Line(Booking booking, ChainedEntry entry, int number, Posting posting) {

        @Nullable
        UUID investor() {
            String investor = posting.dims().get(Posting.INVESTOR);
            return investor == null ? null : UUID.fromString(investor);
        }
    }

    private record Account(UUID fund, String ledger, String number, UUID investor, String currency) {}

    private record Sum(Money amount, long postings) {

        Sum plus(Sum other) {
            return new Sum(amount.plus(other.amount), postings + other.postings);
        }
    }

    private JournalRows() {}

    /** Where an event is booked: the place of its entry in the fund's chain, and the head that the chain had with it. */
    public record Place(long sequence, EntryHash hash) {}

    /** Where events are booked; one that books nothing is left out. */
    public static Map<UUID, Place> placesOf(Connection connection, Collection<UUID> events) throws SQLException {
        Map<UUID, Place> places = new HashMap<>();
        Query.list(
                        connection,
                        PLACES,
                        select -> Bind.<UUID>rows(select, events).uuid(JournalRows::entryOf),
                        row -> Map.entry(
                                row.getObject(1, UUID.class), new Place(row.getLong(2), EntryHash.of(row.getBytes(3)))))
                .forEach(place -> places.put(place.getKey(), place.getValue()));
        return places;
    }

    /** Books events in their order, each as one entry of its fund's chain. */
    public static void book(Connection connection, List<Booking> bookings) throws SQLException {
        if (bookings.isEmpty()) {
            return;
        }
        Map<UUID, JournalChain> chains = heads(connection, bookings);
        List<Line> lines = new ArrayList<>();
        Map<ChainedEntry, Booking> entries = new LinkedHashMap<>();
        for (Booking booking : bookings) {
            JournalChain chain =
                    Optional.ofNullable(chains.get(booking.fund())).orElseGet(() -> JournalChain.empty(booking.fund()));
            ChainedEntry sealed = chain.seal(new JournalEntry(
                    entryOf(booking.event()),
                    chain.sequence() + 1,
                    booking.fund(),
                    booking.validDate(),
                    booking.recordedAt(),
                    booking.event(),
                    Optional.empty(),
                    Optional.empty(),
                    booking.postings()));
            chains.put(booking.fund(), JournalChain.after(sealed));
            entries.put(sealed, booking);
            for (int i = 0; i < booking.postings().size(); i++) {
                lines.add(new Line(booking, sealed, i + 1, booking.postings().get(i)));
            }
        }
        insertEntries(connection, entries);
        insertPostings(connection, lines);
        raiseBalances(connection, lines);
    }

    private static UUID entryOf(UUID event) {
        return Ids.ofCause("tranche:journal:" + event);
    }

    private static Map<UUID, JournalChain> heads(Connection connection, List<Booking> bookings) throws SQLException {
        List<UUID> funds = bookings.stream().map(Booking::fund).distinct().toList();
        Map<UUID, JournalChain> chains = new HashMap<>();
        Query.list(
                        connection,
                        HEADS,
                        select -> Bind.<UUID>rows(select, funds).uuid(fund -> fund),
                        row -> new JournalChain(
                                row.getObject(1, UUID.class), row.getLong(2), EntryHash.of(row.getBytes(3))))
                .forEach(chain -> chains.put(chain.fund(), chain));
        return chains;
    }

    private static void insertEntries(Connection connection, Map<ChainedEntry, Booking> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTRIES)) {
            Bind.<Map.Entry<ChainedEntry, Booking>>rows(insert, entries.entrySet())
                    .uuid(row -> row.getKey().entry().id())
                    .uuid(row -> row.getKey().entry().fund())
                    .bigint(row -> row.getKey().entry().sequence())
                    .uuid(row -> row.getKey().entry().event())
                    .text(row -> row.getValue().type())
                    .date(row -> row.getKey().entry().validDate())
                    .instant(row -> row.getKey().entry().recordedAt())
                    .text(row -> row.getKey().entry().text().orElse(null))
                    .uuid(row -> row.getKey().entry().reverses().orElse(null))
                    .text(row -> row.getKey().canonical())
                    .bytes(row -> row.getKey().previous().bytes())
                    .bytes(row -> row.getKey().hash().bytes());
            insert.executeUpdate();
        }
    }

    private static void insertPostings(Connection connection, List<Line> lines) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(POSTINGS)) {
            Bind.<Line>rows(insert, lines)
                    .uuid(line -> line.entry().entry().id())
                    .column("smallint", Line::number)
                    .uuid(line -> line.booking().fund())
                    .uuid(line -> line.booking().programme())
                    .uuid(Line::investor)
                    .text(line -> line.posting().account().ledger().name())
                    .text(line -> line.posting().account().number())
                    .column("jsonb", line -> json(line.posting().dims()))
                    .text(line -> line.posting().amount().currency().code())
                    .numeric(line -> line.posting().amount().value())
                    .date(line -> line.booking().validDate())
                    .instant(line -> line.booking().recordedAt());
            insert.executeUpdate();
        }
    }

    private static String json(SortedMap<String, String> dims) {
        ObjectNode node = JSON.createObjectNode();
        dims.forEach(node::put);
        return node.toString();
    }

    private static void raiseBalances(Connection connection, List<Line> lines) throws SQLException {
        Map<Account, Sum> sums = new LinkedHashMap<>();
        for (Line line : lines) {
            UUID investor = line.investor();
            Account account = new Account(
                    line.booking().fund(),
                    line.posting().account().ledger().name(),
                    line.posting().account().number(),
                    investor == null ? NOBODY : investor,
                    line.posting().amount().currency().code());
            sums.merge(account, new Sum(line.posting().amount(), 1), Sum::plus);
        }
        try (PreparedStatement upsert = connection.prepareStatement(BALANCES)) {
            Bind.<Map.Entry<Account, Sum>>rows(upsert, sums.entrySet())
                    .uuid(row -> row.getKey().fund())
                    .text(row -> row.getKey().ledger())
                    .text(row -> row.getKey().number())
                    .uuid(row -> row.getKey().investor())
                    .text(row -> row.getKey().currency())
                    .numeric(row -> row.getValue().amount().value())
                    .bigint(row -> row.getValue().postings());
            upsert.executeUpdate();
        }
    }
}
