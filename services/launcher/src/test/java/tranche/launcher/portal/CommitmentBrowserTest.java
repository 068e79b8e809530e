package tranche.launcher.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InBrowser
@DisplayName("One commitment")
class CommitmentBrowserTest {

    private static final Raise HORIZON = Raise.horizon();
    private static final String PROGRAMME = Raise.programme("Workshop", "100000000000.00");
    private static final String FUND = Raise.fund(PROGRAMME, "Workshop Fund");

    @Test
    void is_submitted_by_one_person_and_accepted_by_another_in_two_clicks_each() {
        String id = Raise.draft(FUND, Raise.investor("Two persons", "GOVERNMENT", true), "5000000000.00");
        try (Visit maker = Visit.as("fund-manager")) {
            maker.open("/commitments/" + id);
            maker.page().getByLabel("Public source").fill("Official journal of 31 March 2026");
            maker.button("Submit").click();
            assertThat(maker.page().locator(".toast")).hasText("Submitted");
            assertThat(state(maker.page())).hasText("Submitted");
            assertThat(maker.button("Accept")).hasCount(0);
            assertThat(maker.page().locator("main")).containsText("You made this, so somebody else approves it.");
        }
        try (Visit checker = Visit.as("approver")) {
            checker.open("/commitments?fund=" + FUND + "&text=Two+persons");
            checker.link("Two persons").click();
            assertThat(checker.page().locator("main")).containsText("Official journal of 31 March 2026");
            checker.button("Accept").click();

            assertThat(state(checker.page())).hasText("Accepted");
            assertThat(checker.page().locator(".timeline > li .b").allInnerTexts())
                    .containsExactly("Accepted", "Submitted", "Interest indicated");
            assertThat(checker.button("Accept")).hasCount(0);
        }
    }

    @Test
    void shows_a_source_on_the_web_by_the_host_that_it_leads_to() {
        String id = Raise.draft(FUND, Raise.investor("Published Works", "OTHER", true), "1000000000.00");
        String address = "https://register.example/awards/7?part=2#amount";
        try (Visit maker = Visit.as("fund-manager")) {
            maker.open("/commitments/" + id);
            maker.page().getByLabel("Public source").fill("Register of awards <" + address + ">");
            maker.button("Submit").click();

            assertThat(maker.link("register.example")).hasAttribute("href", address);
            assertThat(maker.region("What is known")).containsText("Register of awards register.example");
        }
    }

    @Test
    void says_first_what_comes_next_and_beside_the_buttons_why_the_reader_may_act() {
        String id = Raise.submitted(FUND, Raise.investor("Said first", "OTHER", true), "1000000000.00");
        try (Visit checker = Visit.as("approver")) {
            checker.open("/commitments/" + id);
            assertThat(checker.page().locator("#first")).containsText("Fund manager submitted it on");
            assertThat(checker.page().locator("#first")).containsText("it waits for you to accept it.");
            assertThat(checker.region("Approval"))
                    .containsText("Fund manager made it; you neither made nor edited it, so you may approve it.");
        }
        try (Visit maker = Visit.as("fund-manager")) {
            maker.open("/commitments/" + id);
            assertThat(maker.page().locator("#first")).containsText("it waits for a second person.");
        }
        try (Visit onlooker = Visit.as("auditor")) {
            onlooker.open("/commitments/" + id);
            assertThat(onlooker.page().locator("#first")).containsText("it waits for a second person.");
            assertThat(onlooker.region("Approval")).hasCount(0);
        }
    }

    @Test
    void keeps_its_buttons_in_sight_on_a_phone() {
        String id = Raise.submitted(FUND, Raise.investor("In sight", "OTHER", true), "1000000000.00");
        try (Visit checker = Visit.of().phone().as("approver")) {
            checker.open("/commitments/" + id);
            LocatorAssertions.IsInViewportOptions whole = new LocatorAssertions.IsInViewportOptions().setRatio(1);
            Locator back = checker.region("Approval").locator("summary");

            assertThat(back).isInViewport(whole);
            assertThat(checker.button("Accept")).isInViewport(whole);
            assertThat(back.boundingBox().x).isLessThan(checker.button("Accept").boundingBox().x);
            assertThat(checker.button("Accept").boundingBox().y
                            + checker.button("Accept").boundingBox().height)
                    .isLessThanOrEqualTo(checker.page().locator(".tabbar").boundingBox().y);
        }
    }

    @Test
    void refuses_its_maker_in_words_even_if_the_form_is_forged() {
        String id = Raise.submitted(FUND, Raise.investor("Forged", "GOVERNMENT", true), "1000000000.00");
        try (Visit maker = Visit.as("fund-manager")) {
            maker.open("/commitments/" + id);
            maker.page().evaluate("""
                    () => {
                      const form = document.querySelector('form[action$="/return"]');
                      form.action = form.action.replace("/return", "/acceptance");
                      form.noValidate = true;
                      form.submit();
                    }
                    """);

            Locator alert = maker.page().getByRole(AriaRole.ALERT);
            assertThat(alert).containsText("Whoever made something cannot approve it");
            assertThat(state(maker.page())).hasText("Submitted");
        }
    }

