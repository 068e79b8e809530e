package tranche.notifications.notice.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Notice;

/** The table {@code notice}. */
public final class NoticeRows {

    private static final String KEEP = """
            insert into notice (notice_id, type, cause_id, cause_type, recorded_at, subject_kind, subject_id, roles, readers,
                                programme_id, fund_id, investor_id, project_id, published, figures)
            select notice_id, type, cause_id, cause_type, recorded_at, subject_kind, subject_id,
                   string_to_array(roles, ','), string_to_array(readers, ','), programme_id, fund_id, investor_id, project_id,
                   published, figures
              from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::uuid[], ?::text[],
                          ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[], ?::jsonb[])
                   as r(notice_id, type, cause_id, cause_type, recorded_at, subject_kind, subject_id, roles, readers,
                        programme_id, fund_id, investor_id, project_id, published, figures)
            on conflict (notice_id) do nothing
            """;

    private NoticeRows() {}

    /** Keeps what events have to say; what is kept already stays as it is. */
    public static void keep(Connection connection, List<Notice> notices) throws SQLException {
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
                    .column("jsonb", notice -> NoticeJson.figures(notice.figures()));
            insert.executeUpdate();
        }
    }
}
