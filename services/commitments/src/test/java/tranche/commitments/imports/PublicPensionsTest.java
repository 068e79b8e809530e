package tranche.commitments.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.imports.ImportFixtures.approve;
import static tranche.commitments.imports.ImportFixtures.events;
import static tranche.commitments.imports.ImportFixtures.form;
import static tranche.commitments.imports.ImportFixtures.skipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/**
 * A trial with what five public pensions have disclosed of their commitments. The compilation states no licence, so it is
 * no part of the project: the test looks for it where {@code tranche.lp-commitments} or {@code TRANCHE_LP_COMMITMENTS}
 * says, or beside the project, and reports itself skipped where it is absent.
 */
class PublicPensionsTest {

    private static final String NAME = "lp-commitments.csv";

    private static final Actor MANAGER = CommitmentsProcess.anybody(Role.FUND_MANAGER);
    private static final Actor APPROVER = CommitmentsProcess.anybody(Role.APPROVER);

    private static final String INVESTORS = """
        {"columns": {"pension": "name"}, "constants": {"kind": "FINANCIAL_INSTITUTION", "country": "US"},
         "latest": {"by": ["pension"], "order": "as_of"}}\
        """;

    private static final String FUNDS = """
        {"columns": {"fund": "name", "currency": "baseCurrency"},
         "constants": {"programme": "Public pensions", "calendar": "US", "unverified": "true"},
         "latest": {"by": ["fund"], "order": "as_of"}}\
        """;

    private static final String COMMITMENTS = """
        {"columns": {"pension": "investor", "fund": "fund", "commitment": "amount", "currency": "currency",
                     "as_of": "effectiveDate", "source": "source"},
         "constants": {"sourceSystem": "pension-fund-tracker"},
         "latest": {"by": ["pension", "fund", "vintage_year"], "order": "as_of"}}\
        """;

    private static Optional<Path> file() {
        return Stream.concat(
                        Stream.of(System.getProperty("tranche.lp-commitments"), System.getenv("TRANCHE_LP_COMMITMENTS"))
                                .filter(java.util.Objects::nonNull)
                                .map(Path::of),
                        ancestors().map(folder -> folder.resolve("shared/data").resolve(NAME)))
                .filter(Files::isReadable)
                .findFirst();
    }

    private static Stream<Path> ancestors() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent);
    }

    @Test
    void takes_one_commitment_for_each_pension_fund_and_vintage_and_nothing_the_second_time(@TempDir Path data)
            throws IOException {
        Optional<Path> found = file();
        Assumptions.assumeTrue(found.isPresent(), NAME + " is not on this machine (-Dtranche.lp-commitments=FILE)");
        String file = Files.readString(found.orElseThrow());
        try (CommitmentsProcess service = new CommitmentsProcess(data)) {
            ImportFixtures.programme(service, MANAGER, "Public pensions");
            assertThat(form(service, MANAGER, "kind=investors", file, INVESTORS)
                            .body()
                            .get("written")
                            .asInt())
                    .isEqualTo(5);
            Reply funds = form(service, MANAGER, "kind=funds", file, FUNDS);
            assertThat(funds.body().get("written").asInt())
                    .as(funds.body().get("errors").toString())
                    .isEqualTo(1_257);

            Reply proposed = form(service, MANAGER, "kind=commitments", file, COMMITMENTS);
            assertThat(proposed.text("state"))
                    .as(proposed.body().get("errors").toString())
                    .isEqualTo("AWAITING_APPROVAL");
            assertThat(proposed.body().get("rows").asInt()).isEqualTo(1_776);
            List<String> older = skipped(proposed);
            assertThat(older).hasSize(235).allMatch(row -> row.endsWith("/older report, skipped"));
            assertThat(approve(service, APPROVER, proposed).status()).isEqualTo(200);
            assertThat(service.get(MANAGER, "/imports/" + proposed.id())
                            .body()
                            .get("written")
                            .asInt())
                    .isEqualTo(1_541);
            assertThat(ImportFixtures.count(service, "select count(*) from commitment where state = 'ACCEPTED'"))
                    .isEqualTo(1_541);

            long before = events(service);
            Reply again = form(service, MANAGER, "kind=commitments", file, COMMITMENTS);
            assertThat(again.text("state")).isEqualTo("DONE");
            assertThat(again.body().get("written").asInt()).isZero();
            assertThat(form(service, MANAGER, "kind=funds", file, FUNDS).text("state"))
                    .isEqualTo("DONE");
            assertThat(events(service)).isEqualTo(before);
        }
    }
}
