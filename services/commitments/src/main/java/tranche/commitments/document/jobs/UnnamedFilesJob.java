package tranche.commitments.document.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.commitments.document.DocumentCommands;
import tranche.world.tasks.Recurring;

/** Drops the files that were kept a day ago and never named: their request ended in between. Any instance may do so. */
@Singleton
@Requires(beans = DocumentCommands.class)
public class UnnamedFilesJob implements Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(UnnamedFilesJob.class);

    private final DocumentCommands documents;

    UnnamedFilesJob(DocumentCommands documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return "unnamed-files";
    }

    /** They harm nobody; they only take room. */
    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void work() {
        int dropped = documents.dropUnnamed();
        if (dropped > 0) {
            LOG.info("unnamed-files={} dropped: they were kept a day ago and never named", dropped);
        }
    }
}
