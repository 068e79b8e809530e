package tranche.flow.file;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.world.tasks.Recurring;

/** Drops the files that were kept a day ago and never named: their request ended in between. Any instance may do so. */
public final class UnnamedFilesJob implements Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(UnnamedFilesJob.class);

    private final KeptFiles files;

    public UnnamedFilesJob(KeptFiles files) {
        this.files = files;
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
        int dropped = files.dropUnnamed();
        if (dropped > 0) {
            LOG.info("unnamed-files={} dropped: they were kept a day ago and never named", dropped);
        }
    }
}
