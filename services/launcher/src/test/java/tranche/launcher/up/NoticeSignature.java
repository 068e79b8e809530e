package tranche.launcher.up;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.Optional;

/** What somebody does who checks a notice without the portal: only the published keys are asked for. */
public final class NoticeSignature {

    private static final HexFormat HEX = HexFormat.of();

    private final JWSObject jws;

    private NoticeSignature(JWSObject jws) {
        this.jws = jws;
    }

    /**
     * The signature that came with a notice.
     *
     * @param detached its header and its signature, with nothing between them
     */
    public static NoticeSignature of(byte[] notice, String detached) throws ParseException {
        return new NoticeSignature(JWSObject.parse(detached, new Payload(notice)));
    }

    public String algorithm() {
        return jws.getHeader().getAlgorithm().getName();
    }

    /** The key that its header names; empty where it is not, or not yet, among these. */
    public Optional<OctetKeyPair> keyIn(String published) throws ParseException {
        return Optional.ofNullable(
                        JWKSet.parse(published).getKeyByKeyId(jws.getHeader().getKeyID()))
                .map(OctetKeyPair.class::cast);
    }

    /** What is signed is put together by the library; the JDK knows the curve. */
    public boolean isBy(OctetKeyPair key) throws GeneralSecurityException {
        byte[] encoded = HEX.parseHex("302a300506032b6570032100" + HEX.formatHex(key.getDecodedX()));
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        check.update(jws.getSigningInput());
        return check.verify(jws.getSignature().decode());
    }
}
