package tranche.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.preference.domain.Choice;
import tranche.notifications.preference.domain.Digest;
import tranche.notifications.preference.domain.Preferences;
import tranche.notifications.preference.domain.QuietHours;
import tranche.notifications.preference.store.PreferenceRows;
import tranche.notifications.recipient.domain.Profile;
import tranche.notifications.recipient.store.RecipientRows;
import tranche.testkit.TestDatabase;

@DisplayName("A data folder of an earlier start")
class EarlierStartTest {

    private static final TestDatabase DATABASE = TestDatabase.create("notifications");
    private static final Database SETTINGS = new Database(
            DATABASE.url(),
            new Database.Login(DATABASE.owner(), DATABASE.ownerPassword()),
            new Database.Login(DATABASE.user(), DATABASE.password()));

    /** Has turned mail off and said nothing else. */
    private static final UUID SILENT = new UUID(1, 1);

    /** Has said its language, its zone and what it wants among the preferences alone, and turned mail off besides. */
    private static final UUID WISHING = new UUID(1, 2);

    private static void earlierStart() throws SQLException {
        Flyway.configure()
                .dataSource(SETTINGS.url(), DATABASE.owner(), DATABASE.ownerPassword())
                .locations("classpath:tranche/flow/db", "classpath:tranche/notifications/db")
                .placeholders(Map.of("service_role", DATABASE.user()))
                .target("0401")
                .load()
                .migrate();
        try (Connection connection = DATABASE.asService();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into recipient (recipient_id, version, effective_date, recorded_at, language, zone, mail_off)
                    values ('%s', 3, '2026-01-05', now(), 'fr', 'Europe/Oslo', 'MS_03'),
                           ('%s', 1, '2026-01-05', now(), 'en', 'UTC', 'MS_03,MS_05')
                    """.formatted(SILENT, WISHING));
            statement.execute("""
                    insert into preference (recipient_id, language, time_zone, quiet_from, quiet_to, version,
                                            effective_date, recorded_at)
                    values ('%s', 'FR', 'Europe/Paris', '22:00', '07:00', 2, '2026-01-05', now())
                    """.formatted(WISHING));
            statement.execute("""
                    insert into preference_item (recipient_id, type, channels, digest)
                    values ('%s', 'MS_05', '{PORTAL,EMAIL}', 'DAILY')
                    """.formatted(WISHING));
            statement.execute("""
                    insert into notice (notice_id, type, cause_id, cause_type, recorded_at, subject_kind, subject_id,
                                        roles, readers, published, figures)
                    select gen_random_uuid(), type, gen_random_uuid(), 'tranche.milestones.Any', now(), 'MILESTONE',
                           gen_random_uuid(), '{STAKEHOLDER,FUND_MANAGER}', '{STAKEHOLDER,FUND_MANAGER}', true, '{}'
                      from unnest('{MS_05,MS_06}'::text[]) as t(type)
                    """);
        }
    }

    /** By the types of their alerts. */
    private static Map<String, Set<String>> told(String column) throws SQLException {
        Map<String, Set<String>> told = new HashMap<>();
        try (Connection connection = DATABASE.asService();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select type, " + column + " as told from notice")) {
            while (row.next()) {
                told.put(row.getString("type"), Set.of((String[])
                        row.getArray("told").getArray()));
            }
        }
        return told;
    }

    @Test
    void is_told_as_it_wanted_to_be() throws SQLException {
        earlierStart();

        Migrations.run(SETTINGS, "notifications");

        for (String column : List.of("roles", "readers")) {
            assertThat(told(column))
                    .isEqualTo(Map.of(
                            "MS_05", Set.of("STAKEHOLDER", "FUND_MANAGER", "INVESTOR"),
                            "MS_06", Set.of("STAKEHOLDER", "FUND_MANAGER")));
        }

        try (Connection connection = DATABASE.asService()) {
            var recipients = RecipientRows.load(connection, List.of(SILENT, WISHING));
            var preferences = PreferenceRows.load(connection, List.of(SILENT, WISHING));
            Choice unmailed = new Choice(EnumSet.of(Channel.PORTAL, Channel.WEBHOOK), Digest.NONE);
            Preferences silent = preferences.get(SILENT);
            Preferences wishing = preferences.get(WISHING);
            assertThat(recipients.get(SILENT).profile())
                    .isEqualTo(new Profile(Optional.empty(), Locale.FRENCH, ZoneId.of("Europe/Oslo")));
            assertThat(silent.number()).isZero();
            assertThat(silent.wishes().choices()).isEqualTo(Map.of(AlertType.MS_03, unmailed));
            assertThat(recipients.get(WISHING).profile())
                    .isEqualTo(new Profile(Optional.empty(), Locale.FRENCH, ZoneId.of("Europe/Paris")));
            assertThat(wishing.number()).isEqualTo(2);
            assertThat(wishing.wishes().quietHours()).contains(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
            assertThat(wishing.wishes().choices())
                    .isEqualTo(Map.of(
                            AlertType.MS_03,
                            unmailed,
                            AlertType.MS_05,
                            new Choice(EnumSet.of(Channel.PORTAL), Digest.DAILY)));
        }
    }
}
