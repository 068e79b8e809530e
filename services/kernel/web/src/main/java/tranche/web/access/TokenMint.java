package tranche.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import tranche.values.actor.Actor;
import tranche.world.time.Clock;

/** Makes the tokens with which the front door passes a caller on: one service's, for at most a minute. */
public final class TokenMint {

    /** Long enough for one request and a retry, short enough that a withdrawn right is gone by itself. */
    public static final Duration LIFE = Duration.ofSeconds(60);

    /** More would not fit the request's head; an account of more grants is refused another one. */
    public static final int MOST_GRANTS = 100;

    private final SigningKey key;
    private final JWSSigner signer;
    private final String issuer;
    private final Clock clock;

    /** @param issuer the deployment's origin */
    public TokenMint(SigningKey key, String issuer, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.clock = clock;
        try {
            this.signer = new ECDSASigner(key.key());
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a signing key signs", impossible);
        }
    }

    /**
     * A token.
     *
     * @param audience the one service that takes it, for instance {@code commitments}
     * @throws IllegalArgumentException if the account has more than {@link #MOST_GRANTS} grants, or its person more than
     *     {@link Actor#MOST_ACCOUNTS} accounts
     */
    public String mint(Identity identity, String audience) {
        Actor actor = identity.actor();
        if (actor.access().grants().size() > MOST_GRANTS) {
            throw new IllegalArgumentException("more grants than a token carries");
        }
        if (actor.accounts().size() > Actor.MOST_ACCOUNTS) {
            throw new IllegalArgumentException("more accounts of one person than a token carries");
        }
        Instant now = clock.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(actor.account().toString())
                .claim(Claims.PERSON, actor.person().toString())
                .claim(
                        Claims.ACCOUNTS,
                        actor.accounts().stream().map(IdText::of).toList())
                .claim(
                        Claims.GRANTS,
                        actor.access().grants().stream().map(GrantText::of).toList())
                .claim(
                        Claims.SCOPES,
                        identity.scopes().stream().sorted().map(KeyScope::code).toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.id()).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a signing key signs", impossible);
        }
        return token.serialize();
    }
}
