package tranche.portal.approval.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.values.actor.Actor;

/** Which commitments and calls somebody has made, under whatever account: no service tells that of them. */
@Singleton
public class OwnDrafts {

    private static final String OWN = """
            select c.commitment_id as id
              from raise_commitment c
             where c.commitment_id = any(?::uuid[]) and c.makers && ?::uuid[]
            union all
            select h.about
              from raise_change h
             where h.kind = 'CAPITAL_CALL_DRAFTED' and h.about = any(?::uuid[]) and h.actor = any(?::uuid[])
            """;

    private final DataSource dataSource;

    OwnDrafts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * The reader's own among them.
     *
     * @param drafts commitments and calls that the reader may see
     */
    public Set<UUID> of(Actor reader, Collection<UUID> drafts) {
        if (drafts.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(Query.list(
                dataSource,
                OWN,
                select -> {
                    for (int at = 1; at <= 3; at += 2) {
                        Bind.<UUID>rowsFrom(select, at, drafts).uuid(id -> id);
                        Bind.<UUID>rowsFrom(select, at + 1, reader.accounts()).uuid(id -> id);
                    }
                },
                row -> row.getObject("id", UUID.class)));
    }
}
