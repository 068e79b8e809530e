package tranche.milestones.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import tranche.Head;
import tranche.flow.Flow;
import tranche.flow.inbox.Incoming;
import tranche.flow.wire.AvroBytes;
import tranche.flow.writer.Answer;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Trace;
import tranche.flow.writer.Writer;
import tranche.milestones.Milestones;
import tranche.milestones.milestone.MilestoneCommands;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.plan.domain.Position;
import tranche.milestones.plan.reactions.PlanReactions;
import tranche.milestones.plan.store.PlanRows;
import tranche.milestones.plan.store.PlanViews;
import tranche.milestones.programme.domain.Programme;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.programme.store.ProgrammeRows;
import tranche.milestones.project.ProjectCommands;
import tranche.milestones.project.domain.ProjectCommand;
import tranche.milestones.project.domain.ProjectContent;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.domain.ProjectKind;
import tranche.testkit.TestClock;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Actor;
import tranche.values.calendar.WorkingDays;
import tranche.values.country.Country;

/**
 * The service on a database of its own, without a broker: what it has recorded is handed to the reaction here, in batches
 * that a test chooses.
 */
public final class PlannedService implements AutoCloseable {

    /** So many commands are under way together: no lane says that it has too many. */
    private static final int AT_ONCE = 500;

    private static final String NEWS = "select type, key, payload, seq from event where seq > ? order by seq";

    private final TestDatabase database = TestDatabase.create("milestones");
    private final ApplicationContext context;
    private final ProgrammeId programme = new ProgrammeId(UUID.randomUUID());
    private long heard;

    /** @param start the clock's first time */
    public PlannedService(Path data, String start) {
        context = Milestones.start(Map.of(
                "micronaut.server.port",
                -1,
                "tranche.data",
                data.toString(),
                "tranche.database.url",
                database.url(),
                "tranche.database.owner",
                database.owner(),
                "tranche.database.owner-password",
                database.ownerPassword(),
                "tranche.database.user",
                database.user(),
                "tranche.database.password",
                database.password(),
                "tranche.kafka.bootstrap",
                "127.0.0.1:1",
                "tranche.registry.url",
                "http://127.0.0.1:1/apis/ccompat/v7",
                MadeUpWorld.START,
                start));
        inDatabase(connection -> {
            ProgrammeRows.keep(connection, List.of(new Programme(programme, ZoneId.of("UTC"))));
            return programme;
        });
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public TestClock clock() {
        return bean(TestClock.class);
    }

    /** Makes up which days are worked in a region. */
    public void know(String region, WorkingDays days) {
        bean(MadeUpWorld.Regions.class).know(region, days);
    }

    /** Registers a project. */
    public ProjectId project(String region, LocalDate start) {
        ProjectId id = new ProjectId(UUID.randomUUID());
        var content = new ProjectContent(
                "Site",
                ProjectKind.FAB,
                region,
                new Country("US"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(start),
                false,
                Optional.empty());
        done(List.of(submit(
                bean(ProjectCommands.class).writer(),
                id.value(),
                new ProjectCommand.Register(id, programme, content, Optional.empty(), Optional.empty(), Orders.MANAGER),
                Orders.MANAGER)));
        return id;
    }

    /** Stops a project. */
    public void stop(ProjectId id) {
        done(List.of(submit(
                bean(ProjectCommands.class).writer(),
                id.value(),
                new ProjectCommand.Stop(id, "sold", Optional.empty(), Orders.MANAGER, OptionalLong.empty()),
                Orders.MANAGER)));
    }

    /** Has commands on milestones of a project carried out. */
    public void done(ProjectId project, List<MilestoneCommand> commands) {
        var writer = bean(MilestoneCommands.class).writer();
        for (int from = 0; from < commands.size(); from += AT_ONCE) {
            done(commands.subList(from, Math.min(commands.size(), from + AT_ONCE)).stream()
                    .map(command -> submit(writer, project.value(), command, command.by()))
                    .toList());
        }
    }

    public void done(ProjectId project, MilestoneCommand... commands) {
        done(project, List.of(commands));
    }

    private static <S, C, E> CompletableFuture<Outcome> submit(Writer<S, C, E> writer, UUID key, C command, Actor by) {
        return writer.submit(new Submission<>(
                key,
                Set.of(),
                command,
                by,
                Optional.empty(),
                new Trace(Optional.empty(), UUID.randomUUID(), Optional.empty()),
                (_, _) -> new Answer(200, Map.of(), new byte[0])));
    }

    private static void done(List<CompletableFuture<Outcome>> outcomes) {
        outcomes.forEach(outcome -> assertThat(outcome.join()).isInstanceOf(Outcome.Done.class));
    }

    /** What was recorded and not asked for yet, in order. */
    public List<Incoming> news() {
        return inDatabase(connection -> {
            List<Incoming> news = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(NEWS)) {
                select.setLong(1, heard);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        news.add(incoming(row.getString(1), row.getObject(2, UUID.class), row.getBytes(3)));
                        heard = row.getLong(4);
                    }
                }
            }
            return news;
        });
    }

    private static Incoming incoming(String type, UUID key, byte[] payload) {
        Schema schema = SpecificData.get().getSchema(classOf(type));
        SpecificRecordBase event = AvroBytes.decode(payload, 0, schema, classOf(type));
        return new Incoming("milestones.events", key, (Head) event.get(0), type, event, Optional.empty());
    }

    private static Class<? extends SpecificRecordBase> classOf(String type) {
        try {
            return Class.forName(type).asSubclass(SpecificRecordBase.class);
        } catch (ClassNotFoundException unknown) {
            throw new AssertionError(unknown);
        }
    }

    /** Hands events to the reaction, as the inbox does: in one transaction, with their keys locked. */
    public void deliver(List<Incoming> batch) {
        PlanReactions reactions = bean(PlanReactions.class);
        var _ = bean(Flow.class).writers().together(transaction -> {
            transaction.lock(reactions.keys(transaction.connection(), batch), Set.of());
            reactions.handle(transaction, batch);
            return batch.size();
        });
    }

    /** Delivers all that is new, and what that brings, until nothing new comes; gives what the runs have recorded. */
    public List<Incoming> settle() {
        List<Incoming> recorded = new ArrayList<>();
        List<Incoming> batch = news();
        while (!batch.isEmpty()) {
            deliver(batch);
            batch = news();
            recorded.addAll(batch);
        }
        return recorded;
    }

    /** The milestones of projects, as far as they are in the plan. */
    public List<Milestone> milestones(ProjectId... projects) {
        return inDatabase(connection -> PlanRows.milestones(connection, List.of(projects)));
    }

    public Milestone milestone(ProjectId project, MilestoneId id) {
        return one(milestones(project), Milestone::id, id);
    }

    public Position position(ProjectId project, MilestoneId id) {
        return one(bean(PlanViews.class).positions(project), Position::milestone, id);
    }

    private static <T> T one(List<T> all, Function<T, MilestoneId> name, MilestoneId id) {
        return all.stream()
                .filter(one -> name.apply(one).equals(id))
                .findFirst()
                .orElseThrow();
    }

    private interface Asking<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T inDatabase(Asking<T> work) {
        try (Connection connection = database.asOwner()) {
            return work.in(connection);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
