package tranche.auditor.drawdown;

import org.apache.avro.generic.IndexedRecord;
import tranche.commitments.InvestmentMade;

/** What funds put into projects. */
final class InvestmentReplay extends Replayed {

    @Override
    String table() {
        return "investment";
    }

    @Override
    String rows() {
        return """
            select investment_id::text as id, programme_id, project_id, tranche_id, currency, amount, version,
                   effective_date, recorded_at
              from investment where fund_id = ?
            """;
    }

    @Override
    boolean concerns(IndexedRecord event) {
        return event instanceof InvestmentMade;
    }

    @Override
    boolean apply(IndexedRecord event) {
        if (!(event instanceof InvestmentMade made)) {
            return false;
        }
        begun(made.getHead().getAggregateId())
                .put("programme_id", made.getProgrammeId())
                .put("project_id", made.getProjectId())
                .put("tranche_id", made.getTrancheId())
                .put("currency", made.getAmount().getCurrency())
                .put("amount", made.getAmount().getValue())
                .versioned(made.getHead());
        return true;
    }
}
