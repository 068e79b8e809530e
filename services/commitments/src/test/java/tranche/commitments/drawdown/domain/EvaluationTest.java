package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tranche.commitments.drawdown.domain.ConditionStatus.MET;
import static tranche.commitments.drawdown.domain.ConditionStatus.OPEN;
import static tranche.commitments.drawdown.domain.ConditionStatus.WAIVED;
import static tranche.commitments.drawdown.domain.Slices.ABSENT;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.POWER;
import static tranche.commitments.drawdown.domain.Slices.PROGRAMME;
import static tranche.commitments.drawdown.domain.Slices.SECOND;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.TODAY;
import static tranche.commitments.drawdown.domain.Slices.VERA;
import static tranche.commitments.drawdown.domain.Slices.aFund;
import static tranche.commitments.drawdown.domain.Slices.achieved;
import static tranche.commitments.drawdown.domain.Slices.eventOf;
import static tranche.commitments.drawdown.domain.Slices.id;
import static tranche.commitments.drawdown.domain.Slices.told;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.Slices.waived;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.DocumentPresent;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.Condition.TrancheReleased;
import tranche.commitments.milestone.domain.MilestoneNews;

/** Rules D-41, D-42: what conditions come to. */
class EvaluationTest {

    private static final Single CERTIFICATE = new DocumentPresent("drawdown-certificate");
    private static final String HASH = "ab".repeat(32);

    private static Evaluation evaluated(Facts facts, LocalDate day, Condition... conditions) {
        return Evaluation.of(FIRST, version(conditions), facts, day);
    }

    private static ConditionVersion version(Condition... conditions) {
        return new ConditionVersion(1, List.of(conditions), TODAY);
    }

    private static ConditionStatus status(Facts facts, LocalDate day, Condition condition) {
        Evaluation evaluation = evaluated(facts, day, condition);
        ConditionStatus status = evaluation.statuses(version(condition)).getFirst();
        assertThat(evaluation.isMet()).isEqualTo(status != OPEN);
        return status;
    }

    @Test
    void a_milestone_counts_when_it_is_verified_by_its_quorum() {
        Tranches claimed = told(aFund(), new MilestoneNews.Moved(SHELL, "VERIFIED"));

        assertThat(status(claimed.facts(), TODAY, verified(SHELL))).isEqualTo(OPEN);
        assertThat(status(told(claimed, achieved(SHELL, VERA)).facts(), TODAY, verified(SHELL)))
                .isEqualTo(MET);
        assertThat(status(Facts.NONE, TODAY, verified(ABSENT))).isEqualTo(OPEN);
    }

    @Test
    void a_waiver_holds_for_the_tranches_that_it_names_to_its_last_day() {
        Facts facts = told(aFund(), waived(SHELL, TODAY, FIRST)).facts();

        assertThat(status(facts, TODAY, verified(SHELL))).isEqualTo(WAIVED);
        assertThat(status(facts, TODAY.plusDays(1), verified(SHELL))).isEqualTo(OPEN);
        assertThat(Evaluation.of(SECOND, version(verified(SHELL)), facts, TODAY).isMet())
                .isFalse();
    }

    @Test
    void a_waiver_for_all_holds_for_each_until_it_is_revoked() {
        Tranches waived = told(aFund(), waived(SHELL, TODAY));

        assertThat(Evaluation.of(SECOND, version(verified(SHELL)), waived.facts(), TODAY)
                        .isMet())
                .isTrue();
        Tranches revoked = told(waived, new MilestoneNews.WaiversRevoked(SHELL, "PLANNED"));
        assertThat(status(revoked.facts(), TODAY, verified(SHELL))).isEqualTo(OPEN);
    }

    @Test
    @DisplayName("D-44: a waived milestone that is verified later is verified")
    void verified_counts_before_waived() {
        Tranches waived = told(aFund(), waived(SHELL, TODAY));
        Facts facts = told(waived, achieved(SHELL, VERA)).facts();

        Finding finding = evaluated(facts, TODAY, verified(SHELL)).findings().getFirst();
        assertThat(finding.status()).isEqualTo(MET);
        assertThat(finding.events()).containsExactly(eventOf(SHELL));
    }

    @Test
    void a_milestone_that_leaves_the_plan_stays_open() {
        Facts facts = told(aFund(), new MilestoneNews.Gone(SHELL, "REMOVED")).facts();

        assertThat(status(facts, TODAY, verified(SHELL))).isEqualTo(OPEN);
    }

    @Test
    void a_date_is_reached_on_its_day() {
        Condition condition = new DateReached(TODAY);

        assertThat(status(Facts.NONE, TODAY.minusDays(1), condition)).isEqualTo(OPEN);
        assertThat(status(Facts.NONE, TODAY, condition)).isEqualTo(MET);
    }

