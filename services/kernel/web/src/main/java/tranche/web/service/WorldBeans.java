package tranche.web.service;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import tranche.web.problem.Problems;
import tranche.world.http.HttpCalls;
import tranche.world.http.OutsideCalls;
import tranche.world.http.SocketHttpCalls;
import tranche.world.http.SocketOutsideCalls;
import tranche.world.ids.Ids;
import tranche.world.ids.RandomIds;
import tranche.world.region.Calendars;
import tranche.world.region.HolidayCalendars;
import tranche.world.tasks.Tasks;
import tranche.world.tasks.ThreadTasks;
import tranche.world.time.Clock;
import tranche.world.time.SystemClock;

/** The world as a service's process sees it, and the catalogue. */
@Factory
final class WorldBeans {

    /** Within a deployment a connection takes milliseconds, or is not to be had. */
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);

    @Singleton
    Clock clock() {
        return new SystemClock();
    }

    @Singleton
    Ids ids() {
        return new RandomIds();
    }

    @Singleton
    Tasks tasks() {
        return new ThreadTasks();
    }

    @Singleton
    @Bean(preDestroy = "close")
    HttpCalls calls() {
        return new SocketHttpCalls(CONNECT_LIMIT);
    }

    /**
     * Made when it is first asked for: a service that calls no strangers has none.
     *
     * @param allowPrivate lets this machine and its network be called, for trying out and for tests
     * @param own the origin of the operator's own receiver, which may be called wherever it is; may be empty
     */
    @Singleton
    @Bean(preDestroy = "close")
    OutsideCalls outsideCalls(
            @Value("${tranche.allow-private-webhooks:false}") boolean allowPrivate,
            @Value("${tranche.webhooks.own-receiver:}") String own) {
        return new SocketOutsideCalls(allowPrivate, own.isEmpty() ? Optional.empty() : Optional.of(URI.create(own)));
    }

    @Singleton
    Problems problems() {
        return Problems.load();
    }

    /** Made when it is first asked for: a service without places has none. */
    @Singleton
    Calendars calendars() {
        return new HolidayCalendars();
    }
}
