package tranche.auditor.drawdown;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.auditor.database.Row;
import tranche.auditor.event.Hashes;
import tranche.commitments.BankAccountProposed;
import tranche.commitments.PaymentInstructionsChanged;

/**
 * Bank accounts: what of them is told, and from when they hold. Their holders and numbers are in no event, but what is told
 * follows from them: the fingerprint and the hash that was approved are made anew of what the row has.
 */
final class BankAccountReplay extends Replayed {

    private static final String FINGERPRINT = "fingerprint of its parts";
    private static final String HASH = "content_hash of its parts";

    private static final int BANK_WITH_BRANCH = 11;
    private static final int FINGERPRINT_BYTES = 10;

    @Override
    String table() {
        return "bank_account";
    }

    @Override
    String rows() {
        return """
            select bank_account_id::text as id, programme_id, currency, fingerprint, content_hash, holder, iban, bic,
                   encode(sha256(convert_to(concat(
                       '{"bic":', to_json(bic), ',"currency":', to_json(currency), ',"fundId":', to_json(fund_id::text),
                       ',"holder":', to_json(holder), ',"iban":', to_json(iban), '}'), 'UTF8')), 'hex') as hash_of_parts,
                   effective_from, maker_account, state, version, effective_date, recorded_at
              from bank_account where fund_id = ?
            """;
    }

    @Override
    Map<String, @Nullable Object> found(Row row) throws SQLException {
        Map<String, @Nullable Object> found = row.values();
        found.put(FINGERPRINT, fingerprint(row));
        found.put(HASH, row.text("hash_of_parts"));
        return found;
    }

    /** The first 80 bits of the hash of four lines, in groups of four digits (domain §2.2). */
    private static String fingerprint(Row row) throws SQLException {
        String holder = Normalizer.normalize(row.text("holder"), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        String bank = row.text("bic").length() == BANK_WITH_BRANCH ? row.text("bic") : row.text("bic") + "XXX";
        String lines = holder + '\n' + bank + '\n' + row.text("iban") + '\n' + row.text("currency");
        byte[] hash = Hashes.sha256(lines.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of()
                .withUpperCase()
                .formatHex(hash, 0, FINGERPRINT_BYTES)
                .replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    boolean concerns(IndexedRecord event) {
        return event instanceof BankAccountProposed || event instanceof PaymentInstructionsChanged;
    }

    @Override
    boolean apply(IndexedRecord event) {
        return switch (event) {
            case BankAccountProposed e -> {
                told(begun(e.getBankAccountId()), e.getFingerprint(), e.getContentHash())
                        .put("programme_id", e.getProgrammeId())
                        .put("currency", e.getCurrency())
                        .put("maker_account", e.getHead().getActorId())
                        .nothing("effective_from")
                        .moved(e.getHead(), e.getState());
                yield true;
            }
            case PaymentInstructionsChanged e ->
                known(e.getBankAccountId())
                        .map(picture -> told(picture, e.getFingerprint(), e.getContentHash())
                                .put("effective_from", e.getEffectiveFrom())
                                .moved(e.getHead(), e.getState()))
                        .isPresent();
            default -> false;
        };
    }

    private static Picture told(Picture picture, String fingerprint, String hash) {
        return picture.put("fingerprint", fingerprint)
                .put(FINGERPRINT, fingerprint)
                .put("content_hash", hash)
                .put(HASH, hash);
    }
}
