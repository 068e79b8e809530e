package tranche.portal.raise.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.portal.raise.domain.InvestorNames;
import tranche.values.actor.Access;

/** Names of investors, from the kept rows. */
@Singleton
final class NamedInvestors implements InvestorNames {

    private static final String NAMES = """
            select i.investor_id, i.name
              from raise_investor i
             where i.investor_id = any(?::uuid[])
               and (? or exists (select from raise_commitment c
                                  where c.investor_id = i.investor_id and\s""" + RaiseReach.COMMITMENT + "))";

    private final DataSource dataSource;

    NamedInvestors(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Map<UUID, String> of(Access access, Collection<UUID> investors) {
        return Query.list(
                        dataSource,
                        NAMES,
                        select -> {
                            Bind.<UUID>rows(select, investors).uuid(id -> id);
                            select.setBoolean(2, RaiseReach.readsAll(access));
                            RaiseReach.of(access).bindCommitment(select, 3);
                        },
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
