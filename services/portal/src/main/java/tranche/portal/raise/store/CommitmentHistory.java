package tranche.portal.raise.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.portal.raise.domain.ChangeKind;
import tranche.portal.raise.domain.Clearance;
import tranche.portal.raise.domain.Commitment;
import tranche.portal.raise.domain.CommitmentDetail;
import tranche.portal.raise.domain.CommitmentPicture;
import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.raise.domain.CommitmentStep;
import tranche.portal.raise.domain.InvestorKind;
import tranche.portal.raise.domain.Suspension;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** One commitment with its steps, from the kept rows. */
@Singleton
final class CommitmentHistory implements CommitmentDetail {

    private static final String ONE =
            """
            select c.*, p.name, p.headline, p.target, p.target_source, p.target_date, p.claimed, p.sample,
                   0 as funds, 0 as investors, 0 as commitments, '{}' as committed, f.name as fund_name,
                   f.unverified as fund_unverified, f.source_note as fund_source, s.effective as suspended_on,
                   s.reason as suspended_because,
                   i.name as investor_name, i.kind, i.country,
                   exists (select from unnest(c.makers) as maker(account_id)
                             left join raise_person r using (account_id)
                            where maker.account_id = ? or r.person_id = ?) as made_by_caller,
                   \s""" + Acceptable.CLEARANCE + " as clearance, " + Acceptable.ROOM + """
                    as room
              from raise_commitment c
              join raise_programme p using (programme_id)
              join raise_fund f using (fund_id, programme_id)
              join raise_investor i using (investor_id)
              left join lateral (select h.effective, h.reason
                                   from raise_change h
                                  where h.investor_id = c.investor_id and h.kind = 'INVESTOR_SUSPENDED'
                                  order by h.place desc
                                  limit 1) s on ?
             where c.commitment_id = ? and\s""" + RaiseReach.COMMITMENT;

    private static final String STEPS = """
            select h.*, case when ? then a.name end as actor_name, o.commitment_id as seen_commitment, o.name as seen_investor
              from raise_change h
              join raise_commitment c on c.commitment_id = h.commitment_id
              left join account a on a.id = h.actor
              left join lateral (select c.commitment_id, i.name
                                   from raise_commitment c
                                   join raise_investor i using (investor_id)
                                  where c.commitment_id = h.other_commitment and\s""" + RaiseReach.COMMITMENT
            + ") o on true where h.commitment_id = ? and " + RaiseReach.COMMITMENT + " order by h.version";

    private static final Set<Role> OUTSIDERS = Set.of(Role.INVESTOR, Role.STAKEHOLDER);

    private final DataSource dataSource;

    CommitmentHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Commitment> of(Actor actor, UUID commitment, Instant now) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            select.setObject(1, actor.account());
                            select.setObject(2, actor.person());
                            select.setObject(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
                            select.setBoolean(4, worksHere(actor.access()));
                            select.setObject(5, commitment);
                            RaiseReach.of(actor.access()).bindCommitment(select, 6);
                        },
                        CommitmentHistory::read)
                .stream()
                .findFirst();
    }

    private static Commitment read(ResultSet row) throws SQLException {
        CommitmentPicture picture = CommitmentRows.read(row);
        Optional<String> reason = Optional.ofNullable(row.getString("suspended_because"));
        return new Commitment(
                picture.id(),
                ProgrammeRow.read(row),
                picture.fund(),
                row.getString("fund_name"),
                picture.investor(),
                row.getString("investor_name"),
                InvestorKind.valueOf(row.getString("kind")),
                row.getString("country"),
                picture.state(),
                picture.amount(),
                picture.called(),
                picture.paid(),
                picture.uncalled(),
                picture.unfunded(),
                Optional.of(picture.effective()),
                picture.closing(),
                picture.source(),
                Sources.isUnverified(row.getString("source")) || row.getBoolean("fund_unverified"),
                Optional.ofNullable(row.getString("fund_source")),
                Optional.ofNullable(row.getObject("suspended_on", LocalDate.class))
                        .map(day -> new Suspension(day, reason)),
                picture.documents(),
                row.getBoolean("made_by_caller"),
                Clearance.valueOf(row.getString("clearance")),
                Optional.ofNullable(row.getBigDecimal("room"))
                        .map(room -> new Money(picture.amount().currency(), room)),
                picture.takeOn(),
                picture.version(),
                picture.changedAt());
    }

    @Override
    public List<CommitmentStep> steps(Actor actor, UUID commitment) {
        Access access = actor.access();
        return Query.list(
                dataSource,
                STEPS,
                select -> {
                    select.setBoolean(1, worksHere(access));
                    RaiseReach reach = RaiseReach.of(access);
                    int next = reach.bindCommitment(select, 2);
                    select.setObject(next, commitment);
                    reach.bindCommitment(select, next + 1);
                },
                CommitmentHistory::step);
    }

    /** Who acted, and why an investor was suspended, is known to whoever works on the raise or audits it, not to those outside who look on. */
    private static boolean worksHere(Access access) {
        return access.grants().stream().anyMatch(grant -> !OUTSIDERS.contains(grant.role()));
    }

    private static CommitmentStep step(ResultSet row) throws SQLException {
        Currency currency = new Currency(row.getString("currency"));
        UUID other = row.getObject("seen_commitment", UUID.class);
        String investor = row.getString("seen_investor");
        return new CommitmentStep(
                row.getObject("event_id", UUID.class),
                ChangeKind.valueOf(row.getString("kind")),
                row.getString("type"),
                row.getLong("sequence"),
                row.getLong("version"),
                row.getObject("effective", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                Optional.ofNullable(row.getString("actor_name")),
                CommitmentState.valueOf(row.getString("state")),
                new Money(currency, row.getBigDecimal("amount")),
                Optional.ofNullable(row.getBigDecimal("amount_before")).map(before -> new Money(currency, before)),
                Optional.ofNullable(investor).map(name -> new CommitmentStep.Other(other, name)),
                Optional.ofNullable(row.getString("reason")),
                Optional.empty());
    }
}
