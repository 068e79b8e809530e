package tranche.portal.account;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tranche.flow.Flow;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Submission;
import tranche.flow.writer.Writer;
import tranche.portal.account.domain.AccountBook;
import tranche.portal.account.domain.AccountCommand;
import tranche.portal.account.domain.AccountEvent;
import tranche.portal.account.store.AccountRows;
import tranche.world.time.Clock;

/** The front door of accounts: hands commands to their writer. The ordering key is the account's id. */
@Singleton
public final class AccountCommands {

    private final Writer<AccountBook, AccountCommand, AccountEvent> writer;

    AccountCommands(Flow flow, Clock clock) {
        this.writer = flow.writers().of(new AccountFeature(clock));
    }

    /** @throws tranche.flow.writer.Overloaded if the command was not taken */
    public CompletableFuture<Outcome> submit(Submission<AccountBook, AccountCommand, AccountEvent> submission) {
        return writer.submit(submission);
    }

    /** The other accounts that a command's decision looks at: they must not change meanwhile. */
    public static Set<UUID> reads(AccountCommand command) {
        return AccountRows.reads(command).collect(toSet());
    }
}
