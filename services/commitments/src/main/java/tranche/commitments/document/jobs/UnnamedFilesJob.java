package tranche.commitments.document.jobs;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.commitments.document.DocumentCommands;
import tranche.flow.writer.Overloaded;
import tranche.flow.writer.Unavailable;
import tranche.world.tasks.Tasks;

/** Drops the files that were kept a day ago and never named: their request ended in between. Any instance may do so. */
@Singleton
@Requires(beans = DocumentCommands.class)
public class UnnamedFilesJob {

    private static final Logger LOG = LoggerFactory.getLogger(UnnamedFilesJob.class);

    /** They harm nobody; they only take room. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private final DocumentCommands documents;
    private final Tasks tasks;
    private Tasks.@Nullable Task task;

    UnnamedFilesJob(DocumentCommands documents, Tasks tasks) {
        this.documents = documents;
        this.tasks = tasks;
    }

    @EventListener
    void start(StartupEvent started) {
        task = tasks.start("commitments-unnamed-files", this::run);
    }

    @PreDestroy
    void stop() {
        Tasks.Task running = task;
        if (running != null) {
            running.close();
        }
    }

    private void run() throws InterruptedException {
        while (true) {
            try {
                int dropped = documents.dropUnnamed();
                if (dropped > 0) {
                    LOG.info("unnamed-files={} dropped: they were kept a day ago and never named", dropped);
                }
            } catch (Unavailable | Overloaded | UncheckedIOException away) {
                LOG.warn("unnamed files wait {} min: {}", PAUSE.toMinutes(), away.getMessage());
            }
            tasks.sleep(PAUSE);
        }
    }
}