    @Test
    void is_sent_back_with_a_reason_that_its_maker_reads_at_once() {
        String id = Raise.submitted(FUND, Raise.investor("Returned Works", "OTHER", true), "1000000000.00");
        try (Visit checker = Visit.as("approver")) {
            checker.open("/commitments/" + id);
            checker.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Send back"))
                    .click();
            checker.page().getByLabel("Reason").fill("The paper says <b>2</b> billion");
            checker.button("Send back").click();
            assertThat(state(checker.page())).hasText("Draft");
        }
        try (Visit maker = Visit.as("fund-manager")) {
            maker.open("/commitments/" + id);
            assertThat(maker.page().locator(".timeline")).containsText("The paper says <b>2</b> billion");
        }
    }

    @Test
    void that_changed_meanwhile_refuses_in_words_and_keeps_what_was_typed() {
        String id = Raise.draft(FUND, Raise.investor("Changed meanwhile", "OTHER", true), "1000000000.00");
        try (Visit maker = Visit.as("fund-manager")) {
            maker.open("/commitments/" + id);
            assertThat(maker.page().locator("#live")).hasText("Live");
            maker.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Cancel"))
                    .click();
            maker.page().getByLabel("Reason").fill("A reason worth keeping");

            Raise.submit(id);

            assertThat(state(maker.page())).hasText("Submitted");
            assertThat(maker.page().locator("#moved")).containsText("This has changed while you were at it.");
            assertThat(maker.page().getByLabel("Reason")).hasValue("A reason worth keeping");
            maker.button("Cancel the commitment").click();

            Locator alert = maker.page().getByRole(AriaRole.ALERT);
            assertThat(alert).isFocused();
            assertThat(alert).containsText("This changed while you were editing");
            assertThat(alert).not().containsText("ETag");
            assertThat(alert.getByRole(AriaRole.LINK)).hasAttribute("href", "#history");
            assertThat(maker.page().locator("#cancellation-reason")).hasValue("A reason worth keeping");
            assertThat(state(maker.page())).hasText("Submitted");
        }
    }

    @Test
    void moves_on_by_itself_while_it_is_open() {
        String id = Raise.draft(FUND, Raise.investor("Moves on", "OTHER", true), "1000000000.00");
        try (Visit checker = Visit.as("approver")) {
            checker.open("/commitments/" + id);
            assertThat(checker.page().locator("#live")).hasText("Live");
            assertThat(checker.button("Accept")).hasCount(0);

            Raise.submit(id);

            assertThat(state(checker.page())).hasText("Submitted");
            assertThat(checker.page().locator(".timeline > li .b").first()).hasText("Submitted");
            checker.button("Accept").click();
            assertThat(state(checker.page())).hasText("Accepted");
        }
    }

    @Test
    void points_at_the_field_that_cannot_be_taken() {
        String id = Raise.draft(FUND, Raise.investor("Only blanks", "OTHER", true), "1000000000.00");
        try (Visit maker = Visit.as("fund-manager")) {
            maker.open("/commitments/" + id);
            maker.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Cancel"))
                    .click();
            maker.page().getByLabel("Reason").fill("   ");
            maker.button("Cancel the commitment").click();

            Locator alert = maker.page().getByRole(AriaRole.ALERT);
            alert.getByRole(AriaRole.LINK).click();

            Locator field = maker.page().locator("#cancellation-reason");
            assertThat(field).isFocused();
            assertThat(field).hasAttribute("aria-invalid", "true");
            assertThat(state(maker.page())).hasText("Draft");
        }
    }

    @Test
    void that_changed_so_that_its_form_is_gone_still_shows_what_was_typed() {
        String id = Raise.draft(FUND, Raise.investor("Overtaken", "OTHER", true), "1000000000.00");
        try (Visit maker = Visit.of().withoutScript().as("fund-manager")) {
            maker.open("/commitments/" + id);
            maker.page().getByLabel("Public source").fill("A source worth keeping");
            Raise.submit(id);
            await().until(() -> maker.page()
                    .context()
                    .request()
                    .get("/commitments/" + id)
                    .text()
                    .contains("Submitted"));
            maker.button("Submit").click();

            assertThat(maker.page().getByRole(AriaRole.ALERT)).containsText("A source worth keeping");
        }
    }

