package tranche.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void gives_every_test_class_an_empty_database_of_its_own() throws SQLException {
        TestDatabase first = TestDatabase.create("commitments");
        try (Connection connection = first.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("create table mine(number int)");
        }

        TestDatabase second = TestDatabase.create("commitments");
        try (Connection connection = second.asOwner();
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
        assertThat(second.owner()).isEqualTo(second.user() + "_owner");
        first.drop();
        second.drop();
    }
}
