package tranche.commitments.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Checks a detached signature as anybody would who has read RFC 7515 and RFC 8037, and none of the product's code. */
public final class Signatures {

    private static final byte[] PUBLIC_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private Signatures() {}

    /** @param jwks the key set that is published */
    public static boolean isGood(JsonNode jwks, byte[] content, String detached) {
        String[] parts = detached.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            return false;
        }
        String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        for (JsonNode key : jwks.get("keys")) {
            if (key.path("kty").asText().equals("OKP")
                    && header.contains("\"kid\":\"" + key.get("kid").asText() + "\"")
                    && header.contains("\"alg\":\"EdDSA\"")) {
                String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
                return verify(key.get("x").asText(), parts[0] + "." + payload, parts[2]);
            }
        }
        return false;
    }

    private static boolean verify(String x, String signed, String signature) {
        try {
            byte[] own = Base64.getUrlDecoder().decode(x);
            byte[] encoded = Arrays.copyOf(PUBLIC_HEAD, PUBLIC_HEAD.length + own.length);
            System.arraycopy(own, 0, encoded, PUBLIC_HEAD.length, own.length);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(signed.getBytes(StandardCharsets.US_ASCII));
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException broken) {
            return false;
        }
    }
}
