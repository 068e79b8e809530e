package tranche.notifications.notice.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.domain.Settling;

/** The table {@code notice}. */
public final class NoticeRows {

    /** What is read again, because it was kept before all of this was, learns what it speaks of and what has settled it. */
    private static final String KEEP = """
            insert into notice (notice_id, type, cause_id, cause_type, recorded_at, subject_kind, subject_id, roles, readers,
                                programme_id, fund_id, investor_id, project_id, published, account_id, figures, parts, settled_at,
                                settled_by)
            select distinct on (notice_id) notice_id, type, cause_id, cause_type, recorded_at, subject_kind, subject_id,
                   string_to_array(roles, ','), string_to_array(readers, ','), programme_id, fund_id, investor_id, project_id,
                   published, account_id, figures, parts::uuid[], settled_at, settled_by
              from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::uuid[], ?::text[],
                          ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[], ?::uuid[], ?::jsonb[], ?::text[],
                          ?::timestamptz[], ?::uuid[])
                   as r(notice_id, type, cause_id, cause_type, recorded_at, subject_kind, subject_id, roles, readers,
                        programme_id, fund_id, investor_id, project_id, published, account_id, figures, parts, settled_at,
                        settled_by)
            on conflict (notice_id) do update
               set parts = excluded.parts, settled_at = coalesce(notice.settled_at, excluded.settled_at),
                   settled_by = coalesce(notice.settled_by, excluded.settled_by)
            """;

    /** In place of the investor of a notice that is about none, as the indexes have it. */
    public static final String NOBODY = new UUID(0, 0).toString();

    /**
     * What settles something first counts; the same event, told twice, does not settle itself, and what is read again settles
     * nothing that came after it.
     */
    private static final String SETTLE = """
            update notice n set settled_at = s.recorded_at, settled_by = s.cause_id
              from (select distinct on (e.notice_id) e.notice_id, r.recorded_at, r.cause_id
                      from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[])
                           with ordinality as r(subject_id, investor_id, types, parts, cause_id, recorded_at, place)
                      join notice e on e.subject_id = r.subject_id and e.type = any(string_to_array(r.types, ','))
                                   and coalesce(e.investor_id, '%1$s') = coalesce(r.investor_id, '%1$s')
                                   and e.parts <@ r.parts::uuid[]
                                   and e.settled_at is null and e.cause_id <> r.cause_id
                                   and e.recorded_at <= r.recorded_at
                     order by e.notice_id, r.place) s
             where n.notice_id = s.notice_id
            """.formatted(NOBODY);

    private NoticeRows() {}

    /** Keeps by what the notices that are there already are settled. */
    public static void settle(Connection connection, List<Settling> settlings) throws SQLException {
        if (settlings.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(SETTLE)) {
            Bind.<Settling>rows(update, settlings)
                    .uuid(Settling::subject)
                    .uuid(settling -> settling.investor().orElse(null))
                    .text(settling -> settling.turn().superseded().stream()
                            .map(AlertType::name)
                            .collect(Collectors.joining(",")))
                    .text(settling -> array(settling.parts()))
                    .uuid(Settling::cause)
                    .instant(settling -> Rows.at(settling.recordedAt()));
            update.executeUpdate();
        }
    }

    /** As PostgreSQL writes it: an array of arrays has them all of one length. */
    private static String array(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Keeps what events have to say; of what is kept already it says no other thing.
     *
     * @param settled by what some of them are settled already, by their ids
     */
    public static void keep(Connection connection, List<Notice> notices, Map<UUID, Settling> settled)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            Bind.<Notice>rows(insert, notices)
                    .uuid(Notice::id)
                    .text(notice -> notice.type().name())
                    .uuid(Notice::cause)
                    .text(Notice::event)
                    .instant(notice -> Rows.at(notice.recordedAt()))
                    .text(notice -> notice.subject().kind().name())
                    .uuid(notice -> notice.subject().id())
                    .text(notice ->
                            String.join(",", Audience.names(notice.audience().roles())))
                    .text(notice ->
                            String.join(",", Audience.names(notice.audience().readers())))
                    .uuid(notice -> notice.audience().object().programme().orElse(null))
                    .uuid(notice -> notice.audience().object().fund().orElse(null))
                    .uuid(notice -> notice.audience().object().investor().orElse(null))
                    .uuid(notice -> notice.audience().object().project().orElse(null))
                    .bool(notice -> notice.audience().published())
                    .uuid(notice -> notice.audience().account().orElse(null))
                    .column("jsonb", notice -> NoticeJson.figures(notice.figures()))
                    .text(notice -> array(notice.parts()))
                    .instant(notice -> Optional.ofNullable(settled.get(notice.id()))
                            .map(settling -> Rows.at(settling.recordedAt()))
                            .orElse(null))
                    .uuid(notice -> Optional.ofNullable(settled.get(notice.id()))
                            .map(Settling::cause)
                            .orElse(null));
            insert.executeUpdate();
        }
    }
}
