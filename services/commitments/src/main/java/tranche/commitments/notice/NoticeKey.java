package tranche.commitments.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tranche.commitments.notice.domain.PublishedKey;
import tranche.world.file.PrivateFile;

/**
 * The key with which this instance signs notices (Ed25519), which lies in the data folder, readable by its owner alone, as a
 * JSON Web Key. Where the file is taken away another key is made at the next start; what the old one has signed stays good,
 * for public halves are kept for ever.
 */
@Singleton
public class NoticeKey {

    private static final String FILE = "commitments-notices.key";
    private static final String CURVE = "Ed25519";
    private static final int BYTES = 32;

    /** What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410). */
    private static final byte[] PRIVATE_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrivateKey secret;
    private final PublishedKey published;
    private final String header;

    NoticeKey(@Value("${tranche.data}") String data) {
        JsonNode jwk = jwk(Path.of(data).resolve(FILE));
        this.secret = secret(jwk.path("d").asText());
        this.published = published(jwk.path("x").asText());
        this.header = text(("{\"alg\":\"" + PublishedKey.ALGORITHM + "\",\"kid\":\"" + published.id()
                        + "\",\"typ\":\"tranche-notice+json\"}")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** What others check its signatures with. */
    public PublishedKey published() {
        return published;
    }

    /**
     * The detached signature of a content (RFC 7515, appendix F): header and signature with nothing between the dots, where
     * whoever checks it puts the base64url of the bytes that he has.
     */
    public String sign(String content) {
        try {
            Signature signature = Signature.getInstance(CURVE);
            signature.initSign(secret);
            signature.update((header + "." + text(content.getBytes(StandardCharsets.UTF_8)))
                    .getBytes(StandardCharsets.US_ASCII));
            return header + ".." + text(signature.sign());
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static JsonNode jwk(Path file) {
        String text = PrivateFile.read(file).orElseGet(() -> {
            String made = make();
            PrivateFile.write(file, made);
            return made;
        });
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the file " + file.getFileName() + " holds no key");
        }
    }

    private static String make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(CURVE).generateKeyPair();
            return "{\"kty\":\"OKP\",\"crv\":\"" + CURVE + "\",\"d\":\""
                    + last(pair.getPrivate().getEncoded()) + "\",\"x\":\""
                    + last(pair.getPublic().getEncoded()) + "\"}";
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Both encodings end with the key's own bytes (RFC 8410). */
    private static String last(byte[] encoded) {
        return text(Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
    }

    private static PrivateKey secret(String d) {
        byte[] own = Base64.getUrlDecoder().decode(d);
        byte[] encoded = Arrays.copyOf(PRIVATE_HEAD, PRIVATE_HEAD.length + BYTES);
        System.arraycopy(own, 0, encoded, PRIVATE_HEAD.length, BYTES);
        try {
            return KeyFactory.getInstance(CURVE).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static PublishedKey published(String x) {
        String thumbprint = "{\"crv\":\"" + CURVE + "\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(thumbprint.getBytes(StandardCharsets.UTF_8));
            return new PublishedKey(text(hash), x);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "NoticeKey[" + published.id() + "]";
    }
}
