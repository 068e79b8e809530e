package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InBrowser
@DisplayName("The table of commitments")
class CommitmentsBrowserTest {

    private static final Raise HORIZON = Raise.horizon();
    private static final LocatorAssertions.IsInViewportOptions WHOLE =
            new LocatorAssertions.IsInViewportOptions().setRatio(1);
    private static final String ROWS = "table.list tbody tr";

    @Test
    void filters_by_state_and_text_and_another_person_with_the_same_address_sees_the_same() {
        try (Visit visit = Visit.as("fund-manager")) {
            visit.open("/commitments?programme=" + HORIZON.programme);
            visit.page().getByLabel("State").selectOption("closed");
            visit.button("Show").click();
            assertThat(visit.page().locator(ROWS)).hasCount(3);
            assertThat(visit.page().locator("main .lede")).containsText("3 commitments of 3 investors: $660.0bn.");

            visit.page().getByPlaceholder("Investor or fund").fill("pension");
            visit.button("Show").click();
            assertThat(visit.page().locator(ROWS)).hasCount(1);
            String address = visit.address();

            try (Visit other = Visit.as("auditor")) {
                other.open(address);
                assertThat(other.page().locator(ROWS)).hasCount(1);
                assertThat(other.page().locator(ROWS)).containsText("Pension institution B");
                assertThat(other.page().getByLabel("State")).hasValue("closed");
            }

            pill(visit, "State").click();
            pill(visit, "Name").click();
            assertThat(visit.page().locator("main .lede")).containsText("68 commitments");
            visit.page().goBack();
            assertThat(visit.page().locator(ROWS)).hasCount(1);
        }
    }

    @Test
    void says_which_parts_of_its_address_it_does_not_know() {
        try (Visit visit = Visit.as("auditor")) {
            visit.open("/commitments?state=FOO&fund=notauuid&after=zzz&kind=other&programme=" + HORIZON.programme);

            assertThat(visit.page().locator(ROWS)).hasCount(3);
            assertThat(visit.page().locator(".note.warn").allInnerTexts())
                    .hasSize(3)
                    .allSatisfy(note -> assertThat(note).contains("This is not known and was left out."))
                    .anySatisfy(note -> assertThat(note).contains("State: FOO"))
                    .anySatisfy(note -> assertThat(note).contains("Fund: notauuid"))
                    .anySatisfy(note -> assertThat(note).contains("Place in the list: zzz"));

            visit.link("Remove it").first().click();
            assertThat(visit.page().locator(".note.warn")).hasCount(0);
            assertThat(visit.address()).isEqualTo("/commitments?programme=" + HORIZON.programme + "&kind=other");
        }
    }

    @Test
    void sorts_by_a_click_on_a_head_and_says_so() {
        try (Visit visit = Visit.as("fund-manager")) {
            visit.open("/commitments?fund=" + HORIZON.logic);
            assertThat(first(visit)).containsText("Sovereign fund A");

            head(visit, "Amount").click();
            assertThat(first(visit)).containsText("Government E");
            assertThat(visit.page().locator("th[aria-sort]")).hasAttribute("aria-sort", "ascending");
            assertThat(visit.page().locator("th[aria-sort]")).hasText("Amount");

            head(visit, "Investor").click();
            assertThat(first(visit)).containsText("Energy supplier D");
            assertThat(visit.address()).isEqualTo("/commitments?fund=" + HORIZON.logic + "&sort=investor");
        }
    }

    @Test
    void pages_through_all_rows_once_and_totals_those_not_shown_too() {
        try (Visit visit = Visit.as("auditor")) {
            visit.open("/commitments?fund=" + HORIZON.breadth + "&sort=investor");
            List<String> seen = new ArrayList<>(names(visit));
            assertThat(seen).hasSize(50);
            assertThat(visit.page().locator("tfoot")).containsText("Total of 63 commitments");
            assertThat(visit.page().locator("tfoot data").first()).hasAttribute("title", "$63,000,000,000.00");

            visit.link("More").click();
            assertThat(visit.page().locator(ROWS)).hasCount(13);
            seen.addAll(names(visit));

            assertThat(seen).hasSize(63).doesNotHaveDuplicates();
            assertThat(visit.link("More")).hasCount(0);
            assertThat(visit.link("To the first page")).isVisible();
        }
    }

    @Test
    void shows_what_changes_in_its_place_and_what_comes_behind_a_link() {
        String programme = Raise.programme("Followed list", "100000000000.00");
        String fund = Raise.fund(programme, "Followed list fund");
        String first = Raise.draft(fund, Raise.investor("First to come", "MANUFACTURER", true), "25000000000.00");
        try (Visit visit = Visit.as("fund-manager")) {
            visit.open("/commitments?fund=" + fund);
            assertThat(visit.page().locator("#live")).hasText("Live");
            visit.page().evaluate("window.stillTheSamePage = true");

            Raise.submit(first);

            assertThat(visit.page().locator(ROWS)).containsText("Submitted");
            assertThat(visit.page().locator("#arrivals")).isHidden();

            Raise.draft(fund, Raise.investor("Second to come", "MANUFACTURER", true), "5000000000.00");

            assertThat(visit.page().locator("#arrivals")).hasText("1 commitment has come");
            assertThat(visit.page().locator("#say")).hasText("1 commitment has come");
            assertThat(visit.page().locator("tfoot")).containsText("Total of 2 commitments");
            assertThat(visit.page().locator(ROWS)).hasCount(1);
            assertThat(visit.page().evaluate("window.stillTheSamePage")).isEqualTo(true);

            visit.page().locator("#arrivals").click();

            assertThat(visit.page().locator(ROWS)).hasCount(2);
        }
    }

