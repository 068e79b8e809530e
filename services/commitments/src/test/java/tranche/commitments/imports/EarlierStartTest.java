package tranche.commitments.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.fund.domain.TermsChange;
import tranche.commitments.imports.domain.Import;
import tranche.commitments.imports.store.ImportRows;
import tranche.flow.proposal.ProposalRows;
import tranche.flow.sql.Database;
import tranche.flow.sql.Migrations;
import tranche.testkit.TestDatabase;
import tranche.values.actor.Scope;
import tranche.values.proposal.Proposal;

@DisplayName("A data folder of an earlier start")
class EarlierStartTest {

    private static final TestDatabase DATABASE = TestDatabase.create("commitments");
    private static final Database SETTINGS = new Database(
            DATABASE.url(),
            new Database.Login(DATABASE.owner(), DATABASE.ownerPassword()),
            new Database.Login(DATABASE.user(), DATABASE.password()));

    private static final UUID FILE = new UUID(1, 1);
    private static final UUID TERMS = new UUID(1, 2);
    private static final UUID PROGRAMME = new UUID(1, 3);
    private static final UUID FUND = new UUID(1, 4);

    private static void earlierStart() throws SQLException {
        Flyway.configure()
                .dataSource(SETTINGS.url(), DATABASE.owner(), DATABASE.ownerPassword())
                .locations("classpath:tranche/flow/db", "classpath:tranche/commitments/db")
                .placeholders(Map.of("service_role", DATABASE.user()))
                .target("0160")
                .load()
                .migrate();
        try (Connection connection = DATABASE.asService();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into import (import_id, kind, state, row_count, written, skipped, errors, maker_account,
                                        maker_person, programme_ids, fund_ids, recorded_at, entries, maker_grants)
                    values ('%s', 'COMMITMENTS', 'AWAITING_APPROVAL', 1, 0, '[]', '[]', gen_random_uuid(),
                            gen_random_uuid(), array['%s', null]::uuid[], array['%s', null]::uuid[], now(), '[]', '[]')
                    """.formatted(FILE, PROGRAMME, FUND));
            statement.execute("""
                    insert into proposal (proposal_id, command, subject_id, programme_ids, fund_ids, content_hash,
                                          content, maker_account, maker_person, recorded_at, expires_at)
                    select import_id, 'IMPORT', import_id, programme_ids, fund_ids, repeat('0', 64), '{}',
                           maker_account, maker_person, recorded_at, now() + interval '72 hours' from import
                    union all
                    select '%s', 'CHANGE_TERMS', '%s', array['%s']::uuid[], array['%s']::uuid[], repeat('1', 64), '{}',
                           maker_account, maker_person, recorded_at, now() + interval '72 hours' from import
                    """.formatted(TERMS, FUND, PROGRAMME, FUND));
        }
    }

    private static Proposal proposal(Connection connection, UUID id) throws SQLException {
        return ProposalRows.find(connection, id).orElseThrow();
    }

    @Test
    void still_has_its_proposals_and_imports() throws SQLException {
        earlierStart();

        Migrations.run(SETTINGS, "commitments");

        try (Connection connection = DATABASE.asService()) {
            Proposal file = proposal(connection, FILE);
            Proposal terms = proposal(connection, TERMS);
            assertThat(file.command()).isEqualTo(Import.COMMAND);
            assertThat(file.about()).isEqualTo(Set.of(Scope.ofFund(PROGRAMME, FUND), Scope.DEPLOYMENT));
            assertThat(terms.command()).isEqualTo(TermsChange.COMMAND);
            assertThat(terms.about()).isEqualTo(Set.of(Scope.ofFund(PROGRAMME, FUND)));
            assertThat(ImportRows.waiting(connection, FILE).proposed()).satisfies(one -> {
                assertThat(one.about()).isEqualTo(file.about());
                assertThat(one.proposal().map(Proposal::command)).isEqualTo(Optional.of(Import.COMMAND));
            });
        }
    }
}
