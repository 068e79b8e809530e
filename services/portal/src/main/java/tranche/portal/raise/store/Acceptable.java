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

    /** What is left below the fund's cap; null where there is none. What is accepted counts: it closes unasked. */
    static final String ROOM = """
            f.cap - (select coalesce(sum(o.amount), 0) from raise_commitment o
                      where o.fund_id = f.fund_id and o.state in ('ACCEPTED', 'CLOSED'))
            """;

    private Acceptable() {}
}
