package tranche.commitments.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.imports.ImportFixtures.csv;
import static tranche.commitments.imports.ImportFixtures.errors;
import static tranche.commitments.imports.ImportFixtures.events;
import static tranche.commitments.imports.ImportFixtures.form;
import static tranche.commitments.imports.ImportFixtures.skipped;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** Files of funds and investors, which take effect at once. */
class ImportTest {

    private static final Actor MANAGER = CommitmentsProcess.anybody(Role.FUND_MANAGER);
    private static final Actor AUDITOR = CommitmentsProcess.anybody(Role.AUDITOR);

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;

    @BeforeAll
    static void start() throws IOException {
        service = new CommitmentsProcess(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_name_that_an_export_has_defused_comes_back_as_it_was() {
        String plain = "name,kind,country\n=Energy,OTHER,DE\n";

        Reply defused = csv(service, MANAGER, "kind=investors", plain.replace("=", "'="));
        Reply again = csv(service, MANAGER, "kind=investors", plain);

        assertThat(defused.body().get("written").asInt()).isEqualTo(1);
        assertThat(again.body().get("written").asInt()).isZero();
        assertThat(again.body().get("skipped")).hasSize(1);
    }

    @Test
    void writes_every_row_by_the_commands_of_anybody_and_tells_where_they_stand() {
        String file = "\uFEFFname,kind,country,lei\r\n"
                + "\"Fund of funds,\r\nnamed on two lines\",OTHER,AE,\r\nCare bank,DEVELOPMENT_BANK,FR,\r\n";

        Reply flawed = csv(service, MANAGER, "kind=investors", file);
        assertThat(flawed.status()).as(flawed.raw().body()).isEqualTo(201);
        assertThat(errors(flawed)).containsExactly("2/name/unfit-character");

        Reply taken = csv(service, MANAGER, "kind=investors", file.replace(",\r\nnamed", ", named"));
        assertThat(taken.text("state")).as(taken.raw().body()).isEqualTo("DONE");
        assertThat(taken.body().get("rows").asInt()).isEqualTo(2);
        assertThat(taken.body().get("written").asInt()).isEqualTo(2);
        assertThat(taken.header("Location")).isEqualTo("/api/v1/imports/" + taken.id());
        assertThat(taken.header("Tranche-Position"))
                .as("of both rows, or of the last where their keys share a partition")
                .startsWith("commitments/");

        Reply read = service.get(MANAGER, "/imports/" + taken.id());
        assertThat(read.body()).isEqualTo(taken.body());
        assertThat(ImportFixtures.count(
                        service,
                        "select count(*) from investor where (name, kind, country) in (('Care bank',"
                                + " 'DEVELOPMENT_BANK', 'FR'), ('Fund of funds, named on two lines', 'OTHER', 'AE'))"))
                .isEqualTo(2);
    }

    @Test
    void tells_every_error_of_the_file_by_line_and_column_and_writes_nothing() {
        UUID programme = ImportFixtures.programme(service, MANAGER, "Programme of errors");
        ImportFixtures.programme(service, MANAGER, "Twice");
        ImportFixtures.programme(service, MANAGER, "Twice");
        long before = events(service);
        String file = """
            programme,name,baseCurrency,cap,calendar,noticeBusinessDays,effectiveDate
            %s,Good,USD,100.00,US,,
            Nobody's,,USX,1e3,UK,ten,2026-02-30
            Twice,Too precise,USD,1.001,US,10,
            ,No programme,USD,,US,,
            %s,Ahead,USD,,US,,2999-01-01
            %s,Too few,USD

            %s,Nothing,USD,0,US,,
            """.formatted(programme, programme, programme, programme);

        Reply reply = csv(service, MANAGER, "kind=funds", file);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("state")).isEqualTo("REJECTED");
        assertThat(errors(reply))
                .containsExactly(
                        "3/baseCurrency/unknown-currency",
                        "3/calendar/not-one-of",
                        "3/cap/not-a-decimal",
                        "3/effectiveDate/not-a-date",
                        "3/name/required",
                        "3/noticeBusinessDays/wrong-type",
                        "3/programme/unknown-reference",
                        "4/cap/too-many-decimals",
                        "4/programme/ambiguous-name",
                        "5/programme/required",
                        "6/effectiveDate/effective-date-ahead",
                        "7/null/wrong-cell-count",
                        "9/cap/amount-not-positive");
        assertThat(reply.body().get("written").asInt()).isZero();
        assertThat(events(service)).isEqualTo(before);
        Reply french = service.get(MANAGER, "/imports/" + reply.id(), "Accept-Language", "fr");
        assertThat(french.body().at("/errors/12/detail").asText()).isEqualTo("Le montant n’est pas supérieur à zéro");
    }

    @Test
    void a_dry_run_says_what_a_real_one_would_and_leaves_nothing() {
        String good = "name,kind,country\nDry run bank,OTHER,DE\n";
        long before = events(service);

        Reply dry = csv(service, MANAGER, "kind=investors&dryRun=true", good, "Idempotency-Key", "dry");
        Reply wrong = csv(service, MANAGER, "kind=investors&dryRun=true", good.replace("DE", "de"));

        assertThat(dry.status()).isEqualTo(201);
        assertThat(dry.text("state")).isEqualTo("DONE");
        assertThat(dry.body().get("written").asInt()).isZero();
        assertThat(dry.body().get("id").isNull()).isTrue();
        assertThat(wrong.text("state")).isEqualTo("REJECTED");
        assertThat(errors(wrong)).containsExactly("2/country/unknown-country");
        assertThat(events(service)).isEqualTo(before);
        Reply real = csv(service, MANAGER, "kind=investors", good, "Idempotency-Key", "dry");
        assertThat(real.body().get("written").asInt()).isEqualTo(1);
    }

    @Test
    void the_same_file_again_writes_nothing_whether_or_not_it_has_references() {
        String bare = "name,kind,country\nSame bank,OTHER,DE\nOther bank,OTHER,DE\nSame bank,OTHER,DE\n";
        String named = "name,kind,country,sourceSystem,externalRef\nNamed bank,OTHER,DE,crm,7\n";
        assertThat(skipped(csv(service, MANAGER, "kind=investors", bare)))
                .containsExactly("4/the same row as before, skipped");
        csv(service, MANAGER, "kind=investors", named);
        long before = events(service);

        Reply again = csv(service, MANAGER, "kind=investors", bare);
        Reply namedAgain = csv(service, MANAGER, "kind=investors", named);
        Reply other = csv(service, MANAGER, "kind=investors", named.replace("Named bank", "Renamed bank"));

        assertThat(again.text("state")).isEqualTo("DONE");
        assertThat(again.body().get("written").asInt()).isZero();
        assertThat(skipped(again))
                .containsExactly("2/already imported", "3/already imported", "4/the same row as before, skipped");
        assertThat(namedAgain.text("state")).isEqualTo("DONE");
        assertThat(errors(other)).containsExactly("2/externalRef/external-reference-conflict");
        assertThat(events(service)).isEqualTo(before);
    }

    @Test
    @DisplayName("R3: the same request under one key is answered with the first answer, byte for byte")
    void answers_a_repeated_request_once() {
        String file = "name,kind,country\nOnce bank,OTHER,DE\n";

        Reply first = csv(service, MANAGER, "kind=investors", file, "Idempotency-Key", "once");
        Reply again = csv(service, MANAGER, "kind=investors", file, "Idempotency-Key", "once");
        Reply other = csv(service, MANAGER, "kind=investors", file + "\n", "Idempotency-Key", "once");

        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).endsWith("/problems/idempotency-key-reused");
    }

