package tranche.portal.account.domain;

/**
 * A value that belongs to a person: a name or an address. It lives in the portal's own tables, enters no event and no
 * log, and prints as stars.
 */
public record Personal(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
