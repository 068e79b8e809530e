package tranche.portal.raise.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.flow.read.Query;
import tranche.flow.sql.Bind;
import tranche.portal.raise.domain.CallPicture;
import tranche.portal.raise.domain.CallStage;
import tranche.portal.raise.domain.Fact;
import tranche.portal.raise.domain.TranchePicture;
import tranche.portal.raise.domain.TrancheState;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** Tranches, calls in sum and investments, as rows. */
final class FundingRows {

    private static final String LOAD_TRANCHES = "select * from raise_tranche where tranche_id = any(?::uuid[])";

    /** Lists within a row travel as one text each, because PostgreSQL's arrays of arrays are rectangles. */
    private static final String SAVE_TRANCHES = """
            insert into raise_tranche (tranche_id, programme_id, fund_id, project_id, name, currency, amount, state,
                                       milestones, waived, reversed, due, expected)
            select tranche_id, programme_id, fund_id, project_id, name, currency, amount, state,
                   string_to_array(milestones, ',')::uuid[], string_to_array(waived, ',')::uuid[], reversed, due, expected
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::numeric[], ?::text[],
                          ?::text[], ?::text[], ?::boolean[], ?::date[], ?::numeric[])
                as t(tranche_id, programme_id, fund_id, project_id, name, currency, amount, state, milestones, waived,
                     reversed, due, expected)
            on conflict (tranche_id) do update
               set state = excluded.state, milestones = excluded.milestones, waived = excluded.waived,
                   reversed = excluded.reversed, due = excluded.due, expected = excluded.expected
            """;

    private static final String LOAD_CALLS = "select * from raise_call where call_id = any(?::uuid[])";

    private static final String SAVE_CALLS = """
            insert into raise_call (call_id, programme_id, fund_id, tranche_id, reference, currency, total, open, due, state)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::numeric[],
                                 ?::numeric[], ?::date[], ?::text[])
            on conflict (call_id) do update
               set reference = excluded.reference, total = excluded.total, open = excluded.open, due = excluded.due,
                   state = excluded.state
            """;

    private static final String INVESTMENTS = """
            insert into raise_investment (investment_id, programme_id, fund_id, project_id, tranche_id, currency, amount,
                                          invested_on)
            select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::numeric[], ?::date[])
            """;

    private FundingRows() {}

    static void keep(Connection connection, List<Fact> facts) throws SQLException {
        keepTranches(connection, of(facts, Fact.OfTranche.class));
        keepCalls(connection, of(facts, Fact.OfCall.class));
        keepInvestments(connection, of(facts, Fact.OfInvestment.class));
    }

    private static <F extends Fact> List<F> of(List<Fact> facts, Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void keepTranches(Connection connection, List<Fact.OfTranche> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        Map<UUID, TranchePicture> pictures = new LinkedHashMap<>(load(
                connection,
                LOAD_TRANCHES,
                steps.stream().map(Fact.OfTranche::id).collect(Collectors.toSet()),
                FundingRows::tranche,
                TranchePicture::id));
        for (Fact.OfTranche step : steps) {
            pictures.put(step.id(), step.step().apply(Optional.ofNullable(pictures.get(step.id()))));
        }
        try (PreparedStatement upsert = connection.prepareStatement(SAVE_TRANCHES)) {
            Bind.<TranchePicture>rows(upsert, pictures.values())
                    .uuid(TranchePicture::id)
                    .uuid(TranchePicture::programme)
                    .uuid(TranchePicture::fund)
                    .uuid(tranche -> tranche.project().orElse(null))
                    .text(TranchePicture::name)
                    .text(tranche -> tranche.amount().currency().code())
                    .numeric(tranche -> tranche.amount().value())
                    .text(tranche -> tranche.state().name())
                    .text(tranche -> joined(tranche.milestones()))
                    .text(tranche -> joined(tranche.waived()))
                    .bool(TranchePicture::reversed)
                    .date(tranche ->
                            tranche.expected().map(TranchePicture.Expected::due).orElse(null))
                    .numeric(tranche -> tranche.expected()
                            .map(call -> call.amount().value())
                            .orElse(null));
            upsert.executeUpdate();
        }
    }

    private static void keepCalls(Connection connection, List<Fact.OfCall> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        Map<UUID, CallPicture> pictures = new LinkedHashMap<>(load(
                connection,
                LOAD_CALLS,
                steps.stream().map(Fact.OfCall::id).collect(Collectors.toSet()),
                FundingRows::call,
                CallPicture::id));
        for (Fact.OfCall step : steps) {
            pictures.put(step.id(), step.step().apply(Optional.ofNullable(pictures.get(step.id()))));
        }
        try (PreparedStatement upsert = connection.prepareStatement(SAVE_CALLS)) {
            Bind.<CallPicture>rows(upsert, pictures.values())
                    .uuid(CallPicture::id)
                    .uuid(CallPicture::programme)
                    .uuid(CallPicture::fund)
                    .uuid(call -> call.tranche().orElse(null))
                    .text(CallPicture::reference)
                    .text(call -> call.total().currency().code())
                    .numeric(call -> call.total().value())
                    .numeric(call -> call.open().value())
                    .date(CallPicture::due)
                    .text(call -> call.stage().name());
            upsert.executeUpdate();
        }
    }

    private static void keepInvestments(Connection connection, List<Fact.OfInvestment> made) throws SQLException {
        if (made.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INVESTMENTS)) {
            Bind.<Fact.OfInvestment>rows(insert, made)
                    .uuid(Fact.OfInvestment::id)
                    .uuid(Fact.OfInvestment::programme)
                    .uuid(Fact.OfInvestment::fund)
                    .uuid(Fact.OfInvestment::project)
                    .uuid(one -> one.tranche().orElse(null))
                    .text(one -> one.amount().currency().code())
                    .numeric(one -> one.amount().value())
                    .date(Fact.OfInvestment::date);
            insert.executeUpdate();
        }
    }

    private static <P> Map<UUID, P> load(
            Connection connection, String sql, Collection<UUID> ids, Query.Reading<P> reading, Function<P, UUID> id)
            throws SQLException {
        return Query.list(
                        connection, sql, select -> Bind.<UUID>rows(select, ids).uuid(one -> one), reading)
                .stream()
                .collect(Collectors.toMap(id, Function.identity()));
    }

    private static String joined(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static TranchePicture tranche(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        Optional<LocalDate> due = Optional.ofNullable(row.getObject("due", LocalDate.class));
        Optional<Money> expected =
                Optional.ofNullable(row.getBigDecimal("expected")).map(value -> new Money(currency, value));
        return new TranchePicture(
                row.getObject("tranche_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("fund_id", UUID.class),
                Optional.ofNullable(row.getObject("project_id", UUID.class)),
                row.getString("name"),
                new Money(currency, row.getBigDecimal("amount")),
                TrancheState.valueOf(row.getString("state")),
                ids(row, "milestones"),
                ids(row, "waived"),
                row.getBoolean("reversed"),
                due.flatMap(day -> expected.map(amount -> new TranchePicture.Expected(day, amount))));
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((UUID[]) array.getArray());
    }

    private static CallPicture call(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        return new CallPicture(
                row.getObject("call_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("fund_id", UUID.class),
                Optional.ofNullable(row.getObject("tranche_id", UUID.class)),
                row.getString("reference"),
                new Money(currency, row.getBigDecimal("total")),
                new Money(currency, row.getBigDecimal("open")),
                row.getObject("due", LocalDate.class),
                CallStage.valueOf(row.getString("state")));
    }
}
