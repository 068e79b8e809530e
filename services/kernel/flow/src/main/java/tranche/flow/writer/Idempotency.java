package tranche.flow.writer;

import java.util.Arrays;
import java.util.UUID;

/**
 * The caller's promise that two requests are one.
 *
 * @param account whose key it is
 * @param operation method and path, for instance {@code POST /api/v1/commitments}
 * @param key 1 to 128 characters, chosen by the caller
 * @param bodyHash SHA-256 of the body, byte for byte
 */
public record Idempotency(UUID account, String operation, String key, byte[] bodyHash) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Idempotency that
                && account.equals(that.account)
                && operation.equals(that.operation)
                && key.equals(that.key)
                && Arrays.equals(bodyHash, that.bodyHash);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "Idempotency[" + operation + "]";
    }
}
