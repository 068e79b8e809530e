package tranche.portal.account.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OpaqueSecretTest {

    @Test
    void a_secret_is_its_prefix_and_256_bits_and_prints_as_stars() {
        OpaqueSecret secret = OpaqueSecret.of("trk_", new byte[OpaqueSecret.BYTES]);

        assertThat(secret.text()).isEqualTo("trk_" + "A".repeat(43));
        assertThat(secret.toString()).isEqualTo("***");
        assertThatThrownBy(() -> OpaqueSecret.of("trk_", new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_kept_is_the_sha_256_of_the_text() {
        assertThat(HexFormat.of().formatHex(new OpaqueSecret("abc").hash()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void only_the_very_text_is_the_secret() {
        assertThat(new OpaqueSecret("abc").is("abc")).isTrue();
        assertThat(new OpaqueSecret("abc").is("abd")).isFalse();
        assertThat(new OpaqueSecret("abc").is("")).isFalse();
    }
}
