package tranche.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.flow.wire.AvroBytes;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Overloaded;
import tranche.flow.writer.Position;
import tranche.testkit.StubRegistry;

class WriterTest {

    private static StubRegistry registry;
    private static Bench bench;

    @BeforeAll
    static void start() {
        registry = StubRegistry.start();
        bench = Bench.writing(registry);
    }

    @AfterAll
    static void stop() {
        bench.close();
        registry.close();
    }

    private static String body(Outcome outcome) {
        return new String(((Outcome.Done) outcome).answer().body(), StandardCharsets.UTF_8);
    }

    private static long countOf(UUID key) {
        return bench.number("select coalesce((select count from tally where key = '" + key + "'), 0)");
    }

    @Test
    void answers_after_state_and_event_are_stored() {
        UUID key = bench.ids.next();

        Outcome outcome = bench.done(Bench.step(key));

        assertThat(body(outcome)).isEqualTo("1");
        assertThat(((Outcome.Done) outcome).position()).isEqualTo(Position.of("portal", key, 1));
        assertThat(countOf(key)).isEqualTo(1);
        assertThat(bench.number("select count(*) from event where key = '" + key + "' and version = 1"))
                .isEqualTo(1);
    }

    @Test
    void refuses_one_command_of_a_batch_alone() {
        UUID key = bench.ids.next();

        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            outcomes.add(bench.submitted(Bench.command(key, new Tally.Command.Step(i % 2 == 0 ? 1_000 : 0))));
        }

