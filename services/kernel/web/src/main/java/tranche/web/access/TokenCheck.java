package tranche.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;
import tranche.world.time.Clock;

/** Checks the front door's tokens: algorithm, key, signature, issuer, audience and times, then what it says. */
public final class TokenCheck {

    /** How far two machines' clocks may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    /** A token of {@link TokenMint#MOST_GRANTS} grants of the longest form and as many accounts as a person has is shorter. */
    private static final int MOST_CHARACTERS = 20_000;

    /** Tokens that are remembered: a caller's is used for half a minute, and a signature takes a long time to check. */
    private static final int MOST_REMEMBERED = 5_000;

    private final Map<String, Checked> checked = new LinkedHashMap<>(16, 0.75f, true);
    private final VerificationKeys keys;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    /**
     * @param issuer the deployment's origin
     * @param audience this service's name
     */
    public TokenCheck(VerificationKeys keys, String issuer, String audience, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /**
     * Whom a token speaks of.
     *
     * @throws Problem {@code unauthenticated} if it is not a good one, {@code unavailable} if no key of the front door is
     *     known yet
     */
    public Identity check(String token) {
        if (token.length() > MOST_CHARACTERS) {
            throw refused();
        }
        Checked known = remembered(token);
        if (known != null) {
            if (!isNow(known.from(), known.to())) {
                throw refused();
            }
            return known.identity();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            String keyId = jwt.getHeader().getKeyID();
            if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm()) || keyId == null) {
                throw refused();
            }
            ECKey key = keys.key(keyId).orElseThrow(TokenCheck::refused);
            if (!jwt.verify(new ECDSAVerifier(key))) {
                throw refused();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (!issuer.equals(claims.getIssuer())
                    || !List.of(audience).equals(claims.getAudience())
                    || !isNow(claims)) {
                throw refused();
            }
            return remember(
                    token,
                    new Checked(
                            identity(claims),
                            claims.getIssueTime().toInstant(),
                            claims.getExpirationTime().toInstant()));
        } catch (ParseException | JOSEException | IllegalArgumentException unreadable) {
            throw refused();
        }
    }

    private boolean isNow(JWTClaimsSet claims) {
        Date issued = claims.getIssueTime();
        Date expires = claims.getExpirationTime();
        if (issued == null || expires == null) {
            return false;
        }
        return isNow(issued.toInstant(), expires.toInstant());
    }

    private boolean isNow(Instant from, Instant to) {
        Instant now = clock.now();
        return !from.isAfter(now.plus(SKEW)) && now.isBefore(to.plus(SKEW)) && !to.isAfter(from.plus(TokenMint.LIFE));
    }

    private @Nullable Checked remembered(String token) {
        synchronized (checked) {
            return checked.get(token);
        }
    }

    private Identity remember(String token, Checked good) {
        synchronized (checked) {
            checked.put(token, good);
            if (checked.size() > MOST_REMEMBERED) {
                var eldest = checked.entrySet().iterator();
                eldest.next();
                eldest.remove();
            }
        }
        return good.identity();
    }

    /** What a token said whose signature, issuer and audience were right; its times are compared at each use. */
    private record Checked(Identity identity, Instant from, Instant to) {}

    private static Identity identity(JWTClaimsSet claims) throws ParseException {
        Access access = new Access(
                strings(claims, Claims.GRANTS).stream().map(GrantText::parse).toList());
        Set<KeyScope> goes =
                strings(claims, Claims.SCOPES).stream().map(KeyScope::of).collect(Collectors.toSet());
        Actor actor = new Actor(
                id(claims.getSubject()),
                id(claims.getStringClaim(Claims.PERSON)),
                strings(claims, Claims.ACCOUNTS).stream().map(IdText::parse).collect(Collectors.toSet()),
                access);
        return new Identity(actor, goes);
    }

    private static List<String> strings(JWTClaimsSet claims, String name) throws ParseException {
        return Optional.ofNullable(claims.getStringListClaim(name)).orElseThrow(TokenCheck::refused);
    }

    private static UUID id(@Nullable String text) {
        if (text == null) {
            throw refused();
        }
        return UUID.fromString(text);
    }

    private static Problem refused() {
        return Problem.of(RequestRefusal.UNAUTHENTICATED);
    }
}