    @Test
    void asks_for_the_public_source_at_its_field_and_its_address_can_be_opened_again() {
        String id = Raise.draft(FUND, Raise.investor("No source", "OTHER", true), "1000000000.00");
        try (Visit maker = Visit.as("fund-manager")) {
            maker.open("/commitments/" + id);
            maker.page().getByLabel("Public source").fill("   ");
            maker.button("Submit").click();

            Locator alert = maker.page().getByRole(AriaRole.ALERT);
            assertThat(alert).containsText("Something is missing");
            alert.getByRole(AriaRole.LINK).click();
            assertThat(maker.page().locator("#submission-source")).isFocused();
            assertThat(maker.page().locator("#submission-source")).hasAttribute("aria-invalid", "true");
            assertThat(state(maker.page())).hasText("Draft");

            assertThat(maker.address()).startsWith("/commitments/" + id + "/submission");
            assertThat(maker.open("/commitments/" + id + "/submission").status())
                    .isEqualTo(200);
            assertThat(maker.address()).isEqualTo("/commitments/" + id);
        }
    }

    @Test
    void is_not_offered_for_acceptance_where_that_would_be_refused_and_says_what_to_do() {
        String investor = Raise.unchecked("To be checked");
        String id = Raise.submitted(Raise.strictFund(PROGRAMME, "Strict Fund"), investor, "1000000000.00");
        try (Visit checker = Visit.as("approver")) {
            checker.open("/commitments/" + id);
            assertThat(checker.page().locator("#choices li").allInnerTexts())
                    .hasSize(4)
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("Stops it:")
                            .contains("A fund manager records it; then it can be accepted."))
                    .noneSatisfy(line -> assertThat(line).containsAnyOf("requireKyc", "NONE"));
            assertThat(checker.button("Accept")).hasCount(0);
            assertThat(checker.page().locator("#live")).hasText("Live");

            Raise.clear(investor);

            assertThat(checker.page().locator("#choices")).not().containsText("Stops it:");
            checker.button("Accept").click();
            assertThat(state(checker.page())).hasText("Accepted");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keeps_what_was_typed_when_the_session_has_ended_and_does_nothing_by_itself(boolean script) {
        String id = Raise.draft(FUND, Raise.investor("Kept waiting", "OTHER", true), "1000000000.00");
        Visit.Options options = script ? Visit.of() : Visit.of().withoutScript();
        try (Visit maker = options.as("fund-manager")) {
            maker.open("/commitments/" + id);
            maker.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Cancel"))
                    .click();
            maker.page().getByLabel("Reason").fill("A reason worth \"keeping\"");
            maker.page().context().clearCookies();
            maker.button("Cancel the commitment").click();

            assertThat(maker.page().locator("main")).containsText("Your session has ended.");
            maker.page().locator("button[value=fund-manager]").click();
            if (!script) {
                maker.button("Back to the form").click();
            }

            assertThat(maker.page().locator("#cancellation-reason")).hasValue("A reason worth \"keeping\"");
            assertThat(maker.page().locator("#cancellation-reason")).isVisible();
            assertThat(state(maker.page())).hasText("Draft");
        }
    }

    @Test
    void tells_what_was_done_for_a_while_and_for_as_long_as_somebody_points_at_it() {
        String id = Raise.submitted(FUND, Raise.investor("Told in time", "OTHER", true), "1000000000.00");
        try (Visit checker = Visit.as("approver")) {
            checker.page().clock().install();
            checker.open("/commitments/" + id);
            checker.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Send back"))
                    .click();
            checker.page().getByLabel("Reason").fill("Told");
            checker.button("Send back").click();
            Locator toast = checker.page().locator(".toast");
            assertThat(toast).hasText("Sent back");
            toast.hover();
            checker.page().clock().fastForward("00:11");
            assertThat(toast).isVisible();

            checker.page().mouse().move(0, 0);
            checker.page().clock().fastForward("00:11");

            assertThat(toast).hasCount(0);
        }
    }

    @Test
    void shows_every_figure_in_full_and_the_event_behind_each_step() {
        try (Visit visit = Visit.as("auditor")) {
            visit.open("/commitments/" + HORIZON.closed);

            assertThat(visit.page().locator("dl.strip")).containsText("$400,000,000,000.00");
            assertThat(visit.page().locator(".timeline > li")).hasCount(4);
            visit.page().locator(".timeline > li details summary").first().click();
            assertThat(visit.page().locator(".timeline > li").first())
                    .containsText("tranche.commitments.CommitmentClosed");
            assertThat(visit.page().locator("main form")).hasCount(0);
        }
    }

    @Test
    void is_accepted_with_the_keyboard_alone() {
        String id = Raise.submitted(FUND, Raise.investor("By keyboard", "OTHER", true), "1000000000.00");
        try (Visit checker = Visit.as("approver")) {
            checker.open("/commitments?fund=" + FUND + "&text=By+keyboard");
            checker.tabTo(checker.link("By keyboard"));
            checker.page().keyboard().press("Enter");
            assertThat(checker.page().locator("h1")).hasText("By keyboard");
            checker.tabTo(checker.button("Accept"));
            checker.page().keyboard().press("Enter");

            assertThat(state(checker.page())).hasText("Accepted");
            assertThat(checker.address()).isEqualTo("/commitments/" + id);
        }
    }

    private static Locator state(Page page) {
        return page.locator("main .head .chip").first();
    }
}