    @Test
    void on_a_phone_shows_the_amount_at_once_and_keeps_the_investor_in_sight_while_the_rest_scrolls() {
        try (Visit visit = Visit.of().phone().as("auditor")) {
            visit.open("/commitments?fund=" + HORIZON.logic);
            Locator row = visit.page().locator(ROWS).filter(new Locator.FilterOptions().setHasText("Government E"));
            Locator name = row.getByRole(AriaRole.ROWHEADER);

            name.scrollIntoViewIfNeeded();
            assertThat(row.locator("data").first()).isInViewport(WHOLE);
            assertThat(name).containsText("Leading-Edge Logic Fund");
            assertThat(row.getByRole(AriaRole.CELL).last()).not().isInViewport();

            row.getByRole(AriaRole.CELL).last().scrollIntoViewIfNeeded();

            assertThat(row.getByRole(AriaRole.CELL).last()).isInViewport(WHOLE);
            assertThat(name).isInViewport(WHOLE);
        }
    }

    @Test
    void shows_hostile_names_as_text_and_long_ones_whole() {
        try (Visit visit = Visit.as("auditor")) {
            visit.open("/commitments?fund=" + HORIZON.breadth + "&kind=other");

            assertThat(names(visit)).contains(Raise.MARKUP, Raise.FORMULA, Raise.LONG);
            assertThat(visit.page().locator("main img, main b:text('Foundry')")).hasCount(0);
            visit.link(Raise.MARKUP).click();
            assertThat(visit.page().locator("h1")).hasText(Raise.MARKUP);
        }
    }

    @Test
    void gives_all_rows_that_match_as_csv_without_a_formula_that_computes() throws IOException {
        try (Visit visit = Visit.as("auditor")) {
            visit.open("/commitments?fund=" + HORIZON.breadth);

            Download file = visit.page().waitForDownload(() -> visit.link("CSV").click());

            assertThat(file.suggestedFilename()).isEqualTo("commitments.csv");
            List<NamedCsvRecord> rows;
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file.path())) {
                rows = csv.stream().toList();
            }
            assertThat(rows).hasSize(63);
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.getField("amount")).isEqualTo("1000000000.00");
                assertThat(row.getField("currency")).isEqualTo("USD");
            });
            assertThat(rows.stream().map(row -> row.getField("investor")))
                    .contains(Raise.MARKUP, "'" + Raise.FORMULA)
                    .noneMatch(name -> name.startsWith("="));
        }
    }

    @Test
    void gives_a_spreadsheet_with_numbers_as_numbers_and_names_as_text() throws IOException {
        try (Visit visit = Visit.of().french().as("auditor")) {
            visit.open("/commitments?fund=" + HORIZON.breadth + "&kind=other");

            Download file =
                    visit.page().waitForDownload(() -> visit.link("XLSX").click());

            List<List<Spreadsheet.Cell>> rows = Spreadsheet.rows(file.path());
            // What the file shows stands above its table.
            assertThat(texts(rows)).hasSize(2 + 1 + 1 + 3);
            assertThat(texts(rows).get(3)).contains("investor", "amount", "currency");
            assertThat(texts(rows)).anySatisfy(row -> assertThat(row).contains(Raise.MARKUP));
            assertThat(texts(rows)).anySatisfy(row -> assertThat(row).contains(Raise.LONG, "USD"));
            assertThat(rows.stream().flatMap(List::stream))
                    .noneMatch(Spreadsheet.Cell::formula)
                    .filteredOn(cell -> cell.text().equals("1E+9"))
                    .hasSize(3)
                    .allMatch(Spreadsheet.Cell::number);
        }
    }

    private static List<List<String>> texts(List<List<Spreadsheet.Cell>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Spreadsheet.Cell::text).toList())
                .toList();
    }

    private static Locator first(Visit visit) {
        return visit.page().locator(ROWS).first();
    }

    private static List<String> names(Visit visit) {
        return visit.page().locator(ROWS + " th a").allInnerTexts();
    }

    private static Locator head(Visit visit, String name) {
        return visit.page()
                .getByRole(
                        AriaRole.COLUMNHEADER,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .getByRole(AriaRole.BUTTON);
    }

    private static Locator pill(Visit visit, String filter) {
        return visit.page().locator("a.pill", new Page.LocatorOptions().setHasText(filter + ":"));
    }
}
