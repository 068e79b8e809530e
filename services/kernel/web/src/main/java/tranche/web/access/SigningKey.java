package tranche.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.List;

/** The front door's private key (ES256, P-256), under the thumbprint of its public half. It prints nothing of itself. */
public final class SigningKey {

    private final ECKey key;

    private SigningKey(ECKey key) {
        this.key = key;
    }

    /** A new key, from the machine's secure chance. */
    public static SigningKey generate() {
        try {
            return new SigningKey(new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
    }

    /**
     * A key as {@link #secretText} wrote it.
     *
     * @throws IllegalArgumentException if the text is no private key of P-256 with an id
     */
    public static SigningKey parse(String secretText) {
        try {
            ECKey key = ECKey.parse(secretText);
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
                throw new IllegalArgumentException("no signing key");
            }
            return new SigningKey(key);
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException("no signing key");
        }
    }

    /** The key with its secret, to be kept where only the front door reads. */
    public String secretText() {
        return key.toJSONString();
    }

    /** The id that tokens name. */
    public String id() {
        return key.getKeyID();
    }

    /** The public halves as a JSON Web Key Set: what {@code /.well-known/jwks.json} serves. */
    public static String publicJwks(List<SigningKey> keys) {
        List<JWK> halves = keys.stream().<JWK>map(signing -> signing.key).toList();
        return new JWKSet(halves).toString(true);
    }

    /** The public half alone, as a JSON Web Key. */
    public String publicText() {
        return key.toPublicJWK().toJSONString();
    }

    ECKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
