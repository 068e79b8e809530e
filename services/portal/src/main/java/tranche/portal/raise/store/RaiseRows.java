package tranche.portal.raise.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.sql.Bind;
import tranche.portal.raise.domain.CommitmentPicture;
import tranche.portal.raise.domain.Fact;

/** Keeps what a batch of events means, with one statement for each table. */
public final class RaiseRows {

    private static final String PROGRAMMES = """
            insert into raise_programme (programme_id, name, headline, target, target_source, target_date, claimed, sample)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::date[], ?::date[], ?::boolean[])
            on conflict (programme_id) do nothing
            """;

    private static final String FUNDS = """
            insert into raise_fund (fund_id, programme_id, name, currency, cap, unverified, source_note,
                                    require_kyc, zone, source_system, external_ref)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::numeric[], ?::boolean[], ?::text[], ?::boolean[],
                                 ?::text[], ?::text[], ?::text[])
            on conflict (fund_id) do nothing
            """;

    private static final String TERMS = """
            update raise_fund f set cap = t.cap, require_kyc = t.require_kyc
              from unnest(?::uuid[], ?::numeric[], ?::boolean[]) as t(fund_id, cap, require_kyc)
             where f.fund_id = t.fund_id
            """;

    private static final String CLOSED = "update raise_fund set closed_to_new = true where fund_id = any(?::uuid[])";

    private static final String INVESTORS = """
            insert into raise_investor (investor_id, name, kind, country, consent_to_be_named)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::boolean[])
            on conflict (investor_id) do update
               set name = excluded.name, kind = excluded.kind, country = excluded.country,
                   consent_to_be_named = excluded.consent_to_be_named
            """;

    private static final String KYC = """
            update raise_investor i
               set kyc = k.kyc, kyc_until = k.until,
                   checks_place = nextval(pg_get_serial_sequence('raise_change', 'place'))
              from unnest(?::uuid[], ?::text[], ?::date[]) as k(investor_id, kyc, until)
             where i.investor_id = k.investor_id
            """;

    private static final String PERSONS = """
            insert into raise_person (account_id, person_id)
            select * from unnest(?::uuid[], ?::uuid[])
            on conflict (account_id) do update set person_id = excluded.person_id
            """;

    private static final String CHANGES = """
            insert into raise_change (event_id, kind, type, recorded_at, effective, actor, key, sequence, version,
                                      programme_id, fund_id, investor_id, commitment_id, about, state, currency, amount,
                                      amount_before, other_commitment, reason, commitments)
            select event_id, kind, type, recorded_at, effective, actor, key, sequence, version, programme_id, fund_id,
                   investor_id, commitment_id, about, state, currency, amount, amount_before, other_commitment, reason,
                   string_to_array(commitments, ',')::uuid[]
              from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::date[], ?::uuid[], ?::uuid[], ?::bigint[],
                          ?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::numeric[],
                          ?::numeric[], ?::uuid[], ?::text[], ?::text[])
                with ordinality as c(event_id, kind, type, recorded_at, effective, actor, key, sequence, version,
                                     programme_id, fund_id, investor_id, commitment_id, about, state, currency, amount,
                                     amount_before, other_commitment, reason, commitments, place)
             order by place
            """;

    /**
     * Of two batches that are kept at once, by two instances or by one and a replay, the one that commits last would else
     * have the earlier places: a page that has seen the later ones would never hear of it.
     */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(6021553087541960447)";

    private RaiseRows() {}

