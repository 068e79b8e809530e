package tranche.notifications.address.store;

import java.util.Arrays;
import java.util.stream.Collectors;
import tranche.notifications.address.domain.AddressState;

/** Whom mail reaches, for statements that read rows of {@code recipient}: the rule of {@link AddressState}, and no other. */
public final class MailedRows {

    private static final String STATES = Arrays.stream(AddressState.values())
            .filter(AddressState::takesMail)
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", "));

    private MailedRows() {}

    /**
     * The condition that a recipient has an address that takes mail and was known to be his at a time: what was recorded before is
     * not mailed. Null where he has none.
     *
     * @param recipient name of its row in the statement
     * @param at column or parameter, as it is called in the statement
     */
    public static String mailed(String recipient, String at) {
        return "%1$s.address_state in (%2$s) and %1$s.verified_at <= %3$s".formatted(recipient, STATES, at);
    }

    /**
     * The condition that an account has not turned a way off by which it would be told of a type: of what is mandatory, too, the ways
     * beside the portal are its own to choose (rule N-2).
     *
     * @param account as it is called in the statement
     * @param type name of the type of alert
     * @param channel name of the way
     */
    public static String wanted(String account, String type, String channel) {
        return "not exists (select from preference_item w where w.recipient_id = %s and w.type = '%s' and not '%s' = any(w.channels))"
                .formatted(account, type, channel);
    }
}
