package tranche.launcher.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tranche.launcher.up.NoticeSignature;

/** A notice from the service that signs it to whoever checks it with what the portal publishes, and nothing else. */
@Tag("broker")
class NoticeAcrossServicesTest {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();
    private static final Deployment DEPLOYMENT = Deployment.running();

    @Test
    @DisplayName("a notice is checked with the portal's keys, by its hash without an account, and by no key of a token")
    void is_checked_from_outside() throws Exception {
        Calls calls = new Calls("Notices", Raise.investor("Reader of notices", "OTHER", true));
        JsonNode account = DEPLOYMENT.post(
                Raise.MANAGER,
                "/funds/" + calls.fund + "/bank-accounts",
                Map.of(
                        "holder", "Notices Fund",
                        "iban", "DE89370400440532013000",
                        "bic", "COBADEFF",
                        "currency", "USD"));
        DEPLOYMENT.post(
                Raise.APPROVER,
                "/bank-accounts/" + account.get("id").asText() + "/approval",
                Map.of("contentHash", account.get("contentHash").asText()));
        String call = calls.issued("40000000.00");
        String line = DEPLOYMENT
                .get(Raise.MANAGER, "/capital-calls/" + call)
                .at("/lines/0/id")
                .asText();
        String path = "/api/v1/capital-calls/" + call + "/lines/" + line + "/notice";

        HttpResponse<byte[]> signed =
                DEPLOYMENT.download(Optional.of(Raise.MANAGER), path, "Accept", "application/json");
        HttpResponse<byte[]> file = DEPLOYMENT.download(Optional.of(Raise.MANAGER), path, "Accept-Language", "fr");

        assertThat(JSON.readTree(signed.body()).at("/payment/bic").asText()).isEqualTo("COBADEFF");
        assertThat(new String(file.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        for (HttpResponse<byte[]> one : List.of(signed, file)) {
            JsonNode checked = JSON.readTree(DEPLOYMENT
                    .download(Optional.empty(), "/api/v1/notices/" + sha256(one.body()))
                    .body());
            assertThat(checked.get("state").asText()).isEqualTo("GENUINE");
            assertThat(checked.get("fingerprint").asText())
                    .isEqualTo(account.get("fingerprint").asText());
        }
        String detached = signed.headers().firstValue("Tranche-Signature").orElseThrow();
        NoticeSignature signature = NoticeSignature.of(signed.body(), detached);
        OctetKeyPair key = await().atMost(LIMIT)
                .until(() -> signature.keyIn(keys()), Optional::isPresent)
                .orElseThrow();
        assertThat(signature.isBy(key)).isTrue();
        for (JWK other : JWKSet.parse(keys()).getKeys()) {
            if (other instanceof ECKey ofTokens) {
                JWSVerifier verifier = new ECDSAVerifier(ofTokens);
                assertThat(verifier.supportedJWSAlgorithms())
                        .extracting(JWSAlgorithm::getName)
                        .doesNotContain(signature.algorithm());
            }
        }
    }

    private static String keys() {
        byte[] set =
                DEPLOYMENT.download(Optional.empty(), "/.well-known/jwks.json").body();
        return new String(set, StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
