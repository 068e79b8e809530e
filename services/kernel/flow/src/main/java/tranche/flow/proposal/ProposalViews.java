package tranche.flow.proposal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.values.actor.Actor;
import tranche.values.proposal.Proposal;
import tranche.values.proposal.ProposalState;

/** Proposals as a caller may see them: its own, and those of which it may see everything that they are about. */
public final class ProposalViews {

    private static final String ONE = "select * from proposal x where x.proposal_id = ? and " + About.VISIBLE;

    /** Without the contents, each of which may be a file of ten thousand rows. */
    private static final String LIST = """
            select proposal_id, command, subject_type, subject_id, programme_ids, fund_ids, project_ids, content_hash,
                   null as content, restated, maker_account, maker_person, recorded_at, expires_at, approved,
                   answered_by_account, answered_by_person, answered_at, reason
              from proposal x
             where\s""" + About.VISIBLE + """
             and (?::text is null or ? = case when x.approved then 'APPROVED'
                                              when not x.approved then 'REJECTED'
                                              when x.expires_at > ? then 'PENDING'
                                              else 'LAPSED' end)
             and (?::uuid is null or x.proposal_id > ?)
             order by x.proposal_id limit ?
            """;

    private final DataSource dataSource;

    public ProposalViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Optional<Proposal> one(Actor reader, UUID id) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            select.setObject(1, id);
                            About.bindVisible(select, 2, reader);
                        },
                        ProposalRows::read)
                .stream()
                .findFirst();
    }

    /** In the order of their ids: of their making. One more than the limit, if there is one. */
    public List<Proposal> list(
            Actor reader, Optional<ProposalState> state, Instant now, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    int next = About.bindVisible(select, 1, reader);
                    select.setObject(next, state.map(Enum::name).orElse(null));
                    select.setObject(next + 1, state.map(Enum::name).orElse(null));
                    select.setObject(next + 2, Rows.at(now));
                    select.setObject(next + 3, after.orElse(null));
                    select.setObject(next + 4, after.orElse(null));
                    select.setInt(next + 5, limit + 1);
                },
                ProposalRows::read);
    }
}
