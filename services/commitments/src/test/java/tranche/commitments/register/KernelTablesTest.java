package tranche.commitments.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.testkit.TestDatabase;

/** The flow reads and writes these tables in every service alike, and here they have another history than elsewhere. */
@DisplayName("The tables of commitments and of the flow's rooms")
class KernelTablesTest {

    private static final TestDatabase HERE = TestDatabase.create("commitments");
    private static final TestDatabase ELSEWHERE = TestDatabase.create("elsewhere");

    @BeforeAll
    static void migrate() {
        Migrations.run(settings(HERE), "commitments");
        // A service without tables of its own: one of the rooms stands in its place.
        Migrations.run(settings(ELSEWHERE), "flow/register", "proposal");
    }

    @AfterAll
    static void drop() throws SQLException {
        HERE.drop();
        ELSEWHERE.drop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposal", "foreign_identity"})
    void have_the_same_columns(String table) throws SQLException {
        assertThat(columns(HERE, table)).isNotEmpty().isEqualTo(columns(ELSEWHERE, table));
    }

    /** Ordered by name: in which order they came is history. */
    private static List<String> columns(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.asOwner();
                PreparedStatement select = connection.prepareStatement("""
                        select concat_ws(' ', column_name, udt_name, 'null ' || is_nullable, column_default,
                                         numeric_precision, numeric_scale, character_maximum_length) as told
                          from information_schema.columns
                         where table_schema = 'public' and table_name = ?
                         order by column_name
                        """)) {
            select.setString(1, table);
            List<String> columns = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    columns.add(found.getString("told"));
                }
            }
            return columns;
        }
    }

    private static Database settings(TestDatabase database) {
        return new Database(
                database.url(),
                new Database.Login(database.owner(), database.ownerPassword()),
                new Database.Login(database.user(), database.password()));
    }
}
