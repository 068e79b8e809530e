package tranche.commitments.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Actor;

/** Files as people send them. */
final class ImportFixtures {

    private static final String BOUNDARY = "----a-line-between-parts";

    private ImportFixtures() {}

    static Reply csv(CommitmentsProcess service, Actor actor, String query, String file, String... headers) {
        return service.send(
                actor, "POST", "/imports?" + query, "text/csv", file.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Reply form(CommitmentsProcess service, Actor actor, String query, String file, String mapping) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"mapping\"\r\nContent-Type: application/json\r\n\r\n"
                + mapping + "\r\n--" + BOUNDARY + "--\r\n";
        return service.send(
                actor,
                "POST",
                "/imports?" + query,
                "multipart/form-data; boundary=" + BOUNDARY,
                body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply approve(CommitmentsProcess service, Actor checker, Reply proposed) {
        return service.post(
                checker,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{\"contentHash\": \"" + proposed.text("contentHash") + "\"}");
    }

    static UUID programme(CommitmentsProcess service, Actor manager, String name) {
        return service.post(manager, "/programmes", "{\"name\": \"" + name + "\", \"headlineCurrency\": \"USD\"}")
                .id();
    }

    /** Errors as {@code line/column/code}, in the answer's order. */
    static List<String> errors(Reply reply) {
        List<String> errors = new ArrayList<>();
        for (JsonNode error : reply.body().get("errors")) {
            assertThat(error.get("detail").asText()).isNotBlank();
            errors.add(error.get("line").asInt() + "/" + error.get("column").asText() + "/"
                    + error.get("code").asText());
        }
        return errors;
    }

    /** Lines that were passed over, as {@code line/reason}. */
    static List<String> skipped(Reply reply) {
        List<String> skipped = new ArrayList<>();
        reply.body()
                .get("skipped")
                .forEach(row -> skipped.add(
                        row.get("line").asInt() + "/" + row.get("reason").asText()));
        return skipped;
    }

    /** How many events the service has recorded: what a file that writes nothing leaves as it was. */
    static long events(CommitmentsProcess service) {
        return count(service, "select count(*) from event");
    }

    static long count(CommitmentsProcess service, String sql) {
        try (Connection connection = service.database.asOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
