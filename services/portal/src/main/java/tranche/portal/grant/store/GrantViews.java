package tranche.portal.grant.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.account.domain.Standing;
import tranche.portal.account.store.Sight;
import tranche.portal.grant.domain.HeldGrant;
import tranche.portal.grant.domain.ProposalState;
import tranche.values.actor.Actor;

/** Grants as lists and single reads show them. */
public final class GrantViews {

    private static final String BY_ID = "select " + GrantRows.COLUMNS + " from account_grant g where g.id = ?";

    private static final String IS_KNOWN = "select 1 from account_grant where id = ?";

    private static final String LIST = "select " + GrantRows.COLUMNS + """
              from account_grant g
             where (g.account = ? or\s""" + Sight.GRANT + """
                   )
               and (?::uuid is null or g.account = ?::uuid)
               and (?::uuid is null or g.id > ?::uuid)
             order by g.id
             limit ?
            """;

    /** Proposals and what became of them: grants that had to be confirmed. A state is compared as of now. */
    private static final String PROPOSALS = "select " + GrantRows.COLUMNS + """
              from account_grant g
             where g.expires_at is not null
               and (g.account = ? or g.proposed_by_account = ? or\s""" + Sight.GRANT + """
                   )
               and (?::text is null or ?::text = case
                        when g.state = 'PROPOSED' and g.expires_at <= ?::timestamptz then 'LAPSED'
                        when g.state = 'PROPOSED' then 'PENDING'
                        when g.state = 'REJECTED' then 'REJECTED'
                        when g.given_by_account is not null then 'APPROVED'
                        else 'LAPSED'
                    end)
               and (?::uuid is null or g.id > ?::uuid)
             order by g.id
             limit ?
            """;

    /** A grant and whose it is. */
    public record Listed(UUID account, HeldGrant grant) {

        /** Whether it had to be confirmed and the reader sees it: in its scope, or because it made it or would hold it. */
        public boolean isProposalTo(Actor reader) {
            return grant.expiresAt().isPresent()
                    && (Standing.found(reader, Map.of())
                                    .seesGrants(reader, grant.role().scope())
                            || account.equals(reader.account())
                            || grant.proposedBy().account().equals(reader.account()));
        }
    }

    private GrantViews() {}

    public static Optional<Listed> byId(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BY_ID)) {
            select.setObject(1, id);
            return list(select).stream().findFirst();
        }
    }

    /** Whether there is such a grant or proposal at all. */
    public static boolean isKnown(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(IS_KNOWN)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * Grants in the order of their ids.
     *
     * @param sight which ones the reader sees beside the own
     * @param of whose grants are asked for; empty for all that may be seen
     * @param after the id that the page before ended with
     */
    public static List<Listed> list(
            Connection connection, Sight sight, Optional<UUID> of, Optional<UUID> after, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setObject(1, sight.own());
            int next = sight.bindGrant(select, 2);
            select.setObject(next, of.orElse(null));
            select.setObject(next + 1, of.orElse(null));
            select.setObject(next + 2, after.orElse(null));
            select.setObject(next + 3, after.orElse(null));
            select.setInt(next + 4, most);
            return list(select);
        }
    }

    /**
     * Proposals in the order of their ids.
     *
     * @param sight which ones the reader sees beside those that it made or would hold
     * @param state empty for all
     */
    public static List<Listed> proposals(
            Connection connection,
            Sight sight,
            Optional<ProposalState> state,
            Instant now,
            Optional<UUID> after,
            int most)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PROPOSALS)) {
            select.setObject(1, sight.own());
            select.setObject(2, sight.own());
            int next = sight.bindGrant(select, 3);
            select.setString(next, state.map(Enum::name).orElse(null));
            select.setString(next + 1, state.map(Enum::name).orElse(null));
            select.setString(next + 2, now.toString());
            select.setObject(next + 3, after.orElse(null));
            select.setObject(next + 4, after.orElse(null));
            select.setInt(next + 5, most);
            return list(select);
        }
    }

    private static List<Listed> list(PreparedStatement select) throws SQLException {
        List<Listed> grants = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                grants.add(new Listed(row.getObject(2, UUID.class), GrantRows.grant(row)));
            }
        }
        return grants;
    }
}
