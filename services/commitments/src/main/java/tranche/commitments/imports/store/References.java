package tranche.commitments.imports.store;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.values.actor.Actor;

/** The objects that rows name: by id, else by external reference, else by name, as far as the caller may see them. */
@Singleton
public class References {

    /** What can be named. */
    public enum Kind {
        PROGRAMME("programme", "x.programme_id", Reach.PROGRAMME),
        FUND("fund", "x.programme_id", Reach.FUND),
        INVESTOR("investor", "null::uuid", Reach.INVESTOR);

        private final String find;

        Kind(String table, String programme, String reach) {
            this.find = ("""
                with wanted as (select distinct name from unnest(?::text[]) as w(name)),
                seen as (select x.TABLE_id as id, PROGRAMME as programme_id, x.name, x.external_ref from TABLE x
                          where REACH),
                hit as (
                  select w.name, 1 as way, s.id, s.programme_id from wanted w join seen s on s.id::text = w.name
                  union all
                  select w.name, 2, s.id, s.programme_id from wanted w join seen s on s.external_ref = w.name
                  union all
                  select w.name, 3, s.id, s.programme_id from wanted w join seen s on s.name = w.name),
                ranked as (select hit.*, rank() over (partition by name order by way) as best from hit)
                select name, id, programme_id from ranked where best = 1
                """)
                    .replace("TABLE", table)
                    .replace("PROGRAMME", programme)
                    .replace("REACH", reach);
        }
    }

    /** An object that was named; its programme where it has one. */
    public record Target(UUID id, Optional<UUID> programme) {}

    private record Hit(String name, Target target) {}

    private final DataSource dataSource;

    References(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Finds objects in one statement.
     *
     * @param names as they stand in the file
     * @return for each name that names something what it names: several where it is ambiguous
     */
    public Map<String, List<Target>> find(Actor reader, Kind kind, Collection<String> names) {
        Map<String, List<Target>> found = new HashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        Map<String, List<Target>> byNormal = new HashMap<>();
        Query.list(
                        dataSource,
                        kind.find,
                        select -> bind(select, reader, kind, names),
                        row -> new Hit(
                                row.getString(1),
                                new Target(
                                        row.getObject(2, UUID.class),
                                        Optional.ofNullable(row.getObject(3, UUID.class)))))
                .forEach(hit -> byNormal.computeIfAbsent(hit.name(), _ -> new ArrayList<>())
                        .add(hit.target()));
        names.forEach(name -> Optional.ofNullable(byNormal.get(normal(name)))
                .ifPresent(targets -> found.put(name, List.copyOf(targets))));
        return found;
    }

    private static void bind(PreparedStatement select, Actor reader, Kind kind, Collection<String> names)
            throws SQLException {
        Bind.rows(select, names).text(References::normal);
        Reach reach = Reach.of(reader.access());
        switch (kind) {
            case PROGRAMME -> reach.bindProgramme(select, 2);
            case FUND -> reach.bind(select, 2);
            case INVESTOR -> reach.bindInvestor(select, 2, reader.account());
        }
    }

    /** Names are kept in NFC. */
    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
