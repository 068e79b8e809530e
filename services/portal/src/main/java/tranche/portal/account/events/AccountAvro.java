package tranche.portal.account.events;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.flow.writer.Outgoing;
import tranche.portal.AccountCreated;
import tranche.portal.AccountDisabled;
import tranche.portal.PersonLinked;
import tranche.portal.account.domain.Account;
import tranche.portal.account.domain.AccountEvent;

/** An account's events as records of {@code portal.events}: username, name and address stay behind. */
public final class AccountAvro {

    /** The aggregate's kind in the event table. */
    public static final String AGGREGATE = "account";

    private AccountAvro() {}

    /** @param after the account right after the event */
    public static Outgoing outgoing(Account after, AccountEvent event) {
        LocalDate day = LocalDate.ofInstant(after.changedAt(), ZoneOffset.UTC);
        return new Outgoing(AGGREGATE, after.id(), after.version(), day, head -> record(head, after.id(), event));
    }

    private static SpecificRecord record(Head head, UUID account, AccountEvent event) {
        return switch (event) {
            case AccountEvent.AccountCreated created -> new AccountCreated(head, account, created.person());
            case AccountEvent.AccountDisabled _ -> new AccountDisabled(head, account);
            case AccountEvent.PersonLinked linked -> new PersonLinked(head, account, linked.person());
        };
    }
}
