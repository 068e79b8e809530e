package tranche.notifications.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.notice.domain.Subject.Kind;
import tranche.values.actor.Role;

@DisplayName("The page about what is told")
class PagesTest {

    private static final UUID ID = new UUID(1, 2);

    private static Optional<String> page(Kind kind, Role... roles) {
        return Pages.of(new Subject(kind, ID), Set.of(roles));
    }

    @Test
    void is_that_of_the_thing_itself() {
        assertThat(page(Kind.MILESTONE, Role.STAKEHOLDER)).contains("/milestones/" + ID);
        assertThat(page(Kind.COMMITMENT, Role.INVESTOR)).contains("/commitments/" + ID);
        assertThat(page(Kind.PROGRAMME, Role.STAKEHOLDER)).contains("/programmes/" + ID);
        assertThat(page(Kind.CAPITAL_CALL, Role.FUND_MANAGER)).contains("/calls/" + ID);
        assertThat(page(Kind.CAPITAL_CALL, Role.INVESTOR)).contains("/calls/" + ID);
        assertThat(page(Kind.WEBHOOK_ENDPOINT)).contains("/operations/endpoints/" + ID);
        assertThat(page(Kind.CAPITAL_CALL)).as("by asking for it").contains("/calls/" + ID);
    }

    @Test
    void is_the_investor_s_own_where_it_is_told_as_one_alone() {
        assertThat(page(Kind.FUND, Role.INVESTOR)).contains("/home");
    }

    @Test
    void is_none_where_a_thing_has_no_page() {
        assertThat(page(Kind.FUND, Role.FUND_MANAGER)).isEmpty();
        assertThat(page(Kind.RECEIPT, Role.FUND_MANAGER)).isEmpty();
        assertThat(page(Kind.TRANCHE, Role.APPROVER)).isEmpty();
    }
}
