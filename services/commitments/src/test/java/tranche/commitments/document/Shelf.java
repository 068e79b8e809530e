package tranche.commitments.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** A running service with objects that documents are about, and the folder in which it keeps their files. */
final class Shelf implements AutoCloseable {

    static final Actor MANAGER = CommitmentsProcess.anybody(Role.FUND_MANAGER);

    final CommitmentsProcess service;
    final Path data;
    final UUID programme;

    Shelf(Path data) throws IOException {
        this.data = data;
        this.service = new CommitmentsProcess(data);
        this.programme = made("/programmes", "{\"name\": \"Chips\", \"headlineCurrency\": \"USD\"}");
    }

    private UUID made(String collection, String body) {
        Reply made = service.post(MANAGER, collection, body);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made.id();
    }

    UUID fund() {
        return made(
                "/funds",
                "{\"programmeId\": \"" + programme
                        + "\", \"name\": \"Fund\", \"baseCurrency\": \"USD\", \"calendar\": \"US\"}");
    }

    UUID investor() {
        return made(
                "/investors", "{\"name\": \"Sovereign fund A\", \"kind\": \"SOVEREIGN_FUND\", \"country\": \"AE\"}");
    }

    UUID commitment(UUID fund, UUID investor) {
        return made(
                "/commitments",
                "{\"fundId\": \"" + fund + "\", \"investorId\": \"" + investor
                        + "\", \"amount\": {\"value\": \"1.00\", \"currency\": \"USD\"}}");
    }

    Reply add(byte[] file, String field, UUID about, String... headers) {
        return DocumentFixtures.send(service, MANAGER, file, field, about, headers);
    }

    Path folder() {
        return data.resolve("files").resolve("commitments");
    }

    /** All that lies in the store, whole or not. */
    long files() throws IOException {
        if (!Files.exists(folder())) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.count();
        }
    }

    long rows() {
        try (Connection connection = service.database.asOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from document")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Changes the database as nobody who works with the product could. */
    void tamper(String statement) {
        try (Connection connection = service.database.asOwner();
                Statement tampering = connection.createStatement()) {
            tampering.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
