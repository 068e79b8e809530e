package tranche.commitments.document;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.document.DocumentFixtures.FORM;
import static tranche.commitments.document.DocumentFixtures.about;
import static tranche.commitments.document.DocumentFixtures.bytes;
import static tranche.commitments.document.DocumentFixtures.form;
import static tranche.commitments.document.DocumentFixtures.formOf;
import static tranche.commitments.document.DocumentFixtures.sha256;
import static tranche.commitments.document.Shelf.MANAGER;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Files: kept by whoever manages what they are about, read by whoever may see it, never shown as what they claim to be. */
class DocumentTest {

    private static final Actor AUDITOR = CommitmentsProcess.anybody(Role.AUDITOR);

    @TempDir
    private static Path data;

    private static Shelf shelf;

    @BeforeAll
    static void start() throws IOException {
        shelf = new Shelf(data);
    }

    @AfterAll
    static void stop() {
        shelf.close();
    }

    /** A PDF of some length that no other test has. */
    private static byte[] pdf(int length) {
        byte[] content = new byte[length];
        new Random().nextBytes(content);
        System.arraycopy(bytes("%PDF-1.7\n"), 0, content, 0, 9);
        return content;
    }

    private static Reply post(Actor actor, byte[] form, String... headers) {
        return shelf.service.send(actor, "POST", "/documents", FORM, form, headers);
    }

    private static Reply read(Actor actor, byte[] content) {
        return shelf.service.get(actor, "/documents/" + sha256(content));
    }

    private static List<String> errors(Reply refused) {
        List<String> errors = new ArrayList<>();
        refused.body()
                .path("errors")
                .forEach(error -> errors.add(
                        error.get("pointer").asText() + " " + error.get("code").asText()));
        return errors;
    }

    private static void assertRefused(Reply refused, int status, String code) {
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(status);
        assertThat(refused.text("type")).endsWith("/problems/" + code);
    }

    @Test
    void a_file_is_kept_under_its_hash_and_given_back_byte_for_byte() throws IOException {
        UUID commitment = shelf.commitment(shelf.fund(), shelf.investor());
        byte[] content = pdf(3 << 20);
        String path = "/documents/" + sha256(content);

        Reply made = shelf.add(content, "commitmentId", commitment);

        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(made.text("sha256")).isEqualTo(sha256(content));
        assertThat(made.body().get("size").asInt()).isEqualTo(content.length);
        assertThat(made.text("contentType")).isEqualTo("application/pdf");
        assertThat(made.text("kind")).isEqualTo("subscription-agreement");
        assertThat(made.body().get("about").toString()).isEqualTo("{\"commitmentId\":\"" + commitment + "\"}");
        assertThat(made.text("addedBy")).isEqualTo(MANAGER.account().toString());
        assertThat(made.header("Location")).isEqualTo("/api/v1" + path);
        HttpResponse<byte[]> read = shelf.service.download(MANAGER, path);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(content);
        assertThat(read.headers().map())
                .containsEntry("content-type", List.of("application/pdf"))
                .containsEntry("content-length", List.of(Integer.toString(content.length)))
                .containsEntry("content-disposition", List.of("attachment; filename=\"" + sha256(content) + ".pdf\""))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("etag", List.of(made.header("ETag")));
        assertThat(Files.readAllBytes(shelf.folder().resolve(sha256(content)))).isEqualTo(content);
    }

    @Test
    void a_commitment_is_submitted_with_a_file_that_comes_before_or_after() {
        UUID commitment = shelf.commitment(shelf.fund(), shelf.investor());
        byte[] before = pdf(100);
        byte[] after = pdf(100);
        shelf.add(before, "commitmentId", commitment);

        Reply submitted = shelf.service.post(
                MANAGER,
                "/commitments/" + commitment + "/submission",
                "{\"signatory\": \"A. Nyone\", \"documents\": [{\"name\": \"a\", \"sha256\": \"" + sha256(before)
                        + "\"}, {\"name\": \"b\", \"sha256\": \"" + sha256(after) + "\"}]}");

        assertThat(submitted.status()).as(submitted.raw().body()).isEqualTo(200);
        assertThat(shelf.add(after, "commitmentId", commitment).status()).isEqualTo(201);
    }

