package tranche.auditor.drawdown;

import org.apache.avro.generic.IndexedRecord;
import tranche.commitments.BankAccountProposed;
import tranche.commitments.PaymentInstructionsChanged;

/** Bank accounts: what of them is told, and from when they hold. Their numbers are in no event. */
final class BankAccountReplay extends Replayed {

    @Override
    String table() {
        return "bank_account";
    }

    @Override
    String rows() {
        return """
            select bank_account_id::text as id, programme_id, currency, fingerprint, content_hash,
                   effective_from, maker_account, state, version, effective_date, recorded_at
              from bank_account where fund_id = ?
            """;
    }

    @Override
    boolean concerns(IndexedRecord event) {
        return event instanceof BankAccountProposed || event instanceof PaymentInstructionsChanged;
    }

    @Override
    boolean apply(IndexedRecord event) {
        return switch (event) {
            case BankAccountProposed e -> {
                begun(e.getBankAccountId())
                        .put("programme_id", e.getProgrammeId())
                        .put("currency", e.getCurrency())
                        .put("fingerprint", e.getFingerprint())
                        .put("content_hash", e.getContentHash())
                        .put("maker_account", e.getHead().getActorId())
                        .nothing("effective_from")
                        .moved(e.getHead(), e.getState());
                yield true;
            }
            case PaymentInstructionsChanged e ->
                known(e.getBankAccountId())
                        .map(picture -> picture.put("effective_from", e.getEffectiveFrom())
                                .put("fingerprint", e.getFingerprint())
                                .put("content_hash", e.getContentHash())
                                .moved(e.getHead(), e.getState()))
                        .isPresent();
            default -> false;
        };
    }
}
