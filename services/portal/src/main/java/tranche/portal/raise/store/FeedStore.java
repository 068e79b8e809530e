package tranche.portal.raise.store;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tranche.flow.read.Query;
import tranche.portal.raise.domain.Change;
import tranche.portal.raise.domain.ChangeKind;
import tranche.portal.raise.domain.Feed;
import tranche.values.actor.Access;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What changed in a programme, from the kept rows. */
@Singleton
final class FeedStore implements Feed {

    private static final String OF_STAFF = Arrays.stream(ChangeKind.values())
            .filter(ChangeKind::isOfStaff)
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    /**
     * A commitment's changes are cut like commitments; those of a programme or a fund reach whoever sees the programme.
     */
    private static final String FROM = """
              from raise_change h
              join raise_programme p on p.programme_id = h.programme_id
              left join raise_fund f on f.fund_id = h.fund_id
              left join raise_investor i on i.investor_id = h.investor_id
              left join raise_tranche t on t.tranche_id = h.about
             where h.programme_id = ? and\s""" + RaiseReach.PROGRAMME + """
               and (h.commitment_id is null
                    or exists (select from raise_commitment c where c.commitment_id = h.commitment_id and\s""" + RaiseReach.COMMITMENT + "))"
            + " and (h.kind not in " + OF_STAFF + " or " + RaiseReach.FUND + ")";

    /**
     * A closing's amount is not told to whoever may not see the commitments of one investor of it and sees all others: it
     * would say what that one committed.
     */
    private static final String TOLD = """
            case when h.kind <> 'CLOSING_EFFECTIVE'
                   or (h.commitments is not null
                       and (select count(distinct c.investor_id)
                              from raise_commitment c
                             where c.commitment_id = any (h.commitments) and not\s""" + RaiseReach.COMMITMENT + """
                           ) <> 1)
                 then h.amount end as told
            """;

    /** Who stands at the other end of a transfer is told to whoever may see what that one has of it. */
    private static final String OTHER = """
            (select o.name
               from raise_commitment c
               join raise_investor o using (investor_id)
              where c.commitment_id = h.other_commitment and\s""" + RaiseReach.COMMITMENT + ") as other";

    private static final String LATEST =
            "select h.*, coalesce(i.name, f.name, p.name) as subject, f.name as fund_name, t.name as tranche_name, "
                    + TOLD + ", " + OTHER + FROM + " order by h.place desc limit ?";

    private static final String COUNTS = "select h.kind, count(*)" + FROM + " and h.recorded_at > ? group by h.kind";

    /** What an investor is called and whether it is suspended stands beside each of its commitments. */
    private static final String OF_INVESTOR = "h.commitment_id is null and h.investor_id is not null";

    /** Walks back from the newest change to the first that the caller may see. */
    private static final String LAST_PLACE_OF_ALL =
            """
            select greatest(
                (select h.place
                   from raise_change h
                   join raise_commitment c using (commitment_id)
                  where\s""" + RaiseReach.COMMITMENT + " order by h.place desc limit 1), (select h.place"
                    + " from raise_change h where " + OF_INVESTOR + " and exists (select from raise_commitment c"
                    + " where c.investor_id = h.investor_id and " + RaiseReach.COMMITMENT + ")"
                    + " order by h.place desc limit 1), 0)";

    /**
     * Whether a commitment may be accepted depends on its investor and, to whoever reads the fund as a whole, on all that
     * happens in it.
     */
    private static final String LAST_PLACE_OF_ONE = """
            select greatest(
                i.checks_place,
                (select max(h.place) from raise_change h where h.commitment_id = c.commitment_id),
                (select max(h.place) from raise_change h where h.investor_id = c.investor_id and\s""" + OF_INVESTOR
            + "), case when " + RaiseReach.COMMITMENT
            + " then (select max(h.place) from raise_change h where h.fund_id = c.fund_id) end)"
            + " from raise_commitment c join raise_investor i using (investor_id)"
            + " where c.commitment_id = ? and " + RaiseReach.COMMITMENT;

    private final DataSource dataSource;

    FeedStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public List<Change> latest(Access access, UUID programme, int limit) {
        return Query.list(
                dataSource,
                LATEST,
                select -> {
                    RaiseReach reach = RaiseReach.of(access);
                    int next = reach.bindCommitment(select, 1);
                    next = reach.bindCommitment(select, next);
                    select.setObject(next, programme);
                    next = reach.bindProgramme(select, next + 1);
                    next = reach.bindCommitment(select, next);
                    next = RaiseReach.ofFunds(access).bindCommitment(select, next);
                    select.setInt(next, limit);
                },
                FeedStore::read);
    }

    @Override
    public long lastPlace(Access access) {
        RaiseReach reach = RaiseReach.of(access);
        return place(LAST_PLACE_OF_ALL, select -> reach.bindCommitment(select, reach.bindCommitment(select, 1)));
    }

    @Override
    public long lastPlace(Access access, UUID commitment) {
        return place(LAST_PLACE_OF_ONE, select -> {
            int next = RaiseReach.ofFunds(access).bindCommitment(select, 1);
            select.setObject(next, commitment);
            RaiseReach.of(access).bindCommitment(select, next + 1);
        });
    }

    private long place(String statement, Query.Binding binding) {
        return Query.list(dataSource, statement, binding, row -> row.getLong(1)).stream()
                .findFirst()
                .orElse(0L);
    }

    private static Change read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Change(
                row.getLong("place"),
                row.getObject("event_id", UUID.class),
                ChangeKind.valueOf(row.getString("kind")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("programme_id", UUID.class)),
                Optional.ofNullable(row.getObject("commitment_id", UUID.class)),
                Optional.ofNullable(row.getObject("about", UUID.class)),
                Optional.ofNullable(row.getString("tranche_name")),
                Optional.ofNullable(row.getString("subject")),
                Optional.ofNullable(row.getString("fund_name")),
                money(row.getBigDecimal("told"), currency),
                money(row.getBigDecimal("amount_before"), currency),
                Optional.ofNullable(row.getString("other")),
                Optional.ofNullable(row.getString("reason")));
    }

    private static Optional<Money> money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null
                ? Optional.empty()
                : Optional.of(new Money(new Currency(currency), amount));
    }

    @Override
    public Map<ChangeKind, Integer> countsSince(Access access, UUID programme, Instant since) {
        Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        Query.list(
                        dataSource,
                        COUNTS,
                        select -> {
                            select.setObject(1, programme);
                            int next = RaiseReach.of(access).bindProgramme(select, 2);
                            next = RaiseReach.of(access).bindCommitment(select, next);
                            next = RaiseReach.ofFunds(access).bindCommitment(select, next);
                            select.setObject(next, OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
                        },
                        row -> Map.entry(ChangeKind.valueOf(row.getString(1)), row.getInt(2)))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
