package tranche.flow.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import tranche.testkit.TestDatabase;

class MigrationsTest {

    private final TestDatabase database = TestDatabase.create("tally");
    private final Database settings = new Database(
            database.url(),
            new Database.Login(database.owner(), database.ownerPassword()),
            new Database.Login(database.user(), database.password()));

    @Test
    void make_the_tables_of_each_room_that_is_named() throws SQLException {
        Migrations.run(settings, "tally", "proposal", " register ");

        assertThat(tables()).contains("event", "proposal", "foreign_identity");
    }

    @Test
    void make_no_table_of_a_room_that_is_not_named() throws SQLException {
        Migrations.run(settings, "tally");

        assertThat(tables()).contains("event").doesNotContain("proposal", "foreign_identity");
    }

    @Test
    void do_not_begin_with_a_room_that_is_not_there() throws SQLException {
        assertThatThrownBy(() -> Migrations.run(settings, "tally", "proposals"))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("tranche/flow/proposals/db");
        assertThatThrownBy(() -> Migrations.run(settings, "taly"))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("tranche/taly/db");

        assertThat(tables()).isEmpty();
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = database.asOwner();
                ResultSet found = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            List<String> tables = new ArrayList<>();
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
            return tables;
        }
    }
}
