package tranche.portal.frame.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.portal.session.domain.Reader;
import tranche.portal.session.domain.Theme;
import tranche.portal.session.domain.Visitor;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

@DisplayName("A number beside the menu")
class CountsTest {

    private static String told(Locale language, Map<MenuEntry, Integer> numbers) {
        UUID account = UUID.randomUUID();
        Visitor approver = new Visitor(
                "Ana",
                new Actor(account, account, new Access(List.of(new Grant(Role.APPROVER, Scope.DEPLOYMENT)))),
                new Reader(language, Theme.SYSTEM, Zones.UTC),
                "csrf",
                Optional.empty());
        return PortalProcess.shared().bean(Pages.class).counts(approver, new Counts(numbers));
    }

    private static String mark(String html, String id) {
        return Pattern.compile("<span class=\"[^\"]*\" id=\"" + id + "\".*?(?=<span class=\"count|\\z)", Pattern.DOTALL)
                .matcher(html)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    @Test
    void is_read_aloud_in_words_wherever_it_stands() {
        String html = told(Locale.ENGLISH, Map.of(MenuEntry.ALERTS, 7, MenuEntry.APPROVALS, 1));

        for (String id : List.of("count-alerts", "count-alerts-phone")) {
            assertThat(mark(html, id))
                    .contains("<span aria-hidden=\"true\">7</span><span class=\"vh\"> 7 unread</span>")
                    .doesNotContain("hot");
        }
        for (String id : List.of("count-approvals", "count-approvals-phone", "count-more")) {
            assertThat(mark(html, id)).contains("count hot", "> 1 waits for you</span>");
        }
    }

    @Test
    void is_absent_where_nothing_waits() {
        assertThat(mark(told(Locale.ENGLISH, Map.of()), "count-alerts"))
                .contains(" hidden")
                .doesNotContain("unread");
    }

    @Test
    void ends_where_nobody_counts_on() {
        String html = told(Locale.FRENCH, Map.of(MenuEntry.ALERTS, 100, MenuEntry.APPROVALS, 2));

        assertThat(mark(html, "count-alerts")).contains(">99+<", "plus de 99 non lues");
        assertThat(mark(html, "count-more")).contains("2 vous attendent");
    }
}