    @Test
    void the_same_bytes_about_the_same_object_are_there_already() throws IOException {
        UUID fund = shelf.fund();
        byte[] content = pdf(1_000);
        Reply made = shelf.add(content, "fundId", fund);
        long files = shelf.files();
        long rows = shelf.rows();

        Reply again = shelf.add(content, "fundId", fund);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(shelf.rows()).isEqualTo(rows);
        assertThat(shelf.add(content, "fundId", shelf.fund()).status()).isEqualTo(201);
        assertThat(shelf.rows()).isEqualTo(rows + 1);
        assertThat(shelf.files()).isEqualTo(files);
    }

    @Test
    void a_key_gives_the_first_answer_again_and_takes_no_other_body() {
        UUID fund = shelf.fund();
        byte[] content = pdf(200_000);

        Reply first = shelf.add(content, "fundId", fund, "Idempotency-Key", "document");
        Reply again = shelf.add(content, "fundId", fund, "Idempotency-Key", "document");
        content[content.length - 1]++;
        Reply other = shelf.add(content, "fundId", fund, "Idempotency-Key", "document");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertRefused(other, 422, "idempotency-key-reused");
        assertThat(read(MANAGER, content).status()).isEqualTo(404);
    }

    @Test
    void a_file_is_what_its_bytes_say_whatever_it_is_called() {
        UUID fund = shelf.fund();
        byte[] page = bytes("<script>alert('" + UUID.randomUUID() + "')</script>");
        byte[] table = bytes("name,amount\nBank " + UUID.randomUUID() + ",1.00\n");

        assertThat(shelf.add(page, "fundId", fund).text("contentType")).isEqualTo("text/plain");
        assertThat(shelf.add(table, "fundId", fund).text("contentType")).isEqualTo("text/csv");

        assertThat(read(MANAGER, page).header("Content-Type")).startsWith("text/plain");
        assertThat(read(MANAGER, page).header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + sha256(page) + ".txt\"");
    }

    @Test
    void a_program_is_no_document() throws IOException {
        long files = shelf.files();

        Reply refused = shelf.add(bytes("\u007fELF\u0002\u0001\u0001\0"), "fundId", shelf.fund());

        assertThat(errors(refused)).containsExactly("/file is-a-program");
        assertThat(shelf.files()).isEqualTo(files);
    }

    @Test
    void a_file_is_read_by_whoever_may_see_what_it_is_about() {
        UUID fund = shelf.fund();
        UUID own = shelf.investor();
        UUID other = shelf.investor();
        shelf.commitment(fund, own);
        UUID theirs = shelf.commitment(fund, other);
        byte[] ofThem = pdf(100);
        byte[] ofTheirs = pdf(100);
        byte[] ofAll = pdf(100);
        shelf.add(ofTheirs, "commitmentId", theirs);
        shelf.add(ofThem, "investorId", other);
        shelf.add(ofAll, "fundId", fund);
        Actor investor = CommitmentsProcess.with(Role.INVESTOR, Scope.ofInvestor(own));
        Actor staff = CommitmentsProcess.with(Role.APPROVER, Scope.ofFund(shelf.programme, fund));
        Actor elsewhere = CommitmentsProcess.with(Role.AUDITOR, Scope.ofFund(shelf.programme, shelf.fund()));

        assertThat(read(investor, ofAll).status()).isEqualTo(200);
        assertThat(read(CommitmentsProcess.with(Role.INVESTOR, Scope.ofInvestor(other)), ofThem)
                        .status())
                .isEqualTo(200);
        Reply hidden = read(investor, ofTheirs);
        Reply absent = shelf.service.get(investor, "/documents/" + "0".repeat(64));
        assertRefused(hidden, 404, "not-found");
        assertThat(hidden.body()).isEqualTo(absent.body());
        assertRefused(read(investor, ofThem), 404, "not-found");
        for (byte[] each : List.of(ofThem, ofTheirs, ofAll)) {
            assertThat(read(staff, each).status()).isEqualTo(200);
            assertRefused(read(elsewhere, each), 404, "not-found");
            assertRefused(read(CommitmentsProcess.anybody(Role.ADMIN), each), 404, "not-found");
            assertRefused(read(CommitmentsProcess.anybody(Role.STAKEHOLDER), each), 404, "not-found");
        }

        // The same bytes about something of one's own are one's own.
        shelf.add(ofTheirs, "investorId", own);
        assertThat(read(investor, ofTheirs).status()).isEqualTo(200);
    }

    @Test
    void no_other_name_is_the_name_of_a_file() throws IOException {
        Files.writeString(data.resolve("secret"), "x");

        for (String name : List.of("..%2f..%2fsecret", "secret", "A".repeat(64), "0".repeat(63), "0".repeat(65))) {
            assertRefused(shelf.service.get(MANAGER, "/documents/" + name), 404, "not-found");
        }
    }

