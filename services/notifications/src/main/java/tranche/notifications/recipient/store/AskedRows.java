package tranche.notifications.recipient.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.recipient.domain.Askings;

/** The table {@code address_asked}. */
public final class AskedRows {

    /** Whoever asks an address sees what others have asked it. In one order, so that nobody waits in a circle. */
    private static final String LOCK = """
            select pg_advisory_xact_lock('address_asked'::regclass::oid::int, hash)
              from (select distinct hashtext(mark) as hash from unnest(?::text[]) as m(mark) order by hash) as in_order
            """;

    private static final String LOAD = """
            select recipient_id, mark, asked_at from address_asked
             where recipient_id = any(?::uuid[]) or mark = any(?::text[])
            """;

    private static final String FORGET = """
            delete from address_asked
             where (recipient_id = any(?::uuid[]) or mark = any(?::text[])) and asked_at <= ?
            """;

    private static final String KEEP = """
            insert into address_asked (recipient_id, mark, asked_at) select * from unnest(?::uuid[], ?::text[], ?::timestamptz[])
            """;

    private AskedRows() {}

    /** That a recipient's address is asked, or was. */
    public record Asked(UUID recipient, String mark, Instant at) {}

    /**
     * What was asked for recipients that are about to name addresses, and of these.
     *
     * @param marks of the addresses, by recipient
     */
    public static Map<UUID, Askings> load(Connection connection, Map<UUID, Set<String>> marks) throws SQLException {
        Map<UUID, Askings> askings = new HashMap<>();
        if (marks.isEmpty()) {
            return askings;
        }
        Set<String> all = new HashSet<>();
        marks.values().forEach(all::addAll);
        lock(connection, all);
        List<Asked> asked = Query.list(
                connection,
                LOAD,
                select -> {
                    Bind.<UUID>rows(select, marks.keySet()).uuid(id -> id);
                    Bind.<String>rowsFrom(select, 2, all).text(mark -> mark);
                },
                row -> new Asked(
                        Rows.id(row, "recipient_id"),
                        row.getString("mark"),
                        Rows.instant(row, "asked_at").orElseThrow()));
        Map<String, List<Instant>> ofAddress = new HashMap<>();
        Map<UUID, List<Instant>> ofRecipient = new HashMap<>();
        for (Asked one : asked) {
            ofAddress.computeIfAbsent(one.mark(), _ -> new ArrayList<>()).add(one.at());
            ofRecipient.computeIfAbsent(one.recipient(), _ -> new ArrayList<>()).add(one.at());
        }
        marks.forEach((recipient, own) -> askings.put(
                recipient,
                new Askings(ofRecipient.getOrDefault(recipient, List.of()), ofAddress, beside(marks, recipient, own))));
        return askings;
    }

    private static Map<String, Integer> beside(Map<UUID, Set<String>> marks, UUID recipient, Set<String> own) {
        Map<String, Integer> beside = new HashMap<>();
        marks.forEach((other, theirs) -> {
            if (!other.equals(recipient)) {
                theirs.stream().filter(own::contains).forEach(mark -> beside.merge(mark, 1, Integer::sum));
            }
        });
        return beside;
    }

    private static void lock(Connection connection, Collection<String> marks) throws SQLException {
        try (PreparedStatement wait = connection.prepareStatement(LOCK)) {
            Bind.<String>rows(wait, marks).text(mark -> mark);
            wait.execute();
        }
    }

    /** Keeps what is asked now; what counts no more of the same goes. */
    public static void keep(Connection connection, List<Asked> asked) throws SQLException {
        if (asked.isEmpty()) {
            return;
        }
        Instant now = asked.getFirst().at();
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            Bind.<Asked>rows(delete, asked).uuid(Asked::recipient);
            Bind.<Asked>rowsFrom(delete, 2, asked).text(Asked::mark);
            delete.setObject(3, Rows.at(now.minus(Askings.SPAN_OF_ADDRESS)));
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Bind.<Asked>rows(insert, asked)
                    .uuid(Asked::recipient)
                    .text(Asked::mark)
                    .instant(one -> Rows.at(one.at()));
            insert.executeUpdate();
        }
    }
}
