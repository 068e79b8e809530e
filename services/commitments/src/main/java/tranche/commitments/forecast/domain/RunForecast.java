package tranche.commitments.forecast.domain;

import tranche.commitments.fund.domain.FundId;

/** Something changed upon which a fund's forecast rests: it is reckoned anew, and told where it differs. */
public record RunForecast(FundId fund) {}