    @Test
    void a_file_is_kept_by_a_manager_of_what_it_is_about() throws IOException {
        UUID fund = shelf.fund();
        UUID own = shelf.investor();
        shelf.commitment(fund, own);
        byte[] form = form(pdf(100), "kind", "k", "about", about("fundId", fund));
        byte[] wrong = form(pdf(100), "about", about("investorId", own));
        long files = shelf.files();
        Scope ofFund = Scope.ofFund(shelf.programme, fund);

        for (Role role : List.of(Role.APPROVER, Role.AUDITOR, Role.ADMIN, Role.STAKEHOLDER, Role.VERIFIER)) {
            assertRefused(post(CommitmentsProcess.with(role, ofFund), form), 403, "forbidden");
        }
        Actor investor = CommitmentsProcess.with(Role.INVESTOR, Scope.ofInvestor(own));
        assertRefused(post(investor, form), 403, "forbidden");
        // All of its funds rely on an investor: a manager of one of them adds nothing to it, whatever else is wrong.
        assertRefused(post(CommitmentsProcess.with(Role.FUND_MANAGER, ofFund), wrong), 403, "forbidden");
        Actor elsewhere = CommitmentsProcess.with(Role.FUND_MANAGER, Scope.ofFund(shelf.programme, shelf.fund()));
        assertThat(errors(post(elsewhere, form))).containsExactly("/about/fundId unknown-reference");
        assertThat(shelf.files()).isEqualTo(files);
        assertThat(post(CommitmentsProcess.with(Role.FUND_MANAGER, ofFund), form)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void all_that_is_wrong_with_a_form_is_told_at_once() {
        UUID fund = shelf.fund();
        UUID unknown = UUID.randomUUID();
        String two = "{\"fundId\": \"" + fund + "\", \"investorId\": \"" + shelf.investor() + "\"}";

        assertThat(errors(post(MANAGER, formOf("colour", "red", "about", "{\"fundId\": \"x\"}"))))
                .containsExactlyInAnyOrder(
                        "/file required", "/kind required", "/about/fundId not-a-uuid", "/colour unknown-field");
        assertThat(errors(post(MANAGER, form(pdf(9), "kind", " ", "about", two))))
                .containsExactly("/kind blank", "/about not-one-of");
        assertThat(errors(post(MANAGER, form(pdf(9), "kind", "k".repeat(61), "about", "{\"fundId\": null}"))))
                .containsExactly("/kind too-long", "/about not-one-of");
        assertThat(errors(post(MANAGER, form(pdf(9), "kind", "k", "about", fund.toString()))))
                .containsExactly("/about wrong-type");
        assertThat(errors(post(MANAGER, form(pdf(9), "kind", "k")))).containsExactly("/about required");
        assertThat(errors(post(MANAGER, form(pdf(9), "kind", "k", "about", about("commitmentId", unknown)))))
                .containsExactly("/about/commitmentId unknown-reference");
    }

    @Test
    void what_is_no_form_is_not_taken() {
        assertRefused(shelf.service.post(MANAGER, "/documents", "{}"), 415, "unsupported-media-type");
        assertRefused(post(MANAGER, bytes("neither")), 400, "malformed");
        assertRefused(post(AUDITOR, bytes("neither")), 403, "forbidden");
    }

    @Test
    void a_body_of_64_mebibytes_is_taken_and_a_longer_one_is_not() throws IOException {
        UUID fund = shelf.fund();
        String[] texts = {"kind", "k", "about", about("fundId", fund)};
        int most = (64 << 20) - form(new byte[0], texts).length;
        long rows = shelf.rows();
        long files = shelf.files();

        byte[] longer = form(pdf(most + 1), texts);

        assertRefused(post(MANAGER, longer), 413, "too-large");
        assertRefused(shelf.service.sendInPieces(MANAGER, "/documents", FORM, longer), 413, "too-large");
        assertThat(shelf.rows()).isEqualTo(rows);
        assertThat(shelf.files()).isEqualTo(files);
        assertThat(post(MANAGER, form(pdf(most), texts)).status()).isEqualTo(201);
        assertThat(shelf.service
                        .sendInPieces(MANAGER, "/documents", FORM, form(pdf(most), texts))
                        .status())
                .isEqualTo(201);
    }
}
