package tranche.auditor;

/** What is checked, by the numbers of the reliability design. */
public enum Check {
    A01("entries", "each journal entry sums to zero in each currency and ledger"),
    A02("balances", "each balance is the sum of its postings, and counts them"),
    A03("links", "nothing in the chains of events and of the journals was changed, from the first to the head"),
    A04(
            "rows",
            "commitments, thresholds of raises, tranches, calls, receipts, bank accounts and forecasts are what their events say, none is called beyond its amount, and what is released is called whole"),
    A05("keys", "sequences run without gaps in the event table, the topic and each consumer's marks"),
    A06("records", "the topic holds the events of the table, and no others"),
    A07("rows", "read models are what the topic's events make of them"),
    A08("marks", "each consumer has applied each event once and remembers the last"),
    A09("rows", "alerts are what follows from events and grants: none is missing, and nobody else was told"),
    A10(
            "deliveries",
            "each delivery is one of an alert or a test, and stands where its attempts and its events have left it"),
    A18("keys", "each idempotency key and foreign reference stands for one effect"),
    A21(
            "notices",
            "each issued line has its notice, which says what the rows say and is signed, and its files have their hashes");

    private final String unit;
    private final String promise;

    Check(String unit, String promise) {
        this.unit = unit;
        this.promise = promise;
    }

    /** What is counted, in the plural. */
    public String unit() {
        return unit;
    }

    /** What holds when the check finds nothing. */
    public String promise() {
        return promise;
    }
}
