package tranche.portal.grant;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tranche.flow.Flow;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Writer;
import tranche.portal.grant.domain.GrantBook;
import tranche.portal.grant.domain.GrantCommand;
import tranche.portal.grant.domain.GrantEvent;
import tranche.portal.grant.store.GrantRows;
import tranche.world.time.Clock;

/** The front door of grants: hands commands to their writer. The ordering key is the id of the account that holds them. */
@Singleton
public final class GrantCommands {

    private final Writer<GrantBook, GrantCommand, GrantEvent> writer;

    GrantCommands(Flow flow, Clock clock) {
        this.writer = flow.writers().of(new GrantFeature(clock));
    }

    /** @throws tranche.flow.writer.Overloaded if the command was not taken */
    public CompletableFuture<Outcome> submit(Submission<GrantBook, GrantCommand, GrantEvent> submission) {
        return writer.submit(submission);
    }

    /** The other accounts that a command's decision looks at: they must not change meanwhile. */
    public static Set<UUID> reads(GrantCommand command) {
        return GrantRows.reads(command).collect(toSet());
    }
}
