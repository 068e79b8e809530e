package tranche.commitments.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.AUDITOR;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.today;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.drawdown.CallDesk;
import tranche.commitments.drawdown.CallDesk.Fund;
import tranche.commitments.notice.jobs.NoticeKeyJob;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

@DisplayName("§8.1: the notice of an issued line")
class NoticeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;
    private static CallDesk desk;

    @BeforeAll
    static void start() throws IOException {
        service = new CommitmentsProcess(data);
        desk = new CallDesk(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Reply account(Fund fund) {
        return account(fund, "DE89370400440532013000", "COBADEFF");
    }

    private static Reply account(Fund fund, String iban, String bic) {
        Reply proposed = desk.made(
                MANAGER,
                "/funds/" + fund.id() + "/bank-accounts",
                "{'holder': 'Fab Fund I', 'iban': '" + iban + "', 'bic': '" + bic + "', 'currency': 'USD'}");
        return desk.done(
                APPROVER,
                "/bank-accounts/" + proposed.id() + "/approval",
                "{'contentHash': '" + proposed.text("contentHash") + "'}");
    }

    private static Actor investor(Fund fund, int place) {
        return CommitmentsProcess.with(
                Role.INVESTOR, Scope.ofInvestor(fund.investors().get(place)));
    }

    private static String path(Reply call, UUID investor) {
        for (JsonNode line : call.body().get("lines")) {
            if (line.get("investorId").asText().equals(investor.toString())) {
                return "/capital-calls/" + call.id() + "/lines/"
                        + line.get("id").asText() + "/notice";
            }
        }
        throw new AssertionError("no line of " + investor);
    }

    private static HttpResponse<byte[]> got(Actor actor, String path, String... headers) {
        return service.download(actor, path, headers);
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static JsonNode check(byte[] file) throws NoSuchAlgorithmException {
        Reply reply = service.get(AUDITOR, "/notices/" + sha256(file));
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    @Test
    void is_signed_at_the_issue_and_says_what_to_pay_and_where() throws Exception {
        Fund fund = desk.fund(0, "200.00", "100.00");
        Reply account = account(fund);
        Reply call = desk.issued(fund, today(), "INVESTMENT", "30.00", "FEE", "3.00");
        Actor investor = investor(fund, 0);
        String path = path(call, fund.investors().getFirst());

        HttpResponse<byte[]> answer = got(investor, path, "Accept", JSON_TYPE);

        JsonNode content = JSON.readTree(answer.body());
        assertThat(content.at("/total/investor/value").asText()).isEqualTo("22.00");
        assertThat(content.at("/total/fund/value").asText()).isEqualTo("33.00");
        assertThat(content.at("/components/0/type").asText()).isEqualTo("CALL_INVESTMENT");
        assertThat(content.at("/components/0/amount/value").asText()).isEqualTo("20.00");
        assertThat(content.at("/components/1/type").asText()).isEqualTo("CALL_MGMT_FEE");
        assertThat(content.at("/components/1/fundTotal/value").asText()).isEqualTo("3.00");
        assertThat(content.at("/commitment/amount/value").asText()).isEqualTo("200.00");
        assertThat(content.at("/commitment/before/uncalled/value").asText()).isEqualTo("200.00");
        assertThat(content.at("/commitment/after/called/value").asText()).isEqualTo("22.00");
        assertThat(content.at("/commitment/after/uncalled/value").asText()).isEqualTo("178.00");
        assertThat(content.at("/payment/iban").asText()).isEqualTo("DE89370400440532013000");
        assertThat(content.at("/payment/fingerprint").asText()).isEqualTo(account.text("fingerprint"));
        JsonNode told = service.get(AUDITOR, "/audit/events?type=CallLineIssued&aggregateId=" + call.id())
                .body()
                .at("/items/0/data");
        assertThat(told.get("fingerprint").asText()).as("told with the line").isEqualTo(account.text("fingerprint"));
        assertThat(told.get("callReference").asText()).isEqualTo(call.text("reference"));
        assertThat(content.at("/payment/noticesBefore").asInt()).isZero();
        assertThat(content.at("/call/contentHash").asText()).isEqualTo(call.text("contentHash"));
        assertThat(content.at("/dueDate").asText()).isEqualTo(today().toString());
        JsonNode last = lastEntry(fund);
        assertThat(content.at("/journal/hash").asText())
                .isEqualTo(last.get("hash").asText());
        assertThat(content.at("/journal/sequence").asLong())
                .isEqualTo(last.get("sequence").asLong());
        JsonNode jwks = service.jwks();
        String signature = answer.headers().firstValue("Tranche-Signature").orElseThrow();
        assertThat(Signatures.isGood(jwks, answer.body(), signature)).isTrue();
        byte[] changed = new String(answer.body(), StandardCharsets.UTF_8)
                .replace("22.00", "23.00")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Signatures.isGood(jwks, changed, signature)).isFalse();
        assertThat(check(answer.body()).get("state").asText()).isEqualTo("GENUINE");
        assertThat(check(changed).get("state").asText()).isEqualTo("UNKNOWN");
        assertThat(got(investor, path, "Accept", JSON_TYPE).body()).isEqualTo(answer.body());
    }

    @Test
    @DisplayName("§2.2: says of an account that took another one's place since when it holds, and which was before it")
    void names_the_account_before_the_one_to_pay_to() throws Exception {
        Fund fund = desk.fund(0, "200.00", "100.00");
        Reply first = account(fund);
        Reply before = desk.issued(fund, today(), "INVESTMENT", "30.00");
        Reply second = account(fund, "GB82WEST12345698765432", "WESTGB2LXXX");
        desk.change(
                "update bank_account set effective_from = recorded_at where bank_account_id = '" + second.id() + "'");
        Reply call = desk.issued(fund, today(), "INVESTMENT", "30.00");
        UUID investor = fund.investors().getFirst();

        JsonNode old = JSON.readTree(
                got(MANAGER, path(before, investor), "Accept", JSON_TYPE).body());
        JsonNode changed = JSON.readTree(
                got(MANAGER, path(call, investor), "Accept", JSON_TYPE).body());

        assertThat(old.at("/payment/before").isNull()).isTrue();
        assertThat(changed.at("/payment/fingerprint").asText()).isEqualTo(second.text("fingerprint"));
        assertThat(changed.at("/payment/before").asText()).isEqualTo(first.text("fingerprint"));
        assertThat(text(got(MANAGER, path(before, investor), "Accept-Language", "en")
                        .body()))
                .doesNotContain("The account was changed");
        byte[] english =
                got(MANAGER, path(call, investor), "Accept-Language", "en").body();
        byte[] french =
                got(MANAGER, path(call, investor), "Accept-Language", "fr").body();
        keepForLooking(english, "notice-changed-en.pdf");
        keepForLooking(french, "notice-changed-fr.pdf");
        assertThat(text(english).replaceAll("\\s+", " "))
                .contains("The account was changed: this one holds since")
                .contains("The one before it has the fingerprint " + first.text("fingerprint") + ".");
        assertThat(text(french).replaceAll("\\s+", " "))
                .contains("Le précédent a pour empreinte " + first.text("fingerprint") + ".");
        try (PDDocument document = Loader.loadPDF(french)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
    }

    private static JsonNode lastEntry(Fund fund) {
        JsonNode items = service.get(AUDITOR, "/journal?fundId=" + fund.id() + "&limit=500")
                .body()
                .get("items");
        JsonNode last = items.get(0);
        for (JsonNode item : items) {
            last = item.get("sequence").asLong() > last.get("sequence").asLong() ? item : last;
        }
        return last;
    }

    @Test
    @DisplayName("is a tagged PDF in the reader's language, the same bytes each time, with what was signed attached")
    void is_a_file_that_never_changes() throws Exception {
        Fund fund = desk.fund(0, "7000000000.00", "100.00");
        account(fund);
        desk.issued(fund, today(), "INVESTMENT", "70.00");
        Reply call = desk.issued(fund, today(), "INVESTMENT", "756000000.00");
        Actor investor = investor(fund, 0);
        String path = path(call, fund.investors().getFirst());

        HttpResponse<byte[]> french = got(investor, path, "Accept-Language", "fr-FR,fr;q=0.9");
        HttpResponse<byte[]> english = got(investor, path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(french.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(got(investor, path, "Accept-Language", "fr").body()).isEqualTo(french.body());
        assertThat(got(AUDITOR, path, "Accept-Language", "fr").body()).isEqualTo(french.body());
        assertThat(french.headers().firstValue("ETag")).contains("\"" + sha256(french.body()) + "\"");
        assertThat(check(french.body()).get("noticesBefore").asInt()).isEqualTo(1);
        keepForLooking(french.body(), "notice-fr.pdf");
        assertThat(text(english.body())).contains("Capital call notice", "DE89 3704 0044 0532 0130 00");
        try (PDDocument document = Loader.loadPDF(french.body())) {
            String text = text(french.body());
            assertThat(text)
                    .contains("Avis d’appel de fonds", "Compte à créditer", "Montant à verser")
                    .contains("DE89 3704 0044 0532 0130 00")
                    .contains("figure à l’identique sur votre avis précédent")
                    .doesNotContain("#");
            String amount = JSON.readTree(
                            got(investor, path, "Accept", JSON_TYPE).body())
                    .at("/total/investor/value")
                    .asText();
            assertThat(amount).startsWith("755999");
            assertThat(text).contains("755 999 989,20 USD");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Avis d’appel de fonds RF");
            assertThat(document.getDocumentCatalog().getDocumentOutline().children())
                    .hasSize(4);
            for (PDPage page : document.getPages()) {
                assertThat(Math.round(page.getMediaBox().getWidth())).isEqualTo(595);
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
            Map<String, PDComplexFileSpecification> files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            byte[] content = attached(files, "notice.json");
            byte[] signature = attached(files, "notice.json.jws");
            assertThat(content)
                    .isEqualTo(got(investor, path, "Accept", JSON_TYPE).body());
            assertThat(Signatures.isGood(service.jwks(), content, new String(signature, StandardCharsets.US_ASCII)))
                    .isTrue();
        }
    }

    /** For a look at it; the build leaves it in its folder. */
    private static void keepForLooking(byte[] pdf, String name) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/notices")).resolve(name), pdf);
    }

    private static byte[] attached(Map<String, PDComplexFileSpecification> files, String name) throws IOException {
        return Objects.requireNonNull(files.get(name), name).getEmbeddedFile().toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replace('\u202f', ' ');
        }
    }

    @Test
    @DisplayName("BK-01: names beside a changed account the one that held before, and until when")
    void says_beside_it_what_its_account_replaced() throws Exception {
        Fund fund = desk.fund(0, "200.00");
        UUID payer = fund.investors().getFirst();
        Reply first = account(fund);
        Reply issued = desk.issued(fund, today(), "INVESTMENT", "10.00");
        byte[] before = got(MANAGER, path(issued, payer), "Accept", JSON_TYPE).body();

        Reply second = account(fund, "DE75512108001245126199", "COBADEFF");
        byte[] warned = got(
                        MANAGER, path(desk.issued(fund, today(), "INVESTMENT", "11.00"), payer), "Accept", JSON_TYPE)
                .body();
        assertThat(check(warned).get("accountBefore").isNull())
                .as("the change does not hold yet")
                .isTrue();
        desk.change(
                "update bank_account set effective_from = recorded_at where bank_account_id = '" + second.id() + "'");
        byte[] after = got(MANAGER, path(desk.issued(fund, today(), "INVESTMENT", "12.00"), payer), "Accept", JSON_TYPE)
                .body();

        assertThat(check(before).get("accountBefore").isNull()).isTrue();
        JsonNode changed = check(after);
        assertThat(changed.get("fingerprint").asText()).isEqualTo(second.text("fingerprint"));
        assertThat(changed.at("/accountBefore/fingerprint").asText()).isEqualTo(first.text("fingerprint"));
        assertThat(changed.at("/accountBefore/until").asText()).isEqualTo(second.text("recordedAt"));
        assertThat(changed.get("state").asText()).isEqualTo("GENUINE");
    }

    @Test
    @DisplayName("R11: is given to whoever may see the line and to nobody else, and not before the issue")
    void is_given_to_whoever_may_see_the_line() {
        Fund fund = desk.fund(0, "200.00", "100.00");
        Reply draft = desk.drafted(fund, today(), "INVESTMENT", "30.00");
        String before = path(draft, fund.investors().getFirst());
        desk.refused(409, "invalid-state", service.get(MANAGER, before));
        desk.refused(404, "not-found", service.get(investor(fund, 0), before));

        desk.approved(draft);
        desk.done(MANAGER, "/capital-calls/" + draft.id() + "/issue", "");

        assertThat(got(investor(fund, 0), before).statusCode()).isEqualTo(200);
        assertThat(got(MANAGER, before).statusCode()).isEqualTo(200);
        desk.refused(404, "not-found", service.get(investor(fund, 1), before));
        desk.refused(
                404,
                "not-found",
                service.get(MANAGER, "/capital-calls/" + draft.id() + "/lines/" + UUID.randomUUID() + "/notice"));
        Reply other = desk.issued(fund, today(), "INVESTMENT", "30.00");
        String ofOther = path(other, fund.investors().getFirst())
                .replace(other.id().toString(), draft.id().toString());
        desk.refused(404, "not-found", service.get(MANAGER, ofOther));
        desk.refused(406, "not-acceptable", service.get(MANAGER, before, "Accept", "image/png"));
        assertThat(service.sendWithout("GET", before).status()).isEqualTo(401);
    }

    @Test
    @DisplayName(
            "D-3: a call that is taken back changes no byte of its notices; the answer says that they are withdrawn")
    void says_beside_it_that_it_is_withdrawn() throws Exception {
        Fund fund = desk.fund(0, "100.00");
        Reply call = desk.issued(fund, today(), "INVESTMENT", "10.00");
        String path = path(call, fund.investors().getFirst());
        HttpResponse<byte[]> json = got(MANAGER, path, "Accept", JSON_TYPE);
        HttpResponse<byte[]> pdf = got(MANAGER, path);
        assertThat(json.headers().firstValue("Tranche-Notice-State")).contains("GENUINE");
        assertThat(JSON.readTree(json.body()).get("payment").isNull()).isTrue();
        assertThat(text(pdf.body())).contains("The instructions follow");

        Reply proposed = desk.send(MANAGER, "/capital-calls/" + call.id() + "/reversal", "{'reason': 'wrong'}");
        desk.done(
                APPROVER,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{'contentHash': '" + proposed.text("contentHash") + "'}");

        HttpResponse<byte[]> after = got(MANAGER, path, "Accept", JSON_TYPE);
        assertThat(after.headers().firstValue("Tranche-Notice-State")).contains("WITHDRAWN");
        assertThat(after.body()).isEqualTo(json.body());
        assertThat(got(MANAGER, path).body()).isEqualTo(pdf.body());
        JsonNode checked = check(pdf.body());
        assertThat(checked.get("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(checked.get("withdrawnAt").isNull()).isFalse();
        assertThat(checked.get("fingerprint").isNull()).isTrue();
        desk.refused(404, "not-found", service.get(MANAGER, "/notices/" + "A".repeat(64)));
    }

    @Test
    void is_signed_with_a_key_that_its_owner_alone_reads_and_that_is_told_of_once() throws Exception {
        Path file = data.resolve("commitments-notices.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(service.jwks().toString()).doesNotContain("\"d\"");

        NoticeKeyJob job = service.bean(NoticeKeyJob.class);
        job.work();
        job.work();

        JsonNode events = service.get(AUDITOR, "/audit/events?type=NoticeKeyPublished")
                .body()
                .get("items");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).toString())
                .contains(service.jwks().at("/keys/0/kid").asText())
                .doesNotContain(JSON.readTree(Files.readString(file)).get("d").asText());
    }
}
