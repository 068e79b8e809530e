package tranche.auditor.drawdown;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import tranche.commitments.ForecastChanged;
import tranche.commitments.ForecastRow;
import tranche.commitments.FundForecastChanged;

/** What is to be expected of tranches, for their fund and for each investor, as was told last. */
final class ForecastReplay extends Replayed {

    @Override
    String table() {
        return "forecast_row";
    }

    @Override
    String rows() {
        return """
            select r.forecast_id || '/' || r.tranche_id as id, f.investor_id, r.currency, r.due, r.amount
              from forecast_row r join forecast f using (forecast_id)
             where f.fund_id = ? and r.due is not null
            """;
    }

    @Override
    boolean concerns(IndexedRecord event) {
        return event instanceof FundForecastChanged || event instanceof ForecastChanged;
    }

    @Override
    boolean apply(IndexedRecord event) {
        switch (event) {
            case FundForecastChanged e -> told(e.getHead().getAggregateId(), Optional.empty(), e.getRows());
            case ForecastChanged e -> told(e.getHead().getAggregateId(), Optional.of(e.getInvestorId()), e.getRows());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void told(UUID forecast, Optional<UUID> investor, List<ForecastRow> rows) {
        for (ForecastRow row : rows) {
            String id = forecast + "/" + row.getTrancheId();
            pictures().remove(id);
            row.getAmount()
                    .ifPresent(amount -> begun(id)
                            .put("investor_id", investor)
                            .put("currency", amount.getCurrency())
                            .put("due", row.getDueDate())
                            .put("amount", amount.getValue()));
        }
    }
}
