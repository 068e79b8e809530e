package tranche.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.web.problem.Problem;
import tranche.world.http.HttpCall;
import tranche.world.http.HttpCalls;
import tranche.world.http.HttpReply;
import tranche.world.time.Clock;

class TokenCheckTest {

    private static final String ORIGIN = "http://localhost:8080";
    private static final Identity EVA = new Identity(
            new Actor(
                    new UUID(1, 2),
                    new UUID(3, 4),
                    Set.of(new UUID(1, 2), new UUID(1, 9)),
                    new Access(List.of(
                            new Grant(Role.APPROVER, Scope.DEPLOYMENT),
                            new Grant(Role.INVESTOR, Scope.ofInvestor(new UUID(5, 6)))))),
            Set.of(KeyScope.READ, KeyScope.WRITE));

    private final SigningKey key = SigningKey.generate();
    private final SetClock clock = new SetClock();
    private final TokenMint mint = new TokenMint(key, ORIGIN, clock);
    private final TokenCheck check = new TokenCheck(
            new VerificationKeys(
                    URI.create(ORIGIN + "/keys"), new Published(SigningKey.publicJwks(List.of(key))), clock),
            ORIGIN,
            "commitments",
            clock);

    @Test
    void a_token_says_who_calls_and_what_the_caller_may_do() {
        assertThat(check.check(mint.mint(EVA, "commitments"))).isEqualTo(EVA);
    }

    @Test
    void a_token_carries_as_much_as_an_account_holds_and_a_person_has() {
        Identity most = identity(Actor.MOST_ACCOUNTS, TokenMint.MOST_GRANTS);

        assertThat(check.check(mint.mint(most, "commitments"))).isEqualTo(most);
        assertThatThrownBy(() -> mint.mint(identity(Actor.MOST_ACCOUNTS + 1, 1), "commitments"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mint.mint(identity(1, TokenMint.MOST_GRANTS + 1), "commitments"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_token_that_does_not_name_its_account_among_the_persons_is_refused() throws Exception {
        JWTClaimsSet good = SignedJWT.parse(mint.mint(EVA, "commitments")).getJWTClaimsSet();

        for (List<String> accounts : List.of(List.<String>of(), List.of(IdText.of(new UUID(8, 8))), List.of("x"))) {
            assertRefused(signed(new JWTClaimsSet.Builder(good)
                    .claim(Claims.ACCOUNTS, accounts)
                    .build()));
        }
        assertRefused(signed(
                new JWTClaimsSet.Builder(good).claim(Claims.ACCOUNTS, null).build()));
    }

    @Test
    void a_token_is_good_for_a_minute_and_the_skew_however_often_it_was_used() {
        String token = mint.mint(EVA, "commitments");
        clock.now = clock.now.plus(Duration.ofMillis(64_900));
        assertThat(check.check(token)).isEqualTo(EVA);
        assertThat(check.check(token)).isEqualTo(EVA);

        clock.now = clock.now.plus(Duration.ofMillis(100));

        assertRefused(token);
    }

    @Test
    void a_token_of_the_future_is_refused_until_its_time_has_come() {
        clock.now = clock.now.plusSeconds(10);
        String token = mint.mint(EVA, "commitments");
        clock.now = clock.now.minusSeconds(10);

        assertRefused(token);
    }

    @Test
    void a_token_for_another_service_or_from_another_origin_or_key_is_refused() {
        assertRefused(mint.mint(EVA, "milestones"));
        assertRefused(new TokenMint(key, "http://elsewhere", clock).mint(EVA, "commitments"));
        assertRefused(new TokenMint(SigningKey.generate(), ORIGIN, clock).mint(EVA, "commitments"));
    }

    @Test
    void a_token_that_is_signed_with_a_key_of_notices_is_refused() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        OctetKeyPair ofNotices = new OctetKeyPair.Builder(
                        Curve.Ed25519,
                        Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)))
                .keyID("a-notice-key")
                .build();
        JWKSet both = new JWKSet(List.of(ofNotices, key.key().toPublicJWK()));
        TokenCheck reader = new TokenCheck(
                new VerificationKeys(URI.create(ORIGIN + "/keys"), new Published(both.toString()), clock),
                ORIGIN,
                "commitments",
                clock);
        SignedJWT good = SignedJWT.parse(mint.mint(EVA, "commitments"));
        assertThat(reader.check(good.serialize())).isEqualTo(EVA);

        for (JWSAlgorithm named : List.of(JWSAlgorithm.EdDSA, JWSAlgorithm.ES256)) {
            Base64URL header =
                    new JWSHeader.Builder(named).keyID("a-notice-key").build().toBase64URL();
            String signed = header + "." + good.getPayload().toBase64URL();
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            String token = signed + "." + Base64URL.encode(signature.sign());

            assertThatThrownBy(() -> reader.check(token)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void one_changed_character_spoils_a_token_that_was_good_before() {
        String token = mint.mint(EVA, "commitments");
        check.check(token);
        int dot = token.indexOf('.');

        for (int at : new int[] {dot + 1, dot + 20, token.lastIndexOf('.') + 3}) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            assertRefused(token.substring(0, at) + other + token.substring(at + 1));
        }
    }

    @Test
    void no_algorithm_but_the_one_is_taken() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(mint.mint(EVA, "commitments")).getJWTClaimsSet();
        assertRefused(new PlainJWT(claims).serialize());

        SignedJWT withPublicKeyAsSecret = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.id()).build(), claims);
        withPublicKeyAsSecret.sign(
                new MACSigner(SigningKey.publicJwks(List.of(key)).getBytes(StandardCharsets.UTF_8)));
        assertRefused(withPublicKeyAsSecret.serialize());
    }

