package tranche.portal.cockpit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.timeline.store.TimelineEvents.tell;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.portal.timeline.store.TimelineEvents;

@DisplayName("What an overview has when it is opened")
class OverviewPlacesTest {

    private static final Pattern AFTER = Pattern.compile("after=([0-9]+)\\.([0-9]+)");

    @Test
    @DisplayName("is what was there of the raise too, though everything that it shows happened on the sites since")
    void takes_nothing_for_new_that_was_there() throws SQLException {
        try (PortalProcess portal = PortalProcess.demo()) {
            DataSource source = portal.bean(DataSource.class);
            UUID programme = UUID.randomUUID();
            try (Connection connection = source.getConnection();
                    Statement insert = connection.createStatement()) {
                insert.execute("insert into raise_programme (programme_id, name, headline, claimed, sample) values ('"
                        + programme + "', 'Chips', 'USD', '2025-01-01', false)");
                insert.execute("insert into raise_change (event_id, kind, type, recorded_at, effective, actor, key,"
                        + " sequence, version, programme_id) values (gen_random_uuid(), 'PROGRAMME_CREATED', 'x',"
                        + " '2025-01-01T00:00:00Z', '2025-01-01', gen_random_uuid(), '" + programme + "', 1, 1, '"
                        + programme + "')");
            }
            var fab = new TimelineEvents(programme, UUID.randomUUID(), UUID.randomUUID());
            tell(source, fab.registered("Fab", "FAB", "US-NY", "US"));
            for (int i = 0; i < Overview.CHANGES_SHOWN + 1; i++) {
                UUID milestone = UUID.randomUUID();
                tell(
                        source,
                        fab.planned(milestone, "Wall " + i, "2026-06-30"),
                        fab.slipped(milestone, "2026-06-30", "2026-07-30", 30));
            }

            String page = portal.send(portal.to("/programmes/" + programme)
                            .header("Accept", "text/html")
                            .header("Cookie", portal.cookie("fund-manager") + "; tranche-language=en"))
                    .body();

            assertThat(page).contains("Fab: Wall 12 moves 30 days").doesNotContain("Programme opened");
            Matcher after = AFTER.matcher(page);
            assertThat(after.find()).isTrue();
            assertThat(after.group(1)).as("the latest change of the raise").isEqualTo("1");
            assertThat(Long.parseLong(after.group(2))).isPositive();
        }
    }
}
