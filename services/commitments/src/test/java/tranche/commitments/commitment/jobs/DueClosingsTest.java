package tranche.commitments.commitment.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** Closings that were approved ahead of their day. */
class DueClosingsTest {

    private static final Actor MANAGER = CommitmentsProcess.anybody(Role.FUND_MANAGER);
    private static final Actor APPROVER = CommitmentsProcess.anybody(Role.APPROVER);
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;
    private static UUID programme;
    private static UUID investor;

    @BeforeAll
    static void start() throws IOException {
        service = new CommitmentsProcess(data);
        programme = made("/programmes", "{'name': 'Chips', 'headlineCurrency': 'USD'}")
                .id();
        investor = made("/investors", "{'name': 'Bank', 'kind': 'OTHER', 'country': 'DE'}")
                .id();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Reply made(String collection, String body) {
        Reply made = service.post(MANAGER, collection, body.replace('\'', '"'));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    private static void done(Actor by, String command, String body) {
        Reply done = service.post(by, command, body.replace('\'', '"'), "Idempotency-Key", "once");
        assertThat(done.status()).as(done.raw().body()).isEqualTo(200);
    }

    /** A closing that was approved for tomorrow. */
    private static UUID approvedAhead() {
        UUID fund = made(
                        "/funds",
                        "{'programmeId': '" + programme + "', 'name': 'F', 'baseCurrency': 'USD', 'calendar': 'US'}")
                .id();
        UUID commitment = made(
                        "/commitments",
                        "{'fundId': '" + fund + "', 'investorId': '" + investor
                                + "', 'amount': {'value': '5.00', 'currency': 'USD'}}")
                .id();
        done(MANAGER, "/commitments/" + commitment + "/submission", "{'source': 'public register'}");
        done(APPROVER, "/commitments/" + commitment + "/acceptance", "{'closingDate': '" + TODAY + "'}");
        Reply planned = made(
                "/funds/" + fund + "/closings",
                "{'kind': 'INITIAL', 'date': '" + TODAY.plusDays(1) + "', 'commitmentIds': ['" + commitment + "']}");
        done(
                APPROVER,
                "/closings/" + planned.id() + "/approval",
                "{'contentHash': '" + planned.text("contentHash") + "'}");
        return planned.id();
    }

    /** Lets a closing's day be another one. */
    private static void turn(UUID closing, LocalDate date) {
        try (Connection connection = service.database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update closing set date = '" + date + "' where closing_id = '" + closing + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String stateOf(UUID closing) {
        return service.get(MANAGER, "/closings/" + closing).text("state");
    }

    @Test
    void that_cannot_take_effect_keep_no_other_from_it() throws InterruptedException {
        UUID stuck = approvedAhead();
        UUID alsoStuck = approvedAhead();
        UUID good = approvedAhead();
        // Before the last event of their commitments, which is refused each time.
        turn(stuck, TODAY.minusDays(2));
        turn(alsoStuck, TODAY.minusDays(1));
        turn(good, TODAY);

        service.bean(DueClosingsJob.class).work(1);

        assertThat(stateOf(stuck)).isEqualTo("APPROVED");
        assertThat(stateOf(alsoStuck)).isEqualTo("APPROVED");
        assertThat(stateOf(good)).isEqualTo("EFFECTIVE");
    }
}
