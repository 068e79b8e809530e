package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.TODAY;
import static tranche.commitments.drawdown.domain.Slices.VERA;
import static tranche.commitments.drawdown.domain.Slices.achieved;
import static tranche.commitments.drawdown.domain.Slices.reconsider;
import static tranche.commitments.drawdown.domain.Slices.the;
import static tranche.commitments.drawdown.domain.Slices.told;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.Slices.waitingFor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.TrancheOutlook.Certainty;
import tranche.commitments.fund.domain.CallBasis;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.commitments.milestone.domain.Outlook;

@DisplayName("D-34: how certain a tranche is")
class TrancheOutlookTest {

    private static TrancheOutlook outlook(Tranches tranches) {
        return TrancheOutlook.of(the(tranches, FIRST), tranches.facts(), TODAY);
    }

    private static Tranches slipping(int days) {
        LocalDate day = TODAY.plusDays(30L + days);
        var news =
                new MilestoneNews.Forecast(SHELL, new Outlook(day, days, Optional.empty(), List.of(), new UUID(1, 1)));
        return told(waitingFor(verified(SHELL)), news);
    }

    @Test
    void is_on_plan_up_to_the_day_of_the_baseline_and_at_risk_one_day_later() {
        assertThat(outlook(slipping(0))).isEqualTo(new TrancheOutlook(Certainty.ON_PLAN, Optional.of(SHELL)));
        assertThat(outlook(slipping(-3)).certainty()).isEqualTo(Certainty.ON_PLAN);
        assertThat(outlook(slipping(1))).isEqualTo(new TrancheOutlook(Certainty.AT_RISK, Optional.of(SHELL)));
    }

    @Test
    void is_at_risk_where_its_milestone_is_no_longer_to_be_expected() {
        assertThat(outlook(told(slipping(0), new MilestoneNews.Gone(SHELL, "REMOVED")))
                        .certainty())
                .isEqualTo(Certainty.AT_RISK);
    }

    @Test
    void waits_for_nothing_once_it_is_verified_though_nobody_has_looked_yet() {
        assertThat(outlook(told(slipping(40), achieved(SHELL, VERA))))
                .isEqualTo(new TrancheOutlook(Certainty.ON_PLAN, Optional.empty()));
        Drawdowns met = TrancheCallsTest.after(
                TrancheCallsTest.hearing(
                        TrancheCallsTest.with(Funds.fund(CallBasis.COMMITMENT, List.of(100_00)), slipping(40)),
                        achieved(SHELL, VERA)),
                reconsider(FIRST));
        assertThat(outlook(met.tranches()).certainty()).isEqualTo(Certainty.UNLOCKED);
    }
}
