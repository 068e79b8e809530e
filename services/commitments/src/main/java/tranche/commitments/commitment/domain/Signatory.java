package tranche.commitments.commitment.domain;

import java.util.UUID;

/**
 * Who signed, without the name: a person's name never enters an event or a hash that outlives it.
 *
 * @param id under which the service keeps the name
 * @param digest salted SHA-256 of the name, 64 hexadecimal digits in lower case
 * @param sealed the name, readable with the service's key only
 */
public record Signatory(UUID id, String digest, Sealed sealed) {

    /** An encrypted text, in Base64: nonce, cipher text and tag. */
    public record Sealed(String base64) {

        @Override
        public String toString() {
            return "***";
        }
    }
}
