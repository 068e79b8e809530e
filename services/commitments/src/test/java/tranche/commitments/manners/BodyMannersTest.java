package tranche.commitments.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.manners.Desk.AUDITOR;
import static tranche.commitments.manners.Desk.MANAGER;
import static tranche.commitments.manners.Desk.assertRefused;
import static tranche.commitments.manners.Desk.draftBody;
import static tranche.commitments.manners.Desk.errors;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.commitments.CommitmentsProcess.Reply;

/** What a body must be to be read, and what its sender is told of one that is not. */
class BodyMannersTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private static Path data;

    private static Desk desk;
    private static UUID fund;
    private static UUID investor;

    @BeforeAll
    static void start() throws IOException {
        desk = new Desk(data);
        fund = desk.fund();
        investor = desk.investor();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Reply drafted(String money) {
        return desk.service.post(MANAGER, "/commitments", draftBody(fund, investor, money, ""));
    }

    private static String usd(String value) {
        return "{\"value\": \"" + value + "\", \"currency\": \"USD\"}";
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12.00",
        "12.5, 12.50",
        "0.01, 0.01",
        "0012.00, 12.00",
        "9999999999999999999999999999999999, 9999999999999999999999999999999999.00"
    })
    void money_is_answered_with_exactly_the_currency_s_decimals(String given, String answered) {
        assertThat(drafted(usd(given)).body().at("/amount/value").asText()).isEqualTo(answered);
    }

    @ParameterizedTest
    @CsvSource({
        "1e3, not-a-decimal",
        "' 1', not-a-decimal",
        "'1 000', not-a-decimal",
        "'1,000', not-a-decimal",
        "+1, not-a-decimal",
        "1., not-a-decimal",
        ".5, not-a-decimal",
        "'', not-a-decimal",
        "NaN, not-a-decimal",
        "0x10, not-a-decimal",
        "\u0661, not-a-decimal",
        "12.001, too-many-decimals",
        "12.000, too-many-decimals",
        "10000000000000000000000000000000000, too-many-digits",
        "-1, not-positive",
        "0, not-positive"
    })
    void a_text_that_is_no_amount_is_refused_at_its_pointer(String given, String code) {
        Reply refused = drafted(usd(given));

        assertRefused(refused, 422, "validation");
        assertThat(errors(refused)).containsExactly("/amount/value " + code);
    }

    @Test
    void the_decimals_are_those_of_the_currency() {
        UUID yen = desk.made(
                        "/funds",
                        desk.fundBody("Yen").replace("\"baseCurrency\": \"USD\"", "\"baseCurrency\": \"JPY\""))
                .id();

        Reply whole = desk.service.post(
                MANAGER, "/commitments", draftBody(yen, investor, "{\"value\": \"1250\", \"currency\": \"JPY\"}", ""));
        Reply broken = desk.service.post(
                MANAGER,
                "/commitments",
                draftBody(yen, investor, "{\"value\": \"1250.0\", \"currency\": \"JPY\"}", ""));

        assertThat(whole.body().at("/amount/value").asText()).isEqualTo("1250");
        assertThat(errors(broken)).containsExactly("/amount/value too-many-decimals");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | /amount wrong-type",
                "\"12\" | /amount wrong-type",
                "{\"value\": 12, \"currency\": \"USD\"} | /amount/value wrong-type",
                "{\"value\": \"12\", \"currency\": \"XXX\"} | /amount/currency unknown-currency",
                "{\"value\": \"12\", \"currency\": \"usd\"} | /amount/currency unknown-currency",
                "{\"value\": \"12\"} | /amount/currency required",
                "{\"value\": \"12\", \"currency\": \"USD\", \"unit\": \"m\"} | /amount/unit unknown-field",
                "null | /amount required"
            })
    void an_amount_is_a_value_and_a_currency_and_nothing_else(String given, String error) {
        assertThat(errors(drafted(given))).containsExactly(error);
    }

    @Test
    void all_that_is_wrong_is_told_at_once_in_the_reader_s_language() {
        String body = "{\"fundId\": 7, \"investorId\": \"x\", \"amount\": " + usd("1.001")
                + ", \"effectiveDate\": \"2026-02-30\", \"effectiveDatePrecision\": \"WEEK\", \"a/b~c\": 1}";

        Reply refused = desk.service.post(MANAGER, "/commitments", body);
        Reply refuse = desk.service.post(MANAGER, "/commitments", body, "Accept-Language", "fr-CA, en;q=0.5");

        assertRefused(refused, 422, "validation");
        assertThat(errors(refused))
                .containsExactlyInAnyOrder(
                        "/fundId wrong-type",
                        "/investorId not-a-uuid",
                        "/amount/value too-many-decimals",
                        "/effectiveDate not-a-date",
                        "/effectiveDatePrecision not-one-of",
                        "/a~1b~0c unknown-field");
        assertThat(errors(refuse)).isEqualTo(errors(refused));
        assertThat(refuse.header("Content-Language")).isEqualTo("fr");
        assertThat(refused.header("Content-Language")).isEqualTo("en");
        for (int i = 0; i < errors(refused).size(); i++) {
            String at = "/errors/" + i + "/detail";
            assertThat(refuse.body().at(at).asText())
                    .isNotEmpty()
                    .isNotEqualTo(refused.body().at(at).asText());
        }
        assertThat(refuse.text("title")).isNotEqualTo(refused.text("title"));
        assertThat(refuse.text("remedy")).isNotEqualTo(refused.text("remedy"));
    }

    @Test
    void what_a_body_names_and_is_not_there_is_told_at_its_pointer() {
        UUID nobody = UUID.randomUUID();

        assertThat(errors(desk.service.post(MANAGER, "/commitments", draftBody(nobody, investor, "1.00"))))
                .containsExactly("/fundId unknown-reference");
        assertThat(errors(desk.service.post(MANAGER, "/commitments", draftBody(fund, nobody, "1.00"))))
                .containsExactly("/investorId unknown-reference");
        assertThat(errors(desk.service.post(
                        MANAGER, "/funds", desk.fundBody("F").replace(desk.programme.toString(), nobody.toString()))))
                .containsExactly("/programmeId unknown-reference");
        assertThat(errors(desk.service.post(MANAGER, "/commitments", draftBody(nobody, nobody, "1.00"))))
                .containsExactly("/fundId unknown-reference", "/investorId unknown-reference");
    }

    @Test
    void what_is_not_there_is_told_beside_what_is_wrong() {
        UUID nobody = UUID.randomUUID();

        Reply both = desk.service.post(MANAGER, "/commitments", draftBody(nobody, nobody, usd("-1"), ""));
        Reply there = desk.service.post(MANAGER, "/commitments", draftBody(fund, investor, usd("-1"), ""));

        assertRefused(both, 422, "validation");
        assertThat(errors(both))
                .containsExactlyInAnyOrder(
                        "/amount/value not-positive", "/fundId unknown-reference", "/investorId unknown-reference");
        assertThat(errors(there)).containsExactly("/amount/value not-positive");
        assertRefused(
                desk.service.post(AUDITOR, "/commitments", draftBody(nobody, nobody, usd("-1"), "")), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "/funds, programmeId",
        "/commitments, fundId",
        "/commitments, investorId",
        "/commitments/take-on, fundId",
        "/tranches, fundId",
        "/capital-calls, fundId",
        "/receipts, fundId",
        "/investments, fundId"
    })
    void a_body_with_nothing_but_a_reference_to_nothing_is_told_both(String collection, String field) {
        Reply refused = desk.service.post(
                MANAGER,
                collection,
                "{\"" + field + "\": \"" + UUID.randomUUID() + "\"}",
                "Idempotency-Key",
                UUID.randomUUID().toString());

        assertRefused(refused, 422, "validation");
        assertThat(errors(refused)).contains("/" + field + " unknown-reference").hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "no",
                "{\"name\": \"a\"} {}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{'name': 'a'}",
                "\u0000"
            })
    void what_is_not_json_is_malformed(String body) {
        assertRefused(desk.service.post(MANAGER, "/investors", body), 400, "malformed");
    }

    @Test
    void what_is_not_utf_8_is_malformed() {
        byte[] latin = "{\"name\": \"Crédit\", \"kind\": \"OTHER\", \"country\": \"FR\"}"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(desk.service.send(MANAGER, "POST", "/investors", latin), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "null"})
    void json_that_is_no_object_is_a_wrong_type(String body) {
        assertThat(errors(desk.service.post(MANAGER, "/investors", body))).containsExactly(" wrong-type");
    }

    @Test
    void a_packed_body_is_not_unpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("{\"name\": \"P\", \"headlineCurrency\": \"USD\"}".getBytes(StandardCharsets.UTF_8));
        }

        Reply refused =
                desk.service.send(MANAGER, "POST", "/programmes", packed.toByteArray(), "Content-Encoding", "gzip");

        assertRefused(refused, 415, "unsupported-media-type");
    }

    @Test
    void a_name_that_nobody_sees_is_blank() {
        Reply refused = desk.service.post(
                MANAGER, "/programmes", "{\"name\": \"\u200b\u200b\", \"headlineCurrency\": \"USD\"}");

        assertThat(errors(refused)).containsExactly("/name blank");
    }

    @Test
    void a_body_has_at_most_a_mebibyte() {
        String start = "{\"name\": \"I\", \"kind\": \"OTHER\", \"country\": \"FR\"";
        String most = start + " ".repeat(MEBIBYTE - start.length() - 1) + "}";

        assertThat(desk.service.post(MANAGER, "/investors", most).status()).isEqualTo(201);
        assertRefused(desk.service.post(MANAGER, "/investors", " " + most), 413, "too-large");
    }

    @Test
    void a_form_is_no_body_of_this_api() {
        Reply refused =
                desk.service.post(MANAGER, "/investors", "name=I", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(refused.status()).isIn(400, 415);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "Crédit Agricole\u202E, unfit-character",
        "'  ', blank",
        "tab\tin the name, unfit-character",
    })
    void a_name_is_a_name(String name, String code) {
        Reply refused = desk.service.post(
                MANAGER,
                "/investors",
                "{\"name\": \"" + name.replace("\t", "\\t") + "\", \"kind\": \"OTHER\", \"country\": \"FR\"}");

        assertThat(errors(refused)).containsExactly("/name " + code);
    }

    @Test
    void a_name_has_at_most_200_characters_whatever_they_take_in_bytes() {
        String most = "\uD83C\uDFED".repeat(200);

        Reply made = desk.made("/investors", "{\"name\": \"" + most + "\", \"kind\": \"OTHER\", \"country\": \"FR\"}");
        Reply longer = desk.service.post(
                MANAGER, "/investors", "{\"name\": \"" + most + "x\", \"kind\": \"OTHER\", \"country\": \"FR\"}");

        assertThat(made.text("name")).isEqualTo(most);
        assertThat(errors(longer)).containsExactly("/name too-long");
    }
}
