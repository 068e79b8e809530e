package tranche.portal.frontdoor.domain;

/**
 * The public half of a key that signs notices. It is of another kind than the front door's own, and no service takes a token
 * that it has signed.
 *
 * @param id its JWK thumbprint (RFC 7638)
 * @param publicKey 32 bytes of Ed25519 in base64url without padding (RFC 8037)
 */
public record NoticeKey(String id, String publicKey) {

    /** The key as a JSON Web Key. */
    public String jwk() {
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"use\":\"sig\",\"alg\":\"EdDSA\",\"kid\":\"" + id + "\",\"x\":\""
                + publicKey + "\"}";
    }
}
