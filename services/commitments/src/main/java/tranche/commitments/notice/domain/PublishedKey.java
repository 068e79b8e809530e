package tranche.commitments.notice.domain;

/**
 * The public half of a key that signs notices.
 *
 * @param id its JWK thumbprint (RFC 7638)
 * @param publicKey 32 bytes in base64url without padding (RFC 8037)
 */
public record PublishedKey(String id, String publicKey) {

    /** How it signs. */
    public static final String ALGORITHM = "EdDSA";

    /** The key as a JSON Web Key. Of another kind than the keys of tokens, so that neither passes for the other. */
    public String jwk() {
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"use\":\"sig\",\"alg\":\"" + ALGORITHM + "\",\"kid\":\"" + id
                + "\",\"x\":\"" + publicKey + "\"}";
    }
}
