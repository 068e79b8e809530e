package tranche.values.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID FUND = new UUID(2, 1);
    private static final UUID OTHER_FUND = new UUID(2, 2);
    private static final UUID INVESTOR = new UUID(3, 1);

    private final Access manager = new Access(List.of(new Grant(Role.FUND_MANAGER, Scope.ofFund(PROGRAMME, FUND))));

    @Test
    void a_grant_reaches_what_lies_in_its_fund_and_not_beside_it() {
        assertThat(manager.holds(Role.FUND_MANAGER, Scope.of(PROGRAMME, FUND, INVESTOR)))
                .isTrue();
        assertThat(manager.holds(Role.FUND_MANAGER, Scope.ofFund(PROGRAMME, OTHER_FUND)))
                .isFalse();
        assertThat(manager.holds(Role.FUND_MANAGER, Scope.ofProgramme(PROGRAMME)))
                .isFalse();
    }

    @Test
    void a_grant_is_for_its_role_alone() {
        assertThat(manager.holds(Set.of(Role.APPROVER, Role.AUDITOR), Scope.ofFund(PROGRAMME, FUND)))
                .isFalse();
        assertThat(manager.holdsAnywhere(Role.APPROVER)).isFalse();
        assertThat(manager.scopesOf(Set.of(Role.FUND_MANAGER))).containsExactly(Scope.ofFund(PROGRAMME, FUND));
    }

    @Test
    void a_grant_for_the_deployment_reaches_everything_and_an_investors_only_its_own() {
        var auditor = new Access(List.of(new Grant(Role.AUDITOR, Scope.DEPLOYMENT)));
        var investor = new Access(List.of(new Grant(Role.INVESTOR, Scope.ofInvestor(INVESTOR))));

        assertThat(auditor.holds(Role.AUDITOR, Scope.of(PROGRAMME, FUND, INVESTOR)))
                .isTrue();
        assertThat(investor.holds(Role.INVESTOR, Scope.of(PROGRAMME, OTHER_FUND, INVESTOR)))
                .isTrue();
        assertThat(investor.holds(Role.INVESTOR, Scope.ofFund(PROGRAMME, FUND))).isFalse();
        assertThat(Access.NONE.holdsAnywhere(Role.INVESTOR)).isFalse();
    }

    @Test
    void roles_have_the_names_of_the_wire() {
        assertThat(Role.FUND_MANAGER.code()).isEqualTo("fund-manager");
        assertThat(Role.values())
                .allSatisfy(role -> assertThat(Role.of(role.code())).isEqualTo(role));
    }
}
