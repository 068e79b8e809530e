package tranche.auditor.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Detached signatures (RFC 7515, appendix F) by keys of Ed25519 (RFC 8037). */
final class Detached {

    /** What stands before the 32 bytes of a public key in its usual encoding (RFC 8410). */
    private static final byte[] PUBLIC_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Detached() {}

    /**
     * Whether a text is the signature of a content by a key.
     *
     * @param publicKey in base64url
     */
    static boolean isGood(byte[] content, String detached, String keyId, String publicKey) {
        String[] parts = detached.split("\\.", -1);
        try {
            if (parts.length != 3 || !parts[1].isEmpty()) {
                return false;
            }
            JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
            if (!header.path("alg").asText().equals("EdDSA")
                    || !header.path("kid").asText().equals(keyId)) {
                return false;
            }
            byte[] own = Base64.getUrlDecoder().decode(publicKey);
            byte[] encoded = Arrays.copyOf(PUBLIC_HEAD, PUBLIC_HEAD.length + own.length);
            System.arraycopy(own, 0, encoded, PUBLIC_HEAD.length, own.length);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
            check.update((parts[0] + "." + payload).getBytes(StandardCharsets.US_ASCII));
            return check.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException broken) {
            return false;
        }
    }
}
