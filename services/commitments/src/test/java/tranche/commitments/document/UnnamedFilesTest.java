package tranche.commitments.document;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.document.DocumentFixtures.bytes;
import static tranche.commitments.document.DocumentFixtures.sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.Commitments;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.document.store.DocumentNames;
import tranche.flow.Flow;
import tranche.flow.file.KeptFiles;
import tranche.testkit.TestClock;
import tranche.world.ids.RandomIds;

/** What remains when a request ends half-way: now and then a file without a row, never a row without its file. */
class UnnamedFilesTest {

    private static final byte[] CONTENT = bytes("%PDF-1.7 a subscription agreement");

    @TempDir
    private Path data;

    private Shelf shelf;
    private TestClock clock;

    @BeforeEach
    void start() throws IOException {
        shelf = new Shelf(data);
        clock = new TestClock(Instant.now());
    }

    @AfterEach
    void stop() {
        shelf.close();
    }

    /** Another instance, whose clock the test moves. */
    private KeptFiles other() {
        return new KeptFiles(
                data,
                Commitments.NAME,
                new DocumentNames(),
                shelf.service.bean(Flow.class).writers(),
                new RandomIds(),
                clock);
    }

    private int sweep() {
        return other().dropUnnamed();
    }

    private Path place(byte[] content) {
        return shelf.folder().resolve(sha256(content));
    }

    @Test
    void a_row_that_fails_leaves_a_file_which_is_dropped_after_a_day() {
        UUID fund = shelf.fund();
        shelf.tamper("alter table document add constraint fails check (kind = 'nothing') not valid");

        Reply failed = shelf.add(CONTENT, "fundId", fund);

        assertThat(failed.status()).isEqualTo(500);
        assertThat(shelf.rows()).isZero();
        assertThat(place(CONTENT)).hasBinaryContent(CONTENT);
        assertThat(shelf.service
                        .get(Shelf.MANAGER, "/documents/" + sha256(CONTENT))
                        .status())
                .isEqualTo(404);
        clock.tick(Duration.ofHours(23));
        assertThat(sweep()).isZero();
        assertThat(place(CONTENT)).exists();
        clock.tick(Duration.ofHours(2));
        assertThat(sweep()).isEqualTo(1);
        assertThat(place(CONTENT)).doesNotExist();
    }

    @Test
    void a_file_that_fails_leaves_no_row() throws IOException {
        UUID fund = shelf.fund();
        Files.createDirectories(shelf.folder().getParent());
        Files.writeString(shelf.folder(), "where the folder should be");

        Reply failed = shelf.add(CONTENT, "fundId", fund);

        assertThat(failed.status()).as(failed.raw().body()).isEqualTo(503);
        assertThat(failed.header("Retry-After")).isNotEmpty();
        assertThat(shelf.rows()).isZero();
        Files.delete(shelf.folder());
        assertThat(shelf.add(CONTENT, "fundId", fund).status()).isEqualTo(201);
    }

    @Test
    void what_a_killed_process_left_half_written_is_dropped_after_a_day() throws IOException {
        shelf.add(CONTENT, "fundId", shelf.fund());
        Path half = Files.write(shelf.folder().resolve(UUID.randomUUID() + ".new"), bytes("%PDF-1.7 a subsc"));

        clock.tick(Duration.ofHours(23));
        sweep();
        assertThat(half).exists();
        clock.tick(Duration.ofHours(2));
        sweep();

        assertThat(half).doesNotExist();
        assertThat(place(CONTENT)).exists();
    }

    @Test
    void a_file_that_a_row_names_is_kept_for_ever_and_one_that_is_named_again_is_there_again() {
        UUID fund = shelf.fund();
        shelf.add(CONTENT, "fundId", fund);

        clock.tick(Duration.ofDays(4_000));
        assertThat(sweep()).isZero();
        shelf.tamper("delete from document");
        assertThat(sweep()).isEqualTo(1);
        assertThat(shelf.add(CONTENT, "fundId", fund).status()).isEqualTo(201);

        assertThat(place(CONTENT)).hasBinaryContent(CONTENT);
    }

    @Test
    void no_file_is_dropped_between_its_keeping_and_its_naming() throws InterruptedException {
        UUID fund = shelf.fund();
        KeptFiles sweeper = other();
        Instant anyAge = Instant.now().plus(Duration.ofDays(1));
        AtomicBoolean ended = new AtomicBoolean();
        Thread sweeping = Thread.startVirtualThread(() -> {
            while (!ended.get()) {
                sweeper.dropUnnamed(anyAge);
            }
        });

        for (int i = 0; i < 200; i++) {
            byte[] content = bytes("letter " + i);
            assertThat(shelf.add(content, "fundId", fund).status()).isEqualTo(201);
            assertThat(place(content)).exists();
        }
        ended.set(true);
        sweeping.join();
    }

    @Test
    void a_row_whose_file_is_gone_is_our_defect_and_the_file_handed_in_again_heals_it() throws IOException {
        UUID fund = shelf.fund();
        shelf.add(CONTENT, "fundId", fund);
        Files.delete(place(CONTENT));

        assertThat(shelf.service
                        .get(Shelf.MANAGER, "/documents/" + sha256(CONTENT))
                        .status())
                .isEqualTo(500);
        assertThat(shelf.add(CONTENT, "fundId", fund).status()).isEqualTo(200);

        assertThat(shelf.service
                        .get(Shelf.MANAGER, "/documents/" + sha256(CONTENT))
                        .status())
                .isEqualTo(200);
    }
}