        assertThat(outcomes.stream().map(CompletableFuture::join).filter(Outcome.Done.class::isInstance))
                .hasSize(25);
        assertThat(countOf(key)).isEqualTo(25);
    }

    @Test
    void fails_a_broken_command_alone_and_writes_nothing_for_it() {
        UUID key = bench.ids.next();

        CompletableFuture<Outcome> before = bench.submitted(Bench.step(key));
        CompletableFuture<Outcome> broken = bench.submitted(Bench.command(key, new Tally.Command.Break()));
        CompletableFuture<Outcome> after = bench.submitted(Bench.step(key));

        assertThat(body(before.join())).isEqualTo("1");
        assertThat(body(after.join())).isEqualTo("2");
        assertThatThrownBy(broken::join).hasRootCauseMessage("I-0: broken on purpose");
    }

    @Test
    void halves_a_batch_that_the_database_refuses_until_the_guilty_command_stands_alone() {
        List<UUID> keys = new ArrayList<>();
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            keys.add(bench.ids.next());
            outcomes.add(bench.submitted(
                    i == 37 ? Bench.command(keys.get(i), new Tally.Command.Poison()) : Bench.step(keys.get(i))));
        }

        for (int i = 0; i < 64; i++) {
            if (i == 37) {
                assertThatThrownBy(outcomes.get(i)::join).hasCauseInstanceOf(IllegalStateException.class);
                assertThat(countOf(keys.get(i))).isZero();
            } else {
                assertThat(body(outcomes.get(i).join())).isEqualTo("1");
            }
        }
    }

    @Test
    @DisplayName("R3: the same key with the same body gets the first answer, once")
    void replays_the_stored_answer() {
        UUID key = bench.ids.next();

        Outcome first = bench.done(Bench.step(key, "a-" + key, "{}"));
        Outcome second = bench.done(Bench.step(key, "a-" + key, "{}"));

        assertThat(((Outcome.Done) first).replayed()).isFalse();
        assertThat(((Outcome.Done) second).replayed()).isTrue();
        assertThat(body(second)).isEqualTo(body(first));
        assertThat(((Outcome.Done) second).answer().headers())
                .isEqualTo(((Outcome.Done) first).answer().headers());
        assertThat(((Outcome.Done) second).position()).isEqualTo(((Outcome.Done) first).position());
        assertThat(countOf(key)).isEqualTo(1);
    }

    @Test
    @DisplayName("R3: the same key with another body is refused")
    void refuses_the_same_key_with_another_body() {
        UUID key = bench.ids.next();

        bench.done(Bench.step(key, "b-" + key, "{}"));

        assertThat(bench.done(Bench.step(key, "b-" + key, "{ }"))).isInstanceOf(Outcome.KeyReused.class);
        assertThat(countOf(key)).isEqualTo(1);
    }

    @Test
    @DisplayName("R3: one effect, however many send the same at the same moment")
    void has_one_effect_for_many_that_send_at_once() {
        UUID key = bench.ids.next();

        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            outcomes.add(bench.submitted(Bench.step(key, "c-" + key, "{}")));
        }

        for (CompletableFuture<Outcome> outcome : outcomes) {
            assertThat(outcome.join()).isInstanceOfAny(Outcome.Done.class, Outcome.InProgress.class);
        }
        assertThat(countOf(key)).isEqualTo(1);
    }

    @Test
    void keeps_no_key_of_a_refused_request() {
        UUID key = bench.ids.next();

        Outcome refused = bench.done(Bench.command(key, new Tally.Command.Step(0)));

        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        assertThat(bench.number("select count(*) from event where key = '" + key + "'"))
                .isZero();
    }

    @Test
    @DisplayName("R5: numbers and chains the events of a key without a gap, whoever writes them")
    void numbers_and_chains_without_a_gap() throws SQLException {
        List<UUID> keys = List.of(bench.ids.next(), bench.ids.next(), bench.ids.next());
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            outcomes.add(bench.submitted(Bench.step(keys.get(i % 3))));
        }
        outcomes.forEach(CompletableFuture::join);

        for (UUID key : keys) {
            try (Connection connection = bench.database.asOwner();
                    PreparedStatement select = connection.prepareStatement(
                            "select key_sequence, event_id, type, schema, payload, prev_hash, hash, xid8::text"
                                    + " from event where key = ? order by key_sequence")) {
                select.setObject(1, key);
                try (ResultSet row = select.executeQuery()) {
                    long sequence = 0;
                    byte[] last = new byte[32];
                    while (row.next()) {
                        assertThat(row.getLong(1)).isEqualTo(++sequence);
                        assertThat(row.getBytes(6)).isEqualTo(last);
                        last = hashOf(row);
                        assertThat(row.getBytes(7)).isEqualTo(last);
                    }
                    assertThat(sequence).isEqualTo(100);
                }
            }
        }
    }

    private static byte[] hashOf(ResultSet row) throws SQLException {
        UUID id = row.getObject(2, UUID.class);
        MessageDigest digest = AvroBytes.sha256();
        digest.update(row.getBytes(6));
        digest.update(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
        digest.update(row.getString(3).getBytes(StandardCharsets.UTF_8));
        digest.update(row.getBytes(4));
        digest.update(row.getBytes(5));
        return digest.digest();
    }

    @Test
    void does_work_on_several_keys_together_or_not_at_all() {
        UUID one = bench.ids.next();
        UUID other = bench.ids.next();

        bench.flow.writers().together(transaction -> {
            transaction.lock(List.of(one, other), Set.of());
            return transaction.submit(new Tally(), List.of(Bench.step(one), Bench.step(other), Bench.step(one)));
        });
        assertThat(countOf(one)).isEqualTo(2);
        assertThat(countOf(other)).isEqualTo(1);

        assertThatThrownBy(() -> bench.flow.writers().together(transaction -> {
                    transaction.lock(List.of(one), Set.of());
                    transaction.submit(new Tally(), List.of(Bench.step(one)));
                    throw new IllegalStateException("second thoughts");
                }))
                .hasMessage("second thoughts");
        assertThat(countOf(one)).isEqualTo(2);
    }

    @Test
    void does_nothing_together_once_it_is_interrupted_and_says_to_come_again() {
        assertThatThrownBy(() -> bench.flow.writers().together(_ -> {
                    Thread.currentThread().interrupt();
                    throw new SQLException("deadlock detected", "40P01");
                }))
                .isInstanceOfSatisfying(
                        Overloaded.class,
                        later -> assertThat(later.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
        assertThat(Thread.interrupted()).as("it is still interrupted").isTrue();
    }

    @Test
    @DisplayName("R5: a key is never written without its lock")
    void refuses_a_key_that_was_not_locked() {
        UUID key = bench.ids.next();

        assertThatThrownBy(() -> bench.flow
                        .writers()
                        .together(transaction -> transaction.submit(new Tally(), List.of(Bench.step(key)))))
                .hasMessageContaining("without its lock");
    }

    @Test
    @DisplayName("R2: the service role may neither update nor delete an event")
    void cannot_change_history() {
        bench.done(Bench.step(bench.ids.next()));

        for (String sql : List.of("update event set version = version + 1", "delete from event", "truncate event")) {
            assertThatThrownBy(() -> {
                        try (Connection connection = bench.database.asService();
                                PreparedStatement statement = connection.prepareStatement(sql)) {
                            statement.execute();
                        }
                    })
                    .hasMessageContaining("permission denied");
        }
    }
}