    @Test
    void reads_other_peoples_columns_and_keeps_the_latest_report() {
        String file = """
            Anleger,Land,Stand,Bemerkung
            Latest bank,DE,2025-03-31,a
            Latest bank,FR,2024-03-31,b
            Only bank,AE,2024-03-31,c
            """;
        String mapping = """
            {"columns": {"Anleger": "name", "Land": "country"}, "constants": {"kind": "OTHER"},
             "latest": {"by": ["Anleger"], "order": "Stand"}}\
            """;

        Reply taken = form(service, MANAGER, "kind=investors", file, mapping);

        assertThat(taken.text("state")).as(taken.raw().body()).isEqualTo("DONE");
        assertThat(taken.body().get("written").asInt()).isEqualTo(2);
        assertThat(skipped(taken)).containsExactly("3/older report, skipped");
        Reply wrong = form(service, MANAGER, "kind=investors", file.replace("AE", "ae"), mapping);
        assertThat(errors(wrong)).containsExactly("4/Land/unknown-country");
    }

    @Test
    void refuses_what_it_cannot_read_plainly() {
        assertThat(errors(csv(service, MANAGER, "kind=investors", "name,kind,county\nA,OTHER,DE\n")))
                .containsExactly("1/country/missing-column", "1/county/unknown-column");
        assertThat(errors(csv(service, MANAGER, "kind=investors", "name,kind,county\nA,NOBODY,DE\n")))
                .as("rows are told of beside the header")
                .containsExactly("1/country/missing-column", "1/county/unknown-column", "2/kind/not-one-of");
        assertThat(errors(csv(service, MANAGER, "kind=investors", "name,kind\nA,OTHER\n")))
                .containsExactly("1/country/missing-column");
        assertThat(errors(csv(service, MANAGER, "kind=investors", ""))).containsExactly("1/null/missing-header");
        assertThat(errors(service.send(
                        MANAGER,
                        "POST",
                        "/imports?kind=investors",
                        "text/csv",
                        "name,kind,country\nCaf\u00e9,OTHER,DE\n".getBytes(StandardCharsets.ISO_8859_1))))
                .containsExactly("2/null/not-utf8");
        assertThat(form(service, MANAGER, "kind=investors", "a\nb\n", "{\"columns\": {\"a\": \"nothing\"}}")
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/columns/a");
        assertThat(csv(service, MANAGER, "kind=camt053", "a\nb\n").status()).isEqualTo(422);
        assertThat(csv(service, MANAGER, "", "a\nb\n").status()).isEqualTo(422);
        assertThat(service.post(MANAGER, "/imports?kind=investors", "{}").status())
                .isEqualTo(415);
        assertThat(csv(service, AUDITOR, "kind=investors", "a\nb\n").status()).isEqualTo(403);
        assertThat(service.get(CommitmentsProcess.anybody(Role.STAKEHOLDER), "/imports/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void is_seen_by_its_maker_and_by_whoever_may_see_all_that_it_is_about() {
        UUID programme = ImportFixtures.programme(service, MANAGER, "Seen");
        Reply taken = csv(
                service,
                MANAGER,
                "kind=funds",
                "programmeId,name,baseCurrency,calendar\n" + programme + ",Seen fund,USD,US\n");
        String path = "/imports/" + taken.id();

        assertThat(service.get(AUDITOR, path).status()).isEqualTo(200);
        assertThat(service.get(CommitmentsProcess.with(Role.AUDITOR, Scope.ofProgramme(programme)), path)
                        .status())
                .isEqualTo(200);
        assertThat(service.get(CommitmentsProcess.with(Role.AUDITOR, Scope.ofProgramme(UUID.randomUUID())), path)
                        .status())
                .isEqualTo(404);
        assertThat(service.get(CommitmentsProcess.anybody(Role.INVESTOR), path).status())
                .isEqualTo(404);
        assertThat(service.get(AUDITOR, "/imports?kind=funds").raw().body()).contains(taken.text("id"));
    }

    @Test
    void takes_ten_thousand_rows_and_not_one_more() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(i -> "Investor number " + i + ",OTHER,DE\n")
                .collect(Collectors.joining("", "name,kind,country\n", ""));

        Reply more = csv(service, MANAGER, "kind=investors", rows + "One more,OTHER,DE\n");
        Reply taken = csv(service, MANAGER, "kind=investors", rows);

        assertThat(more.status()).isEqualTo(422);
        assertThat(more.text("type")).endsWith("/problems/import-too-large");
        assertThat(taken.body().get("written").asInt())
                .as(taken.raw().body().substring(0, 300))
                .isEqualTo(10_000);
        assertThat(csv(service, MANAGER, "kind=investors", rows)
                        .body()
                        .get("written")
                        .asInt())
                .isZero();
    }
}