    @Test
    void another_tranche_counts_when_it_is_released() {
        Condition condition = new TrancheReleased(SECOND);
        Facts waiting = awaiting(new Facts.Awaited(PROGRAMME, Optional.empty(), Set.of()));
        Facts released = awaiting(new Facts.Awaited(PROGRAMME, Optional.of(id(5)), Set.of()));

        assertThat(status(Facts.NONE, TODAY, condition)).isEqualTo(OPEN);
        assertThat(status(waiting, TODAY, condition)).isEqualTo(OPEN);
        assertThat(status(released, TODAY, condition)).isEqualTo(MET);
        assertThat(evaluated(released, TODAY, condition).findings().getFirst().events())
                .containsExactly(id(5));
    }

    private static Facts awaiting(Facts.Awaited second) {
        return new Facts(Map.of(), Map.of(SECOND, second), Map.of(), Set.of());
    }

    @Test
    void a_document_is_found_by_its_kind_and_named_by_its_hash() {
        Facts facts = new Facts(Map.of(), Map.of(), Map.of("drawdown-certificate", List.of(HASH)), Set.of());

        assertThat(status(facts, TODAY, new DocumentPresent("side-letter"))).isEqualTo(OPEN);
        assertThat(evaluated(facts, TODAY, CERTIFICATE).findings().getFirst().documents())
                .containsExactly(HASH);
    }

    @Test
    void all_conditions_must_be_met() {
        Facts facts = told(aFund(), achieved(SHELL, VERA)).facts();
        ConditionVersion both = version(verified(SHELL), verified(POWER));
        Evaluation evaluation = Evaluation.of(FIRST, both, facts, TODAY);

        assertThat(evaluation.isMet()).isFalse();
        assertThat(evaluation.statuses(both)).containsExactly(MET, OPEN);
    }

    @Test
    void some_of_several_suffice_as_many_as_are_required() {
        Facts one = told(aFund(), achieved(SHELL, VERA)).facts();
        Facts two =
                told(told(aFund(), achieved(SHELL, VERA)), waived(POWER, TODAY)).facts();
        Single shell = (Single) verified(SHELL);
        Single power = (Single) verified(POWER);

        assertThat(status(one, TODAY, new AnyOf(1, List.of(shell, power, CERTIFICATE))))
                .isEqualTo(MET);
        assertThat(status(one, TODAY, new AnyOf(2, List.of(shell, power, CERTIFICATE))))
                .isEqualTo(OPEN);
        assertThat(status(two, TODAY, new AnyOf(1, List.of(shell, power)))).isEqualTo(MET);
        assertThat(status(two, TODAY, new AnyOf(2, List.of(shell, power, CERTIFICATE))))
                .isEqualTo(WAIVED);
        assertThat(status(two, TODAY, new AnyOf(3, List.of(shell, power, CERTIFICATE))))
                .isEqualTo(OPEN);
    }

    @Test
    void what_follows_several_is_judged_by_its_own_finding() {
        Facts facts = told(aFund(), achieved(POWER, VERA)).facts();
        ConditionVersion conditions =
                version(new AnyOf(1, List.of(CERTIFICATE, new DateReached(TODAY))), verified(SHELL), verified(POWER));

        assertThat(Evaluation.of(FIRST, conditions, facts, TODAY).statuses(conditions))
                .containsExactly(MET, OPEN, MET);
    }

    @Test
    void as_many_are_required_as_there_are_at_most() {
        assertThatThrownBy(() -> new AnyOf(0, List.of(CERTIFICATE))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AnyOf(2, List.of(CERTIFICATE))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_version_has_from_one_to_fifty_conditions() {
        Condition[] fifty = IntStream.range(0, 50)
                .mapToObj(day -> new DateReached(TODAY.plusDays(day)))
                .toArray(Condition[]::new);
        var one = new AnyOf(1, List.of(CERTIFICATE));
        List<Condition> full = List.of(fifty);

        assertThat(version(fifty).singles()).hasSize(50);
        assertThatThrownBy(() -> version()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConditionVersion(
                        1, Stream.concat(full.stream(), Stream.of(one)).toList(), TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("D-42: another number, day or condition is another hash; the same is the same")
    void a_version_is_known_by_its_hash() {
        ConditionVersion version = version(verified(SHELL));

        assertThat(version.content().hash())
                .isEqualTo(version(verified(SHELL)).content().hash())
                .isNotEqualTo(version(verified(POWER)).content().hash())
                .isNotEqualTo(new ConditionVersion(2, version.conditions(), TODAY)
                        .content()
                        .hash())
                .isNotEqualTo(new ConditionVersion(1, version.conditions(), TODAY.plusDays(1))
                        .content()
                        .hash());
    }
}
