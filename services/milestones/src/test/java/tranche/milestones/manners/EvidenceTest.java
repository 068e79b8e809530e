package tranche.milestones.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.manners.Desk.MANAGER;
import static tranche.milestones.manners.Desk.REPORTER;
import static tranche.milestones.manners.Desk.VERIFIER;
import static tranche.milestones.manners.Desk.assertRefused;
import static tranche.milestones.manners.Desk.errors;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.flow.file.KeptFiles;
import tranche.milestones.MilestonesProcess.Reply;
import tranche.world.time.SystemClock;

/** D-47: evidence is a file by its hash, as the server received it, and is never shown as what it claims to be. */
class EvidenceTest {

    @TempDir
    private static Path data;

    private static Desk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = new Desk(data);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** A JPEG of some length that no other test has. */
    private static byte[] photo(int length) {
        byte[] content = new byte[length];
        new Random().nextBytes(content);
        content[0] = (byte) 0xFF;
        content[1] = (byte) 0xD8;
        content[2] = (byte) 0xFF;
        return content;
    }

    private static UUID claimed() {
        UUID milestone = desk.planned(desk.project()).id();
        desk.claimed(milestone);
        return milestone;
    }

    private static Path folder() {
        return data.resolve("files").resolve("milestones");
    }

    @Test
    void a_file_is_kept_under_its_hash_and_given_back_byte_for_byte() throws IOException {
        UUID milestone = claimed();
        byte[] content = photo(3 << 20);

        Reply shown = desk.shown(
                milestone,
                content,
                "sha256",
                Forms.sha256(content),
                "name",
                "clean room.jpg",
                "source",
                "Site camera 4",
                "capturedAt",
                "2026-03-31T09:00:00Z");

        assertThat(shown.body().at("/evidence/0/sha256").asText()).isEqualTo(Forms.sha256(content));
        assertThat(shown.body().at("/evidence/0/size").asInt()).isEqualTo(content.length);
        assertThat(shown.body().at("/evidence/0/mediaType").asText()).isEqualTo("image/jpeg");
        assertThat(shown.body().get("warnings")).isEmpty();
        HttpResponse<byte[]> read = desk.service.download(VERIFIER, "/evidence/" + Forms.sha256(content));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(content);
        assertThat(read.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"clean room.jpg\"");
        assertThat(Files.readAllBytes(folder().resolve(Forms.sha256(content)))).isEqualTo(content);
        Reply list = desk.service.get(VERIFIER, "/milestones/" + milestone + "/evidence");
        assertThat(list.body().at("/items/0/name").asText()).isEqualTo("clean room.jpg");
        assertThat(list.body().at("/items/0/source").asText()).isEqualTo("Site camera 4");
        assertThat(list.body().at("/items/0/capturedAt").asText()).isEqualTo("2026-03-31T09:00:00.000000Z");
        assertThat(list.body().at("/items/0/reused").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("D-47: a file is called what it was uploaded as, and stored as what it is")
    void a_file_keeps_the_name_that_it_was_uploaded_with() {
        UUID project = desk.project();
        UUID milestone = desk.planned(project).id();
        desk.claimed(milestone);
        byte[] named = photo(100);
        byte[] unnamed = photo(100);

        desk.shown(milestone, named, "name", "Procès-verbal.jpeg");
        desk.shown(milestone, unnamed);

        Reply list = desk.service.get(VERIFIER, "/projects/" + project + "/evidence");
        assertThat(list.body().at("/items/0/name").asText()).isEqualTo("Procès-verbal.jpeg");
        assertThat(list.body().at("/items/1/name").asText()).isEqualTo("a.html");
        assertThat(list.body().at("/items/1/milestoneId").asText()).isEqualTo(milestone.toString());
        assertThat(disposition(named))
                .isEqualTo("attachment; filename=\"Proc_s-verbal.jpeg\"; filename*=UTF-8''Proc%C3%A8s-verbal.jpeg");
        assertThat(disposition(unnamed)).isEqualTo("attachment; filename=\"a.html.jpg\"");
    }

    private static String disposition(byte[] content) {
        return desk.service
                .download(VERIFIER, "/evidence/" + Forms.sha256(content))
                .headers()
                .firstValue("content-disposition")
                .orElseThrow();
    }

    @Test
    void another_file_than_was_announced_is_refused_and_not_kept() {
        UUID milestone = claimed();
        byte[] content = photo(100);

        Reply refused = desk.submit(REPORTER, milestone, content, "sha256", "0".repeat(64));

        assertRefused(refused, 422, "hash-mismatch");
        assertThat(refused.text("detail")).contains(Forms.sha256(content));
        assertThat(folder().resolve(Forms.sha256(content))).doesNotExist();
        assertThat(desk.read(milestone).text("state")).isEqualTo("CLAIMED");
    }

    @Test
    void what_stands_in_the_way_is_told_before_another_file_than_was_announced() {
        UUID milestone = desk.planned(desk.project()).id();

        assertRefused(desk.submit(REPORTER, milestone, photo(100), "sha256", "0".repeat(64)), 409, "invalid-state");
    }

    @Test
    @DisplayName("D-47: the same file at another milestone is a warning")
    void a_file_that_shows_another_milestone_too_is_told() {
        UUID first = claimed();
        UUID second = claimed();
        byte[] content = photo(100);
        desk.shown(first, content);

        Reply reused = desk.shown(second, content);
        Reply again = desk.shown(first, photo(100));

        assertThat(reused.body().get("warnings").toString()).isEqualTo("[\"evidence-reused\"]");
        assertThat(again.body().get("warnings")).isEmpty();
        for (UUID milestone : List.of(first, second)) {
            assertThat(desk.service
                            .get(VERIFIER, "/milestones/" + milestone + "/evidence")
                            .body()
                            .at("/items/0/reused")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void several_pieces_come_one_by_one_and_stay_when_their_claim_is_rejected() {
        UUID milestone = claimed();
        desk.shown(milestone, photo(100));
        desk.shown(milestone, photo(200));
        Reply rejected = desk.moved(VERIFIER, milestone, "rejection", "{\"reason\": \"Blurred.\"}");
        desk.claimed(milestone);
        Reply shown = desk.shown(milestone, photo(300));

        assertThat(rejected.body().get("evidence")).isEmpty();
        assertThat(shown.body().get("evidence")).hasSize(1);
        Reply all = desk.service.get(MANAGER, "/milestones/" + milestone + "/evidence");
        assertThat(all.body().get("items")).hasSize(3);
        Reply csv = desk.service.get(MANAGER, "/milestones/" + milestone + "/evidence", "Accept", "text/csv");
        assertThat(csv.raw().body().lines()).hasSize(4);
    }

    @Test
    void sent_twice_under_one_key_it_is_submitted_once() {
        UUID milestone = claimed();
        byte[] form = Forms.form(photo(100), "kind", "PHOTO");
        String path = "/milestones/" + milestone + "/evidence";

        Reply first = desk.service.send(REPORTER, "POST", path, Forms.TYPE, form, "Idempotency-Key", "shown");
        Reply again = desk.service.send(REPORTER, "POST", path, Forms.TYPE, form, "Idempotency-Key", "shown");

        assertThat(first.status()).as(first.raw().body()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(desk.service.get(MANAGER, path).body().get("items")).hasSize(1);
    }

    @Test
    void what_is_wrong_with_a_form_is_told_at_once() {
        UUID milestone = claimed();

        Reply refused = desk.service.send(
                REPORTER,
                "POST",
                "/milestones/" + milestone + "/evidence",
                Forms.TYPE,
                Forms.formOf("kind", "RUMOUR", "sha256", "x", "capturedAt", "yesterday", "colour", "red"));

        assertRefused(refused, 422, "validation");
        assertThat(errors(refused))
                .containsExactlyInAnyOrder(
                        "/file required",
                        "/kind not-one-of",
                        "/sha256 not-a-sha256",
                        "/capturedAt not-an-instant",
                        "/colour unknown-field");
        assertThat(errors(desk.submit(REPORTER, milestone, new byte[] {'M', 'Z', (byte) 0x90, 0})))
                .containsExactly("/file is-a-program");
    }

    @Test
    void what_no_row_names_is_dropped_and_what_one_names_stays() throws IOException {
        UUID milestone = claimed();
        byte[] named = photo(100);
        desk.shown(milestone, named);
        Path unnamed = folder().resolve(Forms.sha256(Forms.bytes("kept and never named")));
        Files.writeString(unnamed, "kept and never named");

        desk.service.bean(KeptFiles.class).dropUnnamed(new SystemClock().now().plusSeconds(60));

        assertThat(unnamed).doesNotExist();
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files).contains(folder().resolve(Forms.sha256(named)));
        }
    }
}
