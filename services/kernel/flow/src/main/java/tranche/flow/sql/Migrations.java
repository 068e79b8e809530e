package tranche.flow.sql;

import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** Brings a service's database up to date, as its owner, before anything else touches it. */
public final class Migrations {

    private Migrations() {}

    /**
     * Applies what is missing: the flow's own tables (V0001 to V0099), then the service's (V0100 and on).
     *
     * @param service names the folder {@code tranche/<service>/db} on the class path
     * @param rooms of the flow whose tables the service has too, for instance {@code proposal}: each names the folder
     *     {@code tranche/flow/<room>/db}
     * @throws org.flywaydb.core.api.FlywayException if the database is away, or holds a version that is not known here, or if
     *     there is no folder of a room's name
     */
    public static void run(Database database, String service, String... rooms) {
        Stream<String> folders =
                Stream.concat(Stream.of("flow", service), Stream.of(rooms).map(room -> "flow/" + room.strip()));
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().name(),
                        database.owner().password())
                .locations(folders.map(folder -> "classpath:tranche/" + folder + "/db")
                        .toArray(String[]::new))
                .failOnMissingLocations(true)
                .placeholders(Map.of("service_role", database.user().name()))
                // Two series of numbers in one history: the flow's may grow after the service's have run.
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
