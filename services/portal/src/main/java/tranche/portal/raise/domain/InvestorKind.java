package tranche.portal.raise.domain;

import java.util.Locale;

/** What sort of party an investor is, as the field groups them. */
public enum InvestorKind {
    GOVERNMENT,
    SOVEREIGN_FUND,
    FINANCIAL_INSTITUTION,
    MANUFACTURER,
    ENERGY_SUPPLIER,
    DEVELOPMENT_BANK,
    OTHER;

    /** The name in addresses of pages and in keys of texts, for instance {@code sovereign-fund}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
