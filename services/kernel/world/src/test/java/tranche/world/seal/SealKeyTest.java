package tranche.world.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.world.ids.RandomIds;

class SealKeyTest {

    @TempDir
    private Path folder;

    private SealKey key() {
        return new SealKey(folder.resolve("personal.key"), new RandomIds());
    }

    @Test
    void opens_what_was_sealed_before_a_restart_and_shows_nothing_of_it() throws Exception {
        String sealed = key().seal("recipient:1", "zoe@example.org");

        assertThat(sealed).doesNotContain("zoe");
        assertThat(key().seal("recipient:1", "zoe@example.org")).isNotEqualTo(sealed);
        assertThat(key().open("recipient:1", sealed)).isEqualTo("zoe@example.org");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("personal.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void opens_nothing_of_another_owner_or_of_another_key() {
        String sealed = key().seal("recipient:1", "zoe@example.org");
        SealKey other = new SealKey(folder.resolve("other.key"), new RandomIds());

        assertThatThrownBy(() -> key().open("recipient:2", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.open("recipient:1", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void marks_the_same_the_same_for_one_purpose() {
        byte[] content = "zoe@example.org".getBytes(StandardCharsets.UTF_8);

        assertThat(key().mark("address", content)).isEqualTo(key().mark("address", content));
        assertThat(key().mark("stop", content)).isNotEqualTo(key().mark("address", content));
    }
}
