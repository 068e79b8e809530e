package tranche.notifications.recipient.domain;

import java.time.Instant;
import java.util.Optional;
import tranche.notifications.address.domain.AddressState;

/**
 * Where somebody's e-mail goes.
 *
 * @param mark tells the same address again and nothing else of it
 * @param since when it was given
 * @param verifiedAt what was recorded before is not mailed; empty while nobody has shown whose address it is
 * @param hardBounces mails that a host has refused for good since it was verified
 * @param link what confirms it; empty once it is confirmed, or where a manager vouches for it
 */
public record Address(
        Sealed text,
        String mark,
        AddressState state,
        Instant since,
        Optional<Instant> verifiedAt,
        int hardBounces,
        Optional<Link> link) {

    /** At this many an address is given up. */
    public static final int MOST_HARD_BOUNCES = 3;

    /**
     * The link of the one confirmation mail.
     *
     * @param hash SHA-256 of its token in hex
     * @param token what the mail carries, sealed for as long as the link opens something
     */
    public record Link(String hash, Sealed token, Instant until) {}

    static Address given(Given given, Instant at) {
        return new Address(given.text(), given.mark(), AddressState.UNVERIFIED, at, Optional.empty(), 0, given.link());
    }

    /**
     * An address as it is given.
     *
     * @param link empty where nobody needs to be asked
     */
    public record Given(Sealed text, String mark, Optional<Link> link) {}

    Address verified(Instant at) {
        return new Address(text, mark, AddressState.VERIFIED, since, Optional.of(at), 0, Optional.empty());
    }

    Address bounced(AddressState after) {
        return new Address(text, mark, after, since, verifiedAt, hardBounces + 1, link);
    }

    /** Whether mail goes there. */
    public boolean takesMail() {
        return state.takesMail();
    }
}
