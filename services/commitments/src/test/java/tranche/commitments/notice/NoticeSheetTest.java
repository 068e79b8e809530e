package tranche.commitments.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CallLineId;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.notice.domain.Notice;
import tranche.commitments.notice.domain.NoticeId;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.ContentHash;

@DisplayName("§8.1: what a notice looks like, whatever stands in it")
class NoticeSheetTest {

    private static final String EVIDENCE = "ab".repeat(32);

    private static final String CONTENT = """
            {"call": {"contentHash": "00", "id": "c", "reference": "RF08TR00000006", "trancheId": null},
             "commitment": {"after": @S@, "amount": @M@, "before": @S@, "change": @M@, "id": "k"},
             "components": [{"amount": @M@, "fundTotal": @M@, "insideCommitment": true, "type": "CALL_EXPENSE"}],
             "currency": "USD", "dueDate": "2026-01-01",
             "fund": {"id": "f", "name": "Fund & <b>Sons</b>", "zone": "Europe/Paris"}, "id": "n",
             "investor": {"country": "AE", "id": "i", "lei": "529900T8BM49AURSDO55", "name": "\\u0001\\u5317\\u4eac Łódź"},
             "issuedAt": "2025-12-15T15:20:00.000000Z", "journal": {"hash": "11", "sequence": 7},
             "line": {"id": "l", "reference": "RF62TR00000004"}, "noticeDate": "2025-12-15",
             "payment": null, "programme": {"id": "p", "name": "Horizon", "sample": true},
             "purpose": {"milestones": [{"achievedDate": "2025-12-01", "evidence": ["@E@"], "id": "m",
                 "name": "Gros œuvre de la phase 2", "projectId": "j", "projectName": null,
                 "verifiedDate": "2025-12-15"}], "text": "First line\\nSecond \\"line\\""},
             "total": {"fund": @M@, "investor": @M@}, "version": 1}""".replace(
                    "@S@",
                    "{\"called\": @M@, \"distributed\": @M@, \"paid\": @M@, \"restored\": @M@, \"uncalled\": @M@}")
            .replace("@M@", "{\"currency\": \"USD\", \"value\": \"1250.00\"}")
            .replace("@E@", EVIDENCE);

    private static String text(Locale language) throws IOException {
        Notice notice = new Notice(
                new NoticeId(new UUID(0, 1)),
                new CallLineId(new UUID(0, 2)),
                new CallId(new UUID(0, 3)),
                new ProgrammeId(new UUID(0, 4)),
                new FundId(new UUID(0, 5)),
                new InvestorId(new UUID(0, 6)),
                CONTENT,
                ContentHash.of(CONTENT),
                "a-key",
                "header..signature",
                Optional.empty(),
                Instant.parse("2025-12-15T15:20:00Z"));
        try (PDDocument document = Loader.loadPDF(new NoticePdf("https://horizon.example").of(notice, language))) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replace('\u202f', ' ');
        }
    }

    @Test
    void names_what_was_verified_with_its_evidence_and_says_when_nothing_is_to_be_paid() throws IOException {
        assertThat(text(Locale.FRENCH))
                .contains("Données fictives : rien n’est à payer")
                .contains("Gros œuvre de la phase 2")
                .contains("Atteint le 1er décembre 2025, vérifié le 15 décembre 2025.")
                .contains(EVIDENCE)
                .contains("Émis le 15 décembre 2025, 16 h 20 (Europe/Paris)")
                .contains("jeudi 1er janvier 2026")
                .contains("1 250,00 USD")
                .contains("Les instructions suivront ; rappelez alors cette référence :")
                .contains("RF62 TR00 0000 04. D’ici là, ne payez sur aucun compte")
                .contains("https://horizon.example/verify");
        assertThat(text(Locale.ENGLISH))
                .contains("Sample data: nothing of this is to be paid")
                .contains("Reached on 1 December 2025, verified on 15 December 2025.")
                .contains("Issued on 15 December 2025, 16:20 (Europe/Paris)")
                .contains("Thursday 1 January 2026")
                .contains("USD 1,250.00");
    }

    @Test
    void promises_of_the_check_no_more_than_it_tells() throws IOException {
        assertThat(text(Locale.ENGLISH).replaceAll("\\s+", " "))
                .contains("whether it was taken back.")
                .doesNotContain("still to be paid");
        assertThat(text(Locale.FRENCH).replaceAll("\\s+", " "))
                .contains("s’il a été annulé.")
                .doesNotContain("s’il reste à payer");
    }

    @Test
    void takes_what_people_write_as_words_and_never_as_markup() throws IOException {
        assertThat(text(Locale.ENGLISH))
                .contains("Fund & <b>Sons</b>")
                .contains("First line")
                .contains("Second \"line\"")
                .contains("Łódź");
    }
}
