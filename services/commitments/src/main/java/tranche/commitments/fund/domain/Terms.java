package tranche.commitments.fund.domain;

/**
 * What a fund's agreement leaves to each fund, as far as this version of the product asks for it.
 *
 * @param noticeBusinessDays from a call's issue to its due date, in business days of the fund's calendar, 0 to 365
 * @param callBasis by what a call is shared
 * @param requireKyc whether an investor's checks must be cleared before its commitment is accepted
 * @param requireTransferConsent whether a document of consent must be named before a commitment goes over to another investor
 */
public record Terms(int noticeBusinessDays, CallBasis callBasis, boolean requireKyc, boolean requireTransferConsent) {

    /** At least ten business days to answer a call: what the ILPA Principles ask for. */
    public static final int DEFAULT_NOTICE_BUSINESS_DAYS = 10;

    /** A year of notice is no notice period any more. */
    public static final int LONGEST_NOTICE_BUSINESS_DAYS = 365;

    public static final Terms DEFAULT = new Terms(DEFAULT_NOTICE_BUSINESS_DAYS, CallBasis.COMMITMENT, false, false);

    public Terms {
        if (noticeBusinessDays < 0 || noticeBusinessDays > LONGEST_NOTICE_BUSINESS_DAYS) {
            throw new IllegalArgumentException("notice of " + noticeBusinessDays + " business days");
        }
    }
}
