package tranche.flow.writer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import tranche.flow.wire.AvroBytes;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.world.Failpoint;
import tranche.world.ids.Ids;

/** A transaction on one connection: locks, heads and answers of everything that is decided in it. */
public final class OpenTransaction implements Transaction {

    private static final String FOUR_EYES = "four-eyes";

    private final String service;
    private final Connection connection;
    private final Ids ids;
    private final Set<Schema> knownSchemas;
    private final Locks locks = new Locks();
    private final Map<UUID, EventRows.Head> heads = new HashMap<>();
    private final Set<IdempotencyRows.Id> answered = new HashSet<>();
    private final Set<Schema> freshSchemas = new HashSet<>();
    private Instant now;
    private boolean wrote;

    /**
     * @param now of the wall clock; a key whose last event is later (a clock that was set back) holds it up to that
     * @param knownSchemas schemas that the database is known to remember; shared by all transactions of the service
     */
    public OpenTransaction(String service, Connection connection, Ids ids, Instant now, Set<Schema> knownSchemas) {
        this.service = service;
        this.connection = connection;
        this.ids = ids;
        this.now = now;
        this.knownSchemas = knownSchemas;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public Instant now() {
        return now;
    }

    /** Whether an event was written, so that the relay has something to send. */
    public boolean wrote() {
        return wrote;
    }

    @Override
    public void lock(Collection<UUID> changes, Set<UUID> reads) throws SQLException {
        lock(changes, reads, List.of());
    }

    void lock(Collection<UUID> changes, Set<UUID> reads, Collection<Idempotency> callers) throws SQLException {
        locks.take(connection, changes, reads, callers);
        heads.putAll(EventRows.heads(connection, new LinkedHashSet<>(changes)));
        for (EventRows.Head head : heads.values()) {
            if (head.recordedAt().isAfter(now)) {
                now = head.recordedAt();
            }
        }
    }

    @Override
    public <S, C, E> List<Outcome> submit(Feature<S, C, E> feature, List<Submission<S, C, E>> submissions)
            throws SQLException {
        return new Batch<>(feature, submissions).run();
    }

    @Override
    public Optional<Outcome> earlier(Idempotency idempotency) throws SQLException {
        Map<IdempotencyRows.Id, IdempotencyRows.Stored> stored = IdempotencyRows.find(connection, List.of(idempotency));
        return Optional.ofNullable(stored.get(IdempotencyRows.Id.of(idempotency)))
                .map(answer -> told(answer, idempotency));
    }

    @Override
    public void keep(Idempotency idempotency, Outcome.Done done) throws SQLException {
        IdempotencyRows.insert(
                connection, List.of(new IdempotencyRows.Stored(idempotency, done.answer(), done.position(), now)));
    }

    private static Outcome told(IdempotencyRows.Stored answer, Idempotency again) {
        return answer.isFor(again)
                ? new Outcome.Done(answer.answer(), answer.position(), true)
                : new Outcome.KeyReused();
    }

    /** The commands of one feature on their way through this transaction. */
    private final class Batch<S, C, E> {

        private final Feature<S, C, E> feature;
        private final List<Submission<S, C, E>> submissions;
        private final List<Recorded<S, E>> recorded = new ArrayList<>();
        private final List<EventRows.Row> rows = new ArrayList<>();
        private final List<IdempotencyRows.Stored> answers = new ArrayList<>();

        Batch(Feature<S, C, E> feature, List<Submission<S, C, E>> submissions) {
            this.feature = feature;
            this.submissions = submissions;
        }

        List<Outcome> run() throws SQLException {
            submissions.forEach(submission -> locks.require(submission.key(), submission.reads()));
            Map<IdempotencyRows.Id, IdempotencyRows.Stored> stored = IdempotencyRows.find(
                    connection,
                    submissions.stream()
                            .flatMap(submission -> submission.idempotency().stream())
                            .toList());
            Map<UUID, S> states = new HashMap<>(feature.load(connection, commandsByKey()));
            List<Outcome> outcomes = new ArrayList<>(submissions.size());
            for (Submission<S, C, E> submission : submissions) {
                outcomes.add(earlier(submission, stored)
                        .map(answer -> withoutRight(submission, states).orElse(answer))
                        .orElseGet(() -> decide(submission, states)));
            }
            write();
            return outcomes;
        }

        private Map<UUID, List<C>> commandsByKey() {
            Map<UUID, List<C>> commands = new LinkedHashMap<>();
            for (Submission<S, C, E> submission : submissions) {
                commands.computeIfAbsent(submission.key(), key -> new ArrayList<>())
                        .add(submission.command());
            }
            return commands;
        }

        /** What an earlier request with the same idempotency key makes of this one. */
        private Optional<Outcome> earlier(
                Submission<S, C, E> submission, Map<IdempotencyRows.Id, IdempotencyRows.Stored> stored) {
            if (submission.idempotency().isEmpty()) {
                return Optional.empty();
            }
            Idempotency idempotency = submission.idempotency().get();
            IdempotencyRows.Stored answer = stored.get(IdempotencyRows.Id.of(idempotency));
            if (answer != null) {
                return Optional.of(told(answer, idempotency));
            }
            boolean underWay = locks.isUnderWay(idempotency) || answered.contains(IdempotencyRows.Id.of(idempotency));
            return underWay ? Optional.of(new Outcome.InProgress()) : Optional.empty();
        }

        /**
         * What was answered once is told again only to whoever may ask for it today. That four eyes keep the caller from doing
         * it twice, as they keep a verifier from verifying again, takes nothing away from having done it once.
         */
        private Optional<Outcome> withoutRight(Submission<S, C, E> submission, Map<UUID, S> states) {
            return feature.decide(before(submission, states), submission.command(), now)
                                    instanceof Decision.Refused<E>(Refusal refusal, Map<String, Object> facts)
                            && refusal.isOfRights()
                            && !refusal.code().equals(FOUR_EYES)
                    ? Optional.of(new Outcome.Refused(refusal, facts))
                    : Optional.empty();
        }

        private S before(Submission<S, C, E> submission, Map<UUID, S> states) {
            return Objects.requireNonNull(states.get(submission.key()), "a state for each key");
        }

        private Outcome decide(Submission<S, C, E> submission, Map<UUID, S> states) {
            S before = before(submission, states);
            return switch (feature.decide(before, submission.command(), now)) {
                case Decision.Refused<E> refused -> new Outcome.Refused(refused.refusal(), refused.facts());
                case Decision.Accepted<E> accepted -> {
                    List<Recorded<S, E>> own = new ArrayList<>();
                    S state = before;
                    for (E event : accepted.events()) {
                        state = feature.apply(state, event, now);
                        own.add(record(submission, state, event));
                    }
                    states.put(submission.key(), state);
                    recorded.addAll(own);
                    yield done(submission, submission.renderer().render(state, own));
                }
            };
        }

        private Recorded<S, E> record(Submission<S, C, E> submission, S after, E event) {
            UUID key = submission.key();
            EventRows.Head head = Objects.requireNonNull(heads.get(key));
            Outgoing outgoing = feature.toAvro(after, event);
            UUID eventId = outgoing.eventId().orElseGet(ids::next);
            long sequence = head.sequence() + 1;
            tranche.Head avroHead = tranche.Head.newBuilder()
                    .setEventId(eventId)
                    .setAggregateId(outgoing.aggregateId())
                    .setVersion(outgoing.version())
                    .setSequence(sequence)
                    .setEffectiveDate(outgoing.effectiveDate())
                    .setRecordedAt(now)
                    .setActorId(submission.by().account())
                    .setCausationId(submission.trace().causation().orElse(null))
                    .setCorrelationId(submission.trace().correlation())
                    .build();
            SpecificRecord record = outgoing.record().apply(avroHead);
            byte[] payload = AvroBytes.encode(record);
            byte[] hash = EventHash.of(head.hash(), eventId, record.getSchema(), payload);
            rows.add(new EventRows.Row(
                    eventId,
                    key,
                    sequence,
                    outgoing.aggregateType(),
                    outgoing.aggregateId(),
                    outgoing.version(),
                    record.getSchema(),
                    payload,
                    outgoing.effectiveDate(),
                    now,
                    submission.by().account(),
                    submission.trace().causation(),
                    submission.trace().correlation(),
                    Optional.of(submission.trace().traceparent()),
                    head.hash(),
                    hash));
            heads.put(key, new EventRows.Head(key, sequence, hash, now));
            return new Recorded<>(
                    key,
                    eventId,
                    sequence,
                    outgoing.aggregateId(),
                    outgoing.version(),
                    outgoing.effectiveDate(),
                    now,
                    submission.by(),
                    event,
                    after);
        }

        private Outcome done(Submission<S, C, E> submission, Answer answer) {
            long sequence = Objects.requireNonNull(heads.get(submission.key())).sequence();
            // Nothing was ever written under a key whose object turned out to be known under another id.
            Position position = sequence == 0 ? Position.NONE : Position.of(service, submission.key(), sequence);
            submission.idempotency().ifPresent(idempotency -> {
                answers.add(new IdempotencyRows.Stored(idempotency, answer, position, now));
                answered.add(IdempotencyRows.Id.of(idempotency));
            });
            return new Outcome.Done(answer, position, false);
        }

        private void write() throws SQLException {
            if (!answers.isEmpty()) {
                IdempotencyRows.insert(connection, answers);
            }
            Failpoint.at("writer.keys-inserted");
            if (rows.isEmpty()) {
                return;
            }
            feature.save(connection, recorded);
            Failpoint.at("writer.state-saved");
            rememberSchemas();
            EventRows.insert(connection, rows);
            Set<UUID> keys = new LinkedHashSet<>();
            rows.forEach(row -> keys.add(row.key()));
            EventRows.raise(
                    connection,
                    keys.stream().map(heads::get).map(Objects::requireNonNull).toList());
            wrote = true;
        }

        private void rememberSchemas() throws SQLException {
            Set<Schema> fresh = new HashSet<>();
            for (EventRows.Row row : rows) {
                if (!knownSchemas.contains(row.schema())) {
                    fresh.add(row.schema());
                }
            }
            if (!fresh.isEmpty()) {
                EventRows.remember(connection, fresh);
                freshSchemas.addAll(fresh);
            }
        }
    }

    /** To be called after the commit: what this transaction stored about schemas need not be stored again. */
    public void committed() {
        knownSchemas.addAll(freshSchemas);
    }
}
