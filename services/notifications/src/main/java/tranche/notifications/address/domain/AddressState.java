package tranche.notifications.address.domain;

/** How far an address is to be relied on (domain §2.8). */
public enum AddressState {
    /** Given, and nobody has shown that it is the recipient's. */
    UNVERIFIED,
    VERIFIED,
    /** A host has refused mail to it for good, once or twice. */
    BOUNCING,
    /** Refused for good three times: nothing is sent there any more. */
    SUPPRESSED;

    /** Whether mail goes there. */
    public boolean takesMail() {
        return switch (this) {
            case VERIFIED, BOUNCING -> true;
            case UNVERIFIED, SUPPRESSED -> false;
        };
    }
}
