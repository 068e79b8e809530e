package tranche.web.service;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.flow.writer.Overloaded;
import tranche.flow.writer.Unavailable;
import tranche.world.tasks.Recurring;
import tranche.world.tasks.Tasks;

/** Lets everything that a service does by itself begin with the service and end with it. */
@Singleton
final class RecurringStart {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringStart.class);

    private final List<Recurring> all;
    private final Tasks tasks;
    private final String service;
    private final List<Tasks.Task> running = new ArrayList<>();

    RecurringStart(List<Recurring> all, Tasks tasks, @Value("${tranche.service}") String service) {
        this.all = all;
        this.tasks = tasks;
        this.service = service;
    }

    @EventListener
    void start(StartupEvent started) {
        all.forEach(one -> running.add(tasks.start(service + "-" + one.name(), () -> repeat(one))));
    }

    @PreDestroy
    void stop() {
        running.forEach(Tasks.Task::close);
    }

    private void repeat(Recurring one) throws InterruptedException {
        while (true) {
            try {
                one.work();
            } catch (Unavailable | Overloaded away) {
                LOG.warn("task={} waits {} s: {}", one.name(), one.pause().toSeconds(), away.getMessage());
            } catch (RuntimeException failed) {
                LOG.error(
                        "task={} failed and tries again in {} s",
                        one.name(),
                        one.pause().toSeconds(),
                        failed);
            }
            tasks.sleep(one.pause());
        }
    }
}
