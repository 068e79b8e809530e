package tranche.web.service;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import javax.sql.DataSource;
import tranche.flow.Flow;
import tranche.flow.FlowSettings;
import tranche.flow.audit.AuditLog;
import tranche.flow.inbox.DeadLetters;
import tranche.flow.proposal.ProposalCommands;
import tranche.flow.proposal.ProposalViews;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.flow.sql.Pool;
import tranche.web.position.Positions;
import tranche.world.http.HttpCalls;
import tranche.world.ids.Ids;
import tranche.world.tasks.Tasks;
import tranche.world.time.Clock;

/** A service's engines: its database, brought up to date, and the way of its commands. */
@Factory
@Requires(property = "tranche.database.url")
final class FlowBeans {

    @Singleton
    FlowSettings settings(
            @Value("${tranche.service}") String service,
            Database database,
            @Value("${tranche.kafka.bootstrap}") String bootstrap,
            @Value("${tranche.kafka.username:}") String username,
            @Value("${tranche.kafka.password:}") String password,
            @Value("${tranche.instance:}") String instance,
            @Value("${tranche.registry.url}") URI registry,
            @Value("${tranche.registry.username:}") String registryUsername,
            @Value("${tranche.registry.password:}") String registryPassword) {
        Optional<String> name = instance.isEmpty() ? Optional.empty() : Optional.of(instance);
        return new FlowSettings(
                service,
                database,
                new FlowSettings.Kafka(bootstrap, login(username, password), name),
                registry,
                login(registryUsername, registryPassword));
    }

    /** A login where a name is given; without one nobody is asked. */
    private static Optional<Database.Login> login(String name, String password) {
        return name.isEmpty() ? Optional.empty() : Optional.of(new Database.Login(name, password));
    }

    @Singleton
    Database database(
            @Value("${tranche.database.url}") String url,
            @Value("${tranche.database.owner}") String owner,
            @Value("${tranche.database.owner-password}") String ownerPassword,
            @Value("${tranche.database.user}") String user,
            @Value("${tranche.database.password}") String password) {
        return new Database(url, new Database.Login(owner, ownerPassword), new Database.Login(user, password));
    }

    /**
     * The tables are up to date before anybody gets a connection.
     *
     * @param tables rooms of the flow whose tables the service has too, with commas between them; none where it says nothing
     */
    @Singleton
    @Bean(typed = DataSource.class, preDestroy = "close")
    HikariDataSource dataSource(
            FlowSettings settings, @Value("${tranche.database.tables:}") String tables, MeterRegistry metrics) {
        Migrations.run(
                settings.database(), settings.service(), tables.isEmpty() ? new String[0] : tables.split(",", -1));
        HikariDataSource pool = Pool.open(settings.database(), settings.service());
        pool.setMetricRegistry(metrics);
        return pool;
    }

    @Singleton
    @Bean(preDestroy = "close")
    Flow flow(
            FlowSettings settings,
            DataSource dataSource,
            Clock clock,
            Ids ids,
            Tasks tasks,
            HttpCalls calls,
            MeterRegistry metrics) {
        return new Flow(settings, dataSource, clock, ids, tasks, calls, metrics);
    }

    @Singleton
    AuditLog auditLog(DataSource dataSource) {
        return new AuditLog(dataSource);
    }

    @Singleton
    DeadLetters deadLetters(DataSource dataSource) {
        return new DeadLetters(dataSource);
    }

    @Singleton
    ProposalCommands proposals(Flow flow) {
        return new ProposalCommands(flow.writers());
    }

    @Singleton
    ProposalViews proposalViews(DataSource dataSource) {
        return new ProposalViews(dataSource);
    }

    @Singleton
    Positions positions(Flow flow) {
        return flow::await;
    }
}
