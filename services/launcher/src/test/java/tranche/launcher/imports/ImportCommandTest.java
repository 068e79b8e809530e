package tranche.launcher.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.launcher.imports.RunningDemo.Printed;
import tranche.launcher.token.TokenCommand;

@DisplayName("./tranche import and ./tranche token")
class ImportCommandTest {

    private static final Pattern HASH = Pattern.compile("\"contentHash\": \"([0-9a-f]{64})\"");
    private static final Pattern APPROVAL = Pattern.compile("(/approvals/[0-9a-f-]{36}/approval)");

    @TempDir
    private static Path data;

    @TempDir
    private Path files;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = new RunningDemo(data);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text);
    }

    private static Printed importing(Path file, String kind, String... more) {
        String[] all = new String[more.length + 5];
        all[0] = file.toString();
        all[1] = "--kind";
        all[2] = kind;
        all[3] = "--data";
        all[4] = data.toString();
        System.arraycopy(more, 0, all, 5, more.length);
        return RunningDemo.run(new ImportCommand(), all);
    }

    private static String token(String account) {
        Printed printed = RunningDemo.run(new TokenCommand(), "--account", account, "--data", data.toString());
        assertThat(printed.exit()).as(printed.err()).isZero();
        return printed.out().strip();
    }

    @Test
    void writes_a_file_in_the_demo_managers_name_and_says_what_it_did() throws IOException {
        Path file = file("investors.csv", "Name,Land\nBank A,DE\nBank B,FR\n");
        Path mapping = file(
                "mapping.json",
                "{\"columns\": {\"Name\": \"name\", \"Land\": \"country\"}, \"constants\": {\"kind\": \"OTHER\"}}");

        Printed dry = importing(file, "investors", "--mapping", mapping.toString(), "--dry-run");
        Printed done = importing(file, "investors", "--mapping", mapping.toString());
        Printed again = importing(file, "investors", "--mapping", mapping.toString());

        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(dry.out()).isEqualTo("2 rows, 0 written, 0 skipped, 0 errors\nA dry run: nothing was written.\n");
        assertThat(done.out()).isEqualTo("2 rows, 2 written, 0 skipped, 0 errors\nDone.\n");
        assertThat(again.out())
                .isEqualTo("2 rows already imported: line 2, 3\n2 rows, 0 written, 2 skipped, 0 errors\nDone.\n");
    }

    @Test
    void prints_every_error_by_line_and_column_and_ends_with_1() throws IOException {
        Printed printed = importing(file("wrong.csv", "name,kind,country\nA,OTHER,de\n,BANK,DE\n"), "investors");

        assertThat(printed.exit()).isEqualTo(1);
        assertThat(printed.out().lines().map(String::strip))
                .anyMatch(line -> line.matches("2 +country +unknown-country +Not a country code.*"))
                .anyMatch(line -> line.matches("3 +name +required +Must be given\\."))
                .anyMatch(line -> line.matches("3 +kind +not-one-of +Must be one of.*"))
                .endsWith("Nothing was written.");
    }

    @Test
    void says_who_can_approve_and_how_and_a_printed_key_can() throws Exception {
        String manager = token("fund-manager");
        demo.send(manager, "POST", "/programmes", "{\"name\": \"Build-out\", \"headlineCurrency\": \"USD\"}");
        importing(file("i.csv", "name,kind,country\nSovereign fund A,SOVEREIGN_FUND,AE\n"), "investors");
        importing(file("f.csv", "programme,name,baseCurrency,calendar\nBuild-out,Fund one,USD,US\n"), "funds");
        Path positions = file(
                "positions.csv",
                "fund,investor,commitment,currency,called,paid,asOf,source\n"
                        + "Fund one,Sovereign fund A,100.00,USD,40.00,40.00,2026-01-31,custodian\n");

        Printed printed = importing(positions, "opening-balances");

        assertThat(printed.exit()).as(printed.out() + printed.err()).isZero();
        assertThat(printed.out()).contains("It waits for a second person until ", "approver", demo.origin());
        Matcher hash = HASH.matcher(printed.out());
        Matcher approval = APPROVAL.matcher(printed.out());
        assertThat(hash.find() && approval.find()).isTrue();
        String body = "{\"contentHash\": \"" + hash.group(1) + "\"}";
        assertThat(demo.send(manager, "POST", approval.group(1), body).statusCode())
                .isEqualTo(403);
        assertThat(demo.send(token("approver"), "POST", approval.group(1), body).statusCode())
                .isEqualTo(200);
        assertThat(demo.send(token("auditor"), "GET", "/commitments?state=CLOSED", "")
                        .body())
                .contains("\"100.00\"");
    }

    @Test
    void ends_with_2_and_a_plain_word_where_it_cannot_run() throws IOException {
        Path file = file("a.csv", "name,kind,country\n");

        assertThat(importing(files.resolve("absent.csv"), "investors").err()).contains("no file that can be read");
        assertThat(importing(file, "camt053").err()).contains("camt053", "--kind is one of funds, investors");
        assertThat(RunningDemo.run(new ImportCommand(), file.toString(), "--kind", "funds", "--data", files.toString())
                        .err())
                .contains("no data folder of Tranche");
        Printed wrongKey = RunningDemo.run(
                new ImportCommand(),
                file.toString(),
                "--kind",
                "investors",
                "--url",
                demo.origin(),
                "--key",
                "trk_none");
        assertThat(wrongKey.exit()).isEqualTo(2);
        assertThat(wrongKey.err()).startsWith("401 ");
        assertThat(RunningDemo.run(new ImportCommand(), file.toString(), "--kind", "funds", "--url", demo.origin())
                        .err())
                .contains("--key");
        Printed nobody = RunningDemo.run(new TokenCommand(), "--account", "nobody", "--data", data.toString());
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.err()).contains("there is no account nobody");
    }
}
