package tranche.world.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.world.ids.RandomIds;
import tranche.world.time.Clock;

class FileStoreTest {

    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-01-02T00:00:00Z");

    @TempDir
    private Path data;

    private Instant now = THEN;
    private FileStore store;

    @BeforeEach
    void open() {
        store = new FileStore(data.resolve("files"), new RandomIds(), new Clock() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public long monotonicNanos() {
                return 0;
            }
        });
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private IncomingFile.Sealed keep(String... pieces) {
        try (IncomingFile incoming = store.incoming()) {
            for (String piece : pieces) {
                incoming.write(bytes(piece));
            }
            IncomingFile.Sealed sealed = incoming.seal();
            incoming.keep();
            incoming.keep();
            return sealed;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("files"))) {
            return files.toList();
        }
    }

    private List<String> keptBefore(Instant instant) {
        List<String> kept = new ArrayList<>();
        store.keptBefore(instant, 1, kept::addAll);
        return kept;
    }

    @Test
    void keeps_a_content_once_under_its_hash_for_its_owner_alone() throws IOException {
        keep("hello");
        IncomingFile.Sealed kept = keep("he", "", "llo");

        assertThat(kept).isEqualTo(new IncomingFile.Sealed(HELLO, 5));
        assertThat(files())
                .singleElement()
                .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
        try (InputStream content = store.open(HELLO).orElseThrow()) {
            assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        }
    }

    @Test
    void shows_a_content_under_its_name_only_once_it_is_kept() throws IOException {
        try (IncomingFile incoming = store.incoming()) {
            incoming.write(bytes("hello"));
            assertThat(incoming.head(2)).asString(StandardCharsets.UTF_8).isEqualTo("he");
            assertThat(incoming.head(64)).asString(StandardCharsets.UTF_8).isEqualTo("hello");
            assertThat(incoming.seal().sha256()).isEqualTo(HELLO);
            assertThat(store.open(HELLO)).isEmpty();
        }

        assertThat(store.open(HELLO)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void knows_no_other_names() throws IOException {
        Files.createDirectories(data.resolve("files"));
        Files.writeString(data.resolve("secret"), "x");

        assertThat(store.open("../secret")).isEmpty();
        assertThat(store.open(HELLO)).isEmpty();
    }

    @Test
    void drops_what_is_old_and_was_not_kept_again() {
        String other = keep("other").sha256();
        keep("hello");
        assertThat(keptBefore(THEN)).isEmpty();
        assertThat(keptBefore(LATER)).containsExactlyInAnyOrder(HELLO, other);

        now = LATER;
        keep("hello");

        assertThat(keptBefore(LATER)).containsExactly(other);
        assertThat(store.drop(HELLO, LATER)).isFalse();
        assertThat(store.drop(other, LATER)).isTrue();
        assertThat(store.drop(other, LATER)).isFalse();
        assertThat(store.open(HELLO)).isPresent();
        assertThat(store.open(other)).isEmpty();
    }

    @Test
    @SuppressWarnings("resource") // left open, as a killed process leaves it
    void drops_what_was_begun_and_never_came_to_its_end() throws IOException {
        keep("hello");
        IncomingFile killed = store.incoming();
        killed.write(bytes("hel"));
        killed.seal();

        store.dropUnfinished(THEN);
        assertThat(files()).hasSize(2);
        store.dropUnfinished(LATER);

        assertThat(files()).containsExactly(data.resolve("files").resolve(HELLO));
    }

    @Test
    void has_nothing_to_drop_before_anything_was_kept() {
        store.dropUnfinished(LATER);

        assertThat(keptBefore(LATER)).isEmpty();
    }
}
