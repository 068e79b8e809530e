package tranche.commitments.fund.domain;

import tranche.values.calendar.WorkingDays;

/** The calendar by which a fund's business days are counted (domain §8.3). */
public enum FundCalendar {
    /** Days on which the Federal Reserve Banks are open. */
    US(BankHolidays.federalReserve()),
    /** Days on which the Eurosystem's T2 settles. */
    TARGET(BankHolidays.target());

    private final WorkingDays businessDays;

    FundCalendar(WorkingDays businessDays) {
        this.businessDays = businessDays;
    }

    public WorkingDays businessDays() {
        return businessDays;
    }
}
