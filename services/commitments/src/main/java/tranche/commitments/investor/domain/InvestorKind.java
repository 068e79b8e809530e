package tranche.commitments.investor.domain;

/** What kind of party an investor is (domain §1). */
public enum InvestorKind {
    GOVERNMENT,
    SOVEREIGN_FUND,
    FINANCIAL_INSTITUTION,
    MANUFACTURER,
    ENERGY_SUPPLIER,
    DEVELOPMENT_BANK,
    OTHER
}
