package tranche.flow.writer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.flow.sql.Bind;

/** Answers of accepted requests by the caller's key. */
public final class IdempotencyRows {

    /** How long a stored answer is kept: the contract of the API. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final String FIND = """
            select k.account, k.operation, k.key, k.body_hash, k.status, k.headers, k.body, k.position
              from idempotency_key k
              join unnest(?::uuid[], ?::text[], ?::text[]) as wanted(account, operation, key)
                on (k.account, k.operation, k.key) = (wanted.account, wanted.operation, wanted.key)
            """;

    private static final String INSERT = """
            insert into idempotency_key (account, operation, key, body_hash, status, headers, body, position, recorded_at)
            select account, operation, key, body_hash, status, headers::jsonb, body, position, recorded_at
              from unnest(?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::integer[], ?::text[], ?::bytea[], ?::text[],
                          ?::timestamptz[])
                as r(account, operation, key, body_hash, status, headers, body, position, recorded_at)
            """;

    private static final String FORGET = "delete from idempotency_key where recorded_at < ?";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an idempotency key stands for, apart from the body. */
    record Id(UUID account, String operation, String key) {
        static Id of(Idempotency idempotency) {
            return new Id(idempotency.account(), idempotency.operation(), idempotency.key());
        }
    }

    /** A stored answer. */
    record Stored(Idempotency idempotency, Answer answer, Position position, Instant recordedAt) {

        /** Whether the request is the one that was answered then. */
        boolean isFor(Idempotency again) {
            return Arrays.equals(idempotency.bodyHash(), again.bodyHash());
        }
    }

    private IdempotencyRows() {}

    static Map<Id, Stored> find(Connection connection, Collection<Idempotency> wanted) throws SQLException {
        Map<Id, Stored> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            Bind.<Idempotency>rows(select, wanted)
                    .uuid(Idempotency::account)
                    .text(Idempotency::operation)
                    .text(Idempotency::key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Idempotency idempotency = new Idempotency(
                            row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBytes(4));
                    Answer answer = new Answer(row.getInt(5), headers(row.getString(6)), row.getBytes(7));
                    Position position = Position.parse(row.getString(8)).orElse(Position.NONE);
                    found.put(Id.of(idempotency), new Stored(idempotency, answer, position, Instant.EPOCH));
                }
            }
        }
        return found;
    }

    static void insert(Connection connection, List<Stored> answers) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Bind.<Stored>rows(insert, new ArrayList<>(answers))
                    .uuid(row -> row.idempotency().account())
                    .text(row -> row.idempotency().operation())
                    .text(row -> row.idempotency().key())
                    .bytes(row -> row.idempotency().bodyHash())
                    .integer(row -> row.answer().status())
                    .text(row -> json(row.answer().headers()))
                    .bytes(row -> row.answer().body())
                    .text(row -> row.position().text())
                    .instant(Stored::recordedAt);
            insert.executeUpdate();
        }
    }

    /** Deletes what is older than it is promised to be kept. */
    static int forget(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, OffsetDateTime.ofInstant(now.minus(KEPT), ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }

    private static String json(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> headers(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
