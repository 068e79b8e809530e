package tranche.notifications.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.email.domain.Gaps;
import tranche.notifications.email.domain.Letter;
import tranche.notifications.email.domain.Sheet;
import tranche.notifications.notice.domain.Figure;
import tranche.values.money.Money;

@DisplayName("What mails say in full")
class SheetsTest {

    private static final UUID FUND = new UUID(1, 1);
    private static final UUID TRANCHE = new UUID(1, 2);
    private static final UUID SHELL = new UUID(1, 3);
    private static final UUID FAB = new UUID(1, 4);
    private static final Map<UUID, String> NAMES =
            Map.of(FUND, "Fab Fund", TRANCHE, "Tranche B", SHELL, "Shell", FAB, "Micron New York");

    private static Map<String, Figure> call() {
        return new HashMap<>(Map.of(
                "fund", new Figure.Named(FUND),
                "amount", new Figure.Amount(Money.of("USD", "599999988.00")),
                "due", new Figure.Day(LocalDate.of(2026, 1, 14)),
                "call", new Figure.Words("RF18CC2025014"),
                "reference", new Figure.Words("RF45LINE7"),
                "purpose", new Figure.Words("Second shell"),
                "uncalled", new Figure.Amount(Money.of("USD", "1000.00")),
                "tranche", new Figure.Named(TRANCHE),
                "milestones", new Figure.AllNamed(List.of(SHELL)),
                "verified", new Figure.Count(1)));
    }

    private static Sheet call(Map<String, Figure> figures, Locale language) {
        return CallSheet.of(new Gaps(figures), true, SheetWords.of(language, NAMES), "/calls/1");
    }

    private static String check(Map<String, Figure> figures, Locale language) {
        return call(figures, language).sections().get(1).paragraphs().getFirst();
    }

    @Test
    @DisplayName("CC-03: names the call, what to pay until when, and why now")
    void a_call_says_what_to_pay_until_when_and_why() {
        Sheet english = call(call(), Locale.ENGLISH);

        assertThat(english.title())
                .isEqualTo("Capital call RF18CC2025014: USD\u00a0599,999,988.00 due 14\u00a0Jan\u00a02026");
        assertThat(english.first())
                .isEqualTo("Pay USD\u00a0599,999,988.00 by 14\u00a0Jan\u00a02026: Fab Fund calls it from you.");
        assertThat(english.sections().getFirst().rows())
                .containsExactly(
                        List.of("Fund", "Fab Fund"),
                        List.of("Purpose", "Second shell"),
                        List.of("Milestones", "Shell"),
                        List.of("Amount", "USD\u00a0599,999,988.00"),
                        List.of("Due", "14\u00a0Jan\u00a02026"),
                        List.of("Payment reference", "RF45LINE7"),
                        List.of("Uncalled after it", "USD\u00a01,000.00"));
        assertThat(english.sections().getLast().paragraphs())
                .containsExactly("It releases Tranche B, now that Shell is verified.");
        assertThat(english.button()).isEqualTo(new Sheet.Button("Open notice", "/calls/1"));
        Sheet french = call(call(), Locale.FRENCH);
        assertThat(french.title())
                .isEqualTo(
                        "Appel de fonds RF18CC2025014\u202f: 599\u202f999\u202f988,00\u00a0USD au 14\u00a0janv.\u00a02026");
        assertThat(french.first()).startsWith("Réglez 599\u202f999\u202f988,00\u00a0USD avant le 14\u00a0janv.");
        assertThat(french.sections().getLast().paragraphs())
                .containsExactly("Il débloque Tranche B, Shell étant vérifié.");
    }

    @Test
    @DisplayName("N-10, CC-03: names the account's fingerprint, or that the instructions follow, and no account")
    void a_call_says_by_what_its_account_is_known() {
        Map<String, Figure> known = call();
        known.put("fingerprint", new Figure.Words("7F2A 91C4 0B3E D8A6 52C9"));
        Map<String, Figure> before = call();
        before.remove("call");

        assertThat(check(known, Locale.ENGLISH)).contains("7F2A 91C4 0B3E D8A6 52C9", "compare the fingerprint");
        assertThat(check(known, Locale.FRENCH)).contains("7F2A 91C4 0B3E D8A6 52C9", "comparez l’empreinte");
        assertThat(check(call(), Locale.ENGLISH)).startsWith("The instructions where to pay follow.");
        assertThat(check(call(), Locale.FRENCH)).startsWith("Les instructions de paiement suivront.");
        assertThat(check(before, Locale.ENGLISH)).isEqualTo("Where to pay stands behind sign-in, and never in a mail.");
    }

    @Test
    void a_call_that_was_told_before_all_of_it_was_is_told_without() {
        Map<String, Figure> before = call();
        before.keySet().retainAll(List.of("fund", "amount", "due", "reference"));
        Sheet english = call(before, Locale.ENGLISH);

        assertThat(english.title()).isEqualTo("Capital call: USD\u00a0599,999,988.00 due 14\u00a0Jan\u00a02026");
        assertThat(english.sections().getFirst().rows()).hasSize(4);
        assertThat(english.toString()).doesNotContain("none", "null");
        assertThat(call(before, Locale.FRENCH).toString()).doesNotContain("none", "null");
    }

    @Test
    @DisplayName("MS-03: says how many have verified when and upon what, and what waited for it; no person is named")
    void a_verified_milestone_says_what_it_unlocks() {
        Map<String, Figure> figures = new HashMap<>(Map.of(
                "milestone", new Figure.Named(SHELL),
                "project", new Figure.Named(FAB),
                "date", new Figure.Day(LocalDate.of(2026, 11, 18)),
                "verifiers", new Figure.Count(2),
                "items", new Figure.Count(14),
                "tranches", new Figure.AllNamed(List.of(TRANCHE))));
        LocalDate on = LocalDate.of(2026, 11, 20);
        Sheet english = VerifiedSheet.of(new Gaps(figures), on, SheetWords.of(Locale.ENGLISH, NAMES), "/milestones/1");
        Sheet french = VerifiedSheet.of(new Gaps(figures), on, SheetWords.of(Locale.FRENCH, NAMES), "/milestones/1");
        figures.remove("tranches");
        Sheet nothing = VerifiedSheet.of(new Gaps(figures), on, SheetWords.of(Locale.ENGLISH, NAMES), "/milestones/1");

        assertThat(english.title()).isEqualTo("Verified: Shell");
        assertThat(english.first())
                .isEqualTo("2 independent persons have verified Shell of Micron New York upon 14 pieces of evidence,"
                        + " on 20\u00a0Nov\u00a02026. It was reached on 18\u00a0Nov\u00a02026.");
        assertThat(english.sections().getFirst().paragraphs().getFirst()).startsWith("Tranche B waited for it.");
        assertThat(french.title()).isEqualTo("Vérifié\u202f: Shell");
        assertThat(french.first())
                .startsWith("2 personnes indépendantes ont vérifié Shell de Micron New York sur la foi de 14 pièces");
        assertThat(french.sections().getFirst().paragraphs().getFirst()).startsWith("Tranche B l’attendait.");
        assertThat(nothing.sections()).isEmpty();
    }

    @Test
    void a_sheet_is_kept_as_it_was_written() {
        Sheet sheet = call(call(), Locale.FRENCH);
        var letter = new Letter.OfSheet(Locale.FRENCH, Instant.EPOCH, Set.of(FUND, SHELL), sheet, true);

        assertThat(LetterText.read(LetterText.of(letter))).isEqualTo(letter);
    }
}
