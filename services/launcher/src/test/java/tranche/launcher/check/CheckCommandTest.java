package tranche.launcher.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tranche.testkit.vectors.Vectors;

@DisplayName("./tranche check")
class CheckCommandTest {

    private static final String SHARED = """
            {"id": "alloc-a", "title": "three of a kind",
             "input": {"total": "%s", "currency": "USD",
                       "participants": [{"key": "a", "weight": "1"}, {"key": "b", "weight": "2"}]},
             "expected": {"allocation": {"a": "33.33", "b": "66.67"}}}""";

    private static final String NOT_BUILT = """
            {"id": "tarot-1", "title": "the tower", "input": {}, "expected": {}}""";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void ends_with_0_where_all_pass() throws IOException {
        assertThat(check(vectors(SHARED.formatted("100.00")))).isZero();
        assertThat(out).hasToString("1 passed, 0 failed, 0 unknown\n");
    }

    @Test
    void ends_with_1_and_prints_what_was_expected_and_what_came_out() throws IOException {
        assertThat(check(vectors(SHARED.formatted("100.01"), NOT_BUILT))).isEqualTo(1);
        assertThat(out).hasToString("""
                alloc-a  three of a kind
                  expected  {"allocation":{"a":"33.33","b":"66.67"}}
                  got       {"allocation":{"a":"33.34","b":"66.67"}}
                0 passed, 1 failed, 1 unknown
                """);
    }

    @Test
    void prints_a_results_members_in_order_of_their_names() throws IOException {
        String nothingExpected = """
                {"id": "daycount-x", "input": {"start": "2026-11-23", "end": "2026-11-23"}, "expected": {}}""";

        check(vectors(nothingExpected));

        assertThat(out.toString()).contains("""
                {"30E/360":{"den":1,"num":0},"ACT/360":{"den":1,"num":0},\
                "ACT/365F":{"den":1,"num":0},"ACT/ACT ISDA":{"den":1,"num":0}}
                """);
    }

    @Test
    void ends_with_3_where_none_failed_but_a_rule_is_not_built() throws IOException {
        assertThat(check(vectors(SHARED.formatted("100.00"), NOT_BUILT))).isEqualTo(3);
        assertThat(out).hasToString("1 passed, 0 failed, 1 unknown\n");
    }

    @ParameterizedTest
    @CsvSource({"100.001, too-many-decimals", "1e2, not-a-decimal", "'', not-a-decimal"})
    void a_value_that_the_product_refuses_has_the_refusal_as_its_result(String total, String code) throws IOException {
        assertThat(check(vectors(SHARED.formatted(total)))).isEqualTo(1);
        assertThat(out.toString()).contains("  got       {\"error\":\"" + code + "\"}");
    }

    @Test
    void an_input_that_cannot_be_read_fails_and_the_rest_is_still_checked() throws IOException {
        String incomplete = """
                {"id": "daycount-x", "input": {"start": "2026-02-30"}, "expected": {}}""";

        assertThat(check(vectors(incomplete, SHARED.formatted("100.00")))).isEqualTo(1);
        assertThat(out.toString())
                .contains("no result: input/start cannot be read: 2026-02-30")
                .endsWith("\n1 passed, 1 failed, 0 unknown\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"weekend\": [5, 6], \"holidays\": [\"2026-02-30\"]}",
                "{\"weekend\": [9], \"holidays\": []}",
                "{\"weekend\": [0, 1, 2, 3, 4, 5, 6], \"holidays\": []}"
            })
    void a_calendar_that_is_none_gives_no_result(String calendar) throws IOException {
        String days = """
                {"id": "cal-x", "input": {"calendars": {"A": %s}, "cases": []}, "expected": {"dates": []}}""".formatted(calendar);

        assertThat(check(vectors(days, SHARED.formatted("100.00")))).isEqualTo(1);
        assertThat(out.toString()).contains("no result: ").endsWith("\n1 passed, 1 failed, 0 unknown\n");
    }

    @Test
    void reads_the_domains_own_file_with_none_failed() throws IOException {
        try (InputStream own = CheckCommandTest.class.getResourceAsStream(Vectors.RESOURCE)) {
            assertThat(own).isNotNull();
            Files.copy(own, folder.resolve("examples.json"));
        }

        assertThat(run("examples.json")).isIn(0, 3);
        assertThat(out.toString()).matches("[1-9][0-9]* passed, 0 failed, [0-9]+ unknown\n");
    }

    @Test
    void reads_cases_of_dated_flows() throws IOException {
        String flows = """
                [{"name": "one year", "category": "plain", "day_count": "ACT/365F",
                  "dates": ["2026-01-01", "2027-01-01"], "amounts": [-100, 110],
                  "outcome": "value", "expected": 0.1, "tolerance": 1e-7}]""";

        assertThat(check(flows)).isIn(0, 3);
        assertThat(out.toString()).contains(" 0 failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "alloc-01",
                "{\"vectors\": [}",
                "{\"vectors\": []}",
                "{\"vectors\": {}}",
                "{}",
                "[]",
                "7",
                "{\"vectors\": [{\"id\": \"alloc-1\", \"input\": {}}]}",
                "{\"vectors\": [{\"input\": {}, \"expected\": {}}]}",
                "{\"vectors\": [{\"id\": \"a-1\", \"input\": {}, \"expected\": {}, \"tolerance\": \"some\"}]}",
                "{\"vectors\": [{\"id\": \"a-1\", \"id\": \"a-2\", \"input\": {}, \"expected\": {}}]}",
                "[{\"name\": \"neither form\"}]"
            })
    void ends_with_2_and_one_plain_line_where_there_are_no_examples_to_read(String content) throws IOException {
        assertThat(check(content)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("check: ").containsOnlyOnce("\n").doesNotContain("Exception");
    }

    @Test
    void ends_with_2_where_there_is_no_file() {
        assertThat(run("absent.json")).isEqualTo(2);
        assertThat(err.toString()).endsWith("absent.json: no such file\n");
    }

    @Test
    void ends_with_2_where_the_file_is_a_folder_or_no_text() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        Files.write(folder.resolve("bytes.json"), new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'});

        assertThat(run("folder")).isEqualTo(2);
        assertThat(run("bytes.json")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2);
    }

    private static String vectors(String... examples) {
        return "{\"version\": 1, \"vectors\": [" + String.join(",", examples) + "]}";
    }

    private int check(String content) throws IOException {
        Files.write(folder.resolve("examples.json"), content.getBytes(StandardCharsets.UTF_8));
        return run("examples.json");
    }

    private int run(String name) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(folder.resolve(name).toString());
    }
}
