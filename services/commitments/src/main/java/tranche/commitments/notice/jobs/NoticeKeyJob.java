package tranche.commitments.notice.jobs;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tranche.commitments.notice.NoticeKey;
import tranche.commitments.notice.NoticeKeyCommands;
import tranche.commitments.notice.domain.KeyBook;
import tranche.commitments.notice.domain.PublishedKey;
import tranche.commitments.notice.store.NoticeKeyViews;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Sweep;
import tranche.world.ids.Ids;
import tranche.world.tasks.Recurring;

/**
 * Tells of the key of this instance when it starts, and of whatever key has signed without having been told of: of an
 * instance that is gone, say.
 */
@Singleton
@Requires(beans = NoticeKeyCommands.class)
public class NoticeKeyJob implements Recurring {

    private final NoticeKey own;
    private final NoticeKeyCommands keys;
    private final NoticeKeyViews views;
    private final Ids ids;
    private volatile boolean told;

    NoticeKeyJob(NoticeKey own, NoticeKeyCommands keys, NoticeKeyViews views, Ids ids) {
        this.own = own;
        this.keys = keys;
        this.views = views;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "notice-keys";
    }

    /** A key is told of when its instance starts; only where that failed does anybody wait as long. */
    @Override
    public Duration pause() {
        return Duration.ofSeconds(60);
    }

    @Override
    public void work() throws InterruptedException {
        List<PublishedKey> due = new ArrayList<>(views.untold());
        if (!told && !due.contains(own.published())) {
            due.add(own.published());
        }
        Sweep.through(
                "a key of notices",
                (last, _) -> last.isPresent() ? List.of() : due,
                Math.max(due.size(), 1),
                this::publish);
        told = true;
    }

    private CompletableFuture<Outcome> publish(PublishedKey key) {
        return keys.writer().submit(Sweep.submission(NoticeKeyCommands.keyOf(key), new KeyBook.Publish(key), ids));
    }
}
