package tranche.web.access;

/** The names of a token's own claims. */
final class Claims {

    /** Id of the person behind the account. */
    static final String PERSON = "person";

    /** All accounts of that person, the caller's among them, as {@link IdText} writes them. */
    static final String ACCOUNTS = "accounts";

    /** Grants as {@link GrantText} writes them. */
    static final String GRANTS = "grants";

    /** Key scopes by their codes. */
    static final String SCOPES = "scopes";

    private Claims() {}
}