    @Test
    void a_token_that_claims_a_longer_life_is_refused() throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(
                        SignedJWT.parse(mint.mint(EVA, "commitments")).getJWTClaimsSet())
                .expirationTime(Date.from(clock.now.plus(Duration.ofHours(1))))
                .build();

        assertRefused(signed(claims));
    }

    /** Somebody with so many accounts, of which one holds so many grants of the longest form. */
    private static Identity identity(int accounts, int grants) {
        Optional<UUID> id = Optional.of(UUID.fromString("0199c1b0-2f4a-7d6e-8c91-3e7a5b9d1f06"));
        Set<UUID> all = new HashSet<>(Set.of(new UUID(1, 0)));
        while (all.size() < accounts) {
            all.add(new UUID(1, all.size()));
        }
        Grant longest = new Grant(Role.SITE_REPORTER, new Scope(id, id, id, id));
        Access access = new Access(Collections.nCopies(grants, longest));
        return new Identity(new Actor(new UUID(1, 0), new UUID(2, 0), all, access), KeyScope.all());
    }

    private String signed(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.id()).build(), claims);
        token.sign(new ECDSASigner(key.key()));
        return token.serialize();
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> check.check(token))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("unauthenticated"));
    }

    /** A clock that the test sets; its monotonic time does not pass. */
    private static final class SetClock implements Clock {

        private Instant now = Instant.parse("2026-03-31T09:00:00Z");

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public long monotonicNanos() {
            return 0;
        }
    }

    /** A front door that publishes one set of keys. */
    private record Published(String jwks) implements HttpCalls {

        @Override
        public CompletableFuture<HttpReply> send(HttpCall call) {
            Flow.Publisher<List<ByteBuffer>> body = subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long pieces) {
                    subscriber.onNext(List.of(ByteBuffer.wrap(jwks.getBytes(StandardCharsets.UTF_8))));
                    subscriber.onComplete();
                }

                @Override
                public void cancel() {}
            });
            return CompletableFuture.completedFuture(new HttpReply(200, Map.of(), body));
        }

        @Override
        public void close() {}
    }
}
