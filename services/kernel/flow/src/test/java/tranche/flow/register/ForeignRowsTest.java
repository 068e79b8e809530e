package tranche.flow.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tranche.flow.sql.Database;
import tranche.flow.sql.Faults;
import tranche.flow.sql.Migrations;
import tranche.testkit.TestDatabase;
import tranche.values.actor.ContentHash;
import tranche.values.register.ForeignIdentity;

/** On the table that a service gets by naming the room. */
class ForeignRowsTest {

    private static final TestDatabase DATABASE = TestDatabase.create("tally");

    @BeforeAll
    static void migrate() {
        Migrations.run(
                new Database(
                        DATABASE.url(),
                        new Database.Login(DATABASE.owner(), DATABASE.ownerPassword()),
                        new Database.Login(DATABASE.user(), DATABASE.password())),
                "tally",
                "register");
    }

    private static ForeignRows.Row row(String reference) {
        return new ForeignRows.Row(
                new ForeignIdentity("plan", reference), UUID.randomUUID(), ContentHash.of("made with " + reference));
    }

    @Test
    void are_found_in_their_collection_alone() throws SQLException {
        ForeignRows.Row one = row("M-1");
        try (Connection connection = DATABASE.asService()) {
            ForeignRows.insert(connection, "project", List.of(one));

            assertThat(ForeignRows.find(
                            connection,
                            "project",
                            List.of(one.identity(), row("M-2").identity())))
                    .containsOnlyKeys(one.identity())
                    .containsValue(one);
            assertThat(ForeignRows.find(connection, "milestone", List.of(one.identity())))
                    .isEmpty();
        }
    }

    @Test
    void are_taken_once_and_a_second_time_is_a_conflict() throws SQLException {
        try (Connection connection = DATABASE.asService()) {
            ForeignRows.insert(connection, "project", List.of(row("M-3")));

            assertThatThrownBy(() -> ForeignRows.insert(connection, "project", List.of(row("M-3"))))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            taken -> assertThat(Faults.of(taken)).isEqualTo(Faults.CONFLICT));
        }
    }
}