    /** Keeps facts in their order. */
    public static void keep(Connection connection, List<Fact> facts) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME)) {
            lock.execute();
        }
        execute(
                connection,
                PROGRAMMES,
                last(facts, Fact.OfProgramme.class, Fact.OfProgramme::id),
                RaiseRows::bindProgramme);
        execute(connection, FUNDS, last(facts, Fact.OfFund.class, Fact.OfFund::id), RaiseRows::bindFund);
        execute(connection, TERMS, last(facts, Fact.OfTerms.class, Fact.OfTerms::fund), RaiseRows::bindTerms);
        execute(
                connection,
                CLOSED,
                last(facts, Fact.OfClosedFund.class, Fact.OfClosedFund::fund),
                bind -> bind.uuid(Fact.OfClosedFund::fund));
        execute(
                connection,
                INVESTORS,
                last(facts, Fact.OfInvestor.class, Fact.OfInvestor::id),
                RaiseRows::bindInvestor);
        execute(connection, KYC, last(facts, Fact.OfKyc.class, Fact.OfKyc::investor), RaiseRows::bindKyc);
        execute(
                connection,
                PERSONS,
                last(facts, Fact.OfPerson.class, Fact.OfPerson::account),
                bind -> bind.uuid(Fact.OfPerson::account).uuid(Fact.OfPerson::person));
        keepCommitments(connection, of(facts, Fact.OfCommitment.class));
        FundingRows.keep(connection, facts);
        execute(connection, CHANGES, of(facts, Fact.Told.class), RaiseRows::bindTold);
    }

    private static void keepCommitments(Connection connection, List<Fact.OfCommitment> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        Map<UUID, CommitmentPicture> pictures = new LinkedHashMap<>(CommitmentRows.load(
                connection, steps.stream().map(Fact.OfCommitment::id).collect(Collectors.toSet())));
        for (Fact.OfCommitment step : steps) {
            pictures.put(step.id(), step.step().apply(Optional.ofNullable(pictures.get(step.id()))));
        }
        CommitmentRows.save(connection, pictures.values());
    }

    private static <F extends Fact> List<F> of(List<Fact> facts, Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The facts of a type, of each object the last: one statement may touch a row only once. */
    private static <F extends Fact> Collection<F> last(
            List<Fact> facts, Class<F> type, java.util.function.Function<F, UUID> id) {
        Map<UUID, F> last = new LinkedHashMap<>();
        of(facts, type).forEach(fact -> last.put(id.apply(fact), fact));
        return new ArrayList<>(last.values());
    }

    private interface Binding<F> {
        void to(Bind<F> bind) throws SQLException;
    }

    private static <F> void execute(Connection connection, String sql, Collection<F> rows, Binding<F> binding)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.to(Bind.rows(statement, rows));
            statement.executeUpdate();
        }
    }

    private static void bindProgramme(Bind<Fact.OfProgramme> bind) throws SQLException {
        bind.uuid(Fact.OfProgramme::id)
                .text(Fact.OfProgramme::name)
                .text(programme -> programme.headline().code())
                .numeric(programme ->
                        programme.target().map(target -> target.value()).orElse(null))
                .text(programme -> programme.targetSource().orElse(null))
                .date(programme -> programme.targetDate().orElse(null))
                .date(Fact.OfProgramme::claimed)
                .bool(Fact.OfProgramme::sample);
    }

    private static void bindFund(Bind<Fact.OfFund> bind) throws SQLException {
        bind.uuid(Fact.OfFund::id)
                .uuid(Fact.OfFund::programme)
                .text(Fact.OfFund::name)
                .text(fund -> fund.currency().code())
                .numeric(fund -> fund.cap().map(cap -> cap.value()).orElse(null))
                .bool(Fact.OfFund::unverified)
                .text(fund -> fund.sourceNote().orElse(null))
                .bool(Fact.OfFund::requireKyc)
                .text(Fact.OfFund::zone)
                .text(fund -> fund.sourceSystem().orElse(null))
                .text(fund -> fund.externalRef().orElse(null));
    }

    private static void bindTerms(Bind<Fact.OfTerms> bind) throws SQLException {
        bind.uuid(Fact.OfTerms::fund)
                .numeric(fact -> fact.cap().map(cap -> cap.value()).orElse(null))
                .bool(Fact.OfTerms::requireKyc);
    }

    private static void bindInvestor(Bind<Fact.OfInvestor> bind) throws SQLException {
        bind.uuid(Fact.OfInvestor::id)
                .text(Fact.OfInvestor::name)
                .text(investor -> investor.kind().name())
                .text(Fact.OfInvestor::country)
                .bool(Fact.OfInvestor::consentToBeNamed);
    }

    private static void bindKyc(Bind<Fact.OfKyc> bind) throws SQLException {
        bind.uuid(Fact.OfKyc::investor)
                .text(Fact.OfKyc::status)
                .date(kyc -> kyc.until().orElse(null));
    }

    private static void bindTold(Bind<Fact.Told> bind) throws SQLException {
        bind.uuid(Fact.Told::event)
                .text(told -> told.kind().name())
                .text(Fact.Told::type)
                .instant(Fact.Told::recordedAt)
                .date(Fact.Told::effective)
                .uuid(Fact.Told::actor)
                .uuid(Fact.Told::key)
                .bigint(Fact.Told::sequence)
                .bigint(Fact.Told::version)
                .uuid(told -> told.programme().orElse(null))
                .uuid(told -> told.fund().orElse(null))
                .uuid(told -> told.investor().orElse(null))
                .uuid(told -> told.commitment().orElse(null))
                .uuid(told -> told.about().orElse(null))
                .text(told -> told.state().map(Enum::name).orElse(null))
                .text(told ->
                        told.amount().map(amount -> amount.currency().code()).orElse(null))
                .numeric(told -> told.amount().map(amount -> amount.value()).orElse(null))
                .numeric(told -> told.before().map(amount -> amount.value()).orElse(null))
                .uuid(told -> told.other().orElse(null))
                .text(told -> told.reason().orElse(null))
                .text(told -> told.commitments().isEmpty()
                        ? null
                        : told.commitments().stream().map(UUID::toString).collect(Collectors.joining(",")));
    }
}
