package tranche.portal.raise.store;

/** What a commitment {@code c} to a fund {@code f} by an investor {@code i} needs to be accepted, as parts of a statement. */
final class Acceptable {

    /** The investor's clearance on the fund's day; takes the present instant. */
    static final String CLEARANCE = """
            case when not f.require_kyc then 'NOT_ASKED'
                 when i.kyc is null then 'MISSING'
                 when i.kyc = 'CLEARED' and i.kyc_until < (?::timestamptz at time zone f.zone)::date then 'LAPSED'
                 else i.kyc end
            """;

    /** Commitments {@code o} that count below a cap. What is accepted does: it closes unasked. */
    private static final String COUNTS = "o.state in ('ACCEPTED', 'CLOSED')";

    /** What is left below the cap of one fund; null where there is none. */
    static final String ROOM =
            "f.cap - (select coalesce(sum(o.amount), 0) from raise_commitment o where o.fund_id = f.fund_id" + " and "
                    + COUNTS + ")";

    /** What counts below the cap of each fund, added up once, as {@code taken}. */
    static final String TAKEN =
            "with taken as (select o.fund_id, sum(o.amount) as amount from raise_commitment o where " + COUNTS
                    + " group by o.fund_id) ";

    /** Whether the cap of the fund leaves room for {@code c}; with {@link #TAKEN} joined as {@code t}. */
    static final String FITS = "coalesce(c.amount <= f.cap - coalesce(t.amount, 0), true)";

    private Acceptable() {}
}
