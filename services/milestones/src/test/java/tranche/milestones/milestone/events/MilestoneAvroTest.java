package tranche.milestones.milestone.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.Head;
import tranche.flow.writer.Outgoing;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneForecastChanged;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.MilestoneWaived;
import tranche.milestones.Verifier;
import tranche.milestones.milestone.domain.MilestoneEvent;
import tranche.milestones.milestone.domain.Site;
import tranche.milestones.milestone.domain.Story;

/** Every event of a milestone leaves as the record of its name, with the scope and the version of its milestone. */
class MilestoneAvroTest {

    private record Told(Site after, MilestoneEvent event) {}

    static List<Told> told() {
        List<Told> told = new ArrayList<>();
        Site site = Story.begin();
        for (MilestoneEvent event : Story.events()) {
            site = site.apply(event, Story.NOW);
            told.add(new Told(site, event));
        }
        return told;
    }

    @ParameterizedTest
    @MethodSource("told")
    void is_a_record_of_its_name_and_of_its_milestone(Told told) {
        Outgoing outgoing = MilestoneAvro.of(told.after(), told.event());
        SpecificRecord record = outgoing.record().apply(head(outgoing));
        Schema schema = record.getSchema();
        var milestone = told.after().milestones().get(told.event().id()).orElseThrow();

        assertThat(outgoing.aggregateType()).isEqualTo("milestone");
        assertThat(outgoing.version()).isEqualTo(milestone.version().number());
        assertThat(schema.getName())
                .isIn(
                        told.event().getClass().getSimpleName(),
                        "Milestone" + told.event().getClass().getSimpleName());
        assertThat(record.get(schema.getField("milestoneId").pos()))
                .isEqualTo(milestone.id().value());
        assertThat(record.get(schema.getField("projectId").pos()))
                .isEqualTo(milestone.project().value());
        assertThat(record.get(schema.getField("programmeId").pos()))
                .isEqualTo(milestone.programme().value());
        if (schema.getField("state") != null) {
            assertThat(record.get(schema.getField("state").pos()))
                    .isEqualTo(milestone.state().name());
        }
    }

    @Test
    void leaves_no_kind_of_event_untold() {
        Stream<String> kinds =
                Stream.of(MilestoneEvent.class.getPermittedSubclasses()).map(Class::getSimpleName);

        assertThat(told())
                .extracting(one -> one.event().getClass().getSimpleName())
                .containsAll(kinds.toList());
    }

    @Test
    void tells_what_it_follows_and_what_it_needs() {
        MilestonePlanned planned = (MilestonePlanned) record(MilestoneEvent.Planned.class, 1);

        assertThat(planned.getPredecessors())
                .singleElement()
                .satisfies(link -> assertThat(link.getLagDays()).isEqualTo(-2));
        assertThat(planned.getRequiredEvidence()).containsExactly("PHOTO", "CERTIFICATE");
        assertThat(planned.getExternalRef()).isEqualTo(Optional.of("US-1/tool"));
        assertThat(planned.getNotBefore()).isEqualTo(Optional.of(LocalDate.of(2026, 5, 1)));
    }

    @Test
    void names_verifiers_by_account_and_person_and_evidence_by_its_hash() {
        MilestoneAchieved achieved = (MilestoneAchieved) record(MilestoneEvent.Achieved.class, 0);

        assertThat(achieved.getVerifiers())
                .containsExactly(
                        new Verifier(Story.VERIFIER.account(), Story.VERIFIER.person()),
                        new Verifier(Story.SECOND_VERIFIER.account(), Story.SECOND_VERIFIER.person()));
        assertThat(achieved.getEvidence()).containsExactly("ab".repeat(32), "ab".repeat(32));
        assertThat(achieved.getSlipDays()).isEqualTo(-91);
    }

    @Test
    void tells_a_forecast_with_its_reason_its_causes_and_its_chain() {
        MilestoneForecastChanged stated = (MilestoneForecastChanged) record(MilestoneEvent.ForecastChanged.class, 0);
        MilestoneForecastChanged run = (MilestoneForecastChanged) record(MilestoneEvent.ForecastChanged.class, 1);

        assertThat(stated.getStatedDate()).isEqualTo(Optional.of(stated.getForecastDate()));
        assertThat(stated.getReason()).isEqualTo(Optional.of("the crane is late"));
        assertThat(stated.getCauses()).isEmpty();
        assertThat(run.getCauses()).containsExactly(Story.CAUSE);
        assertThat(run.getChain())
                .singleElement()
                .satisfies(link -> assertThat(link.getSlipDays()).isEqualTo(12));
    }

    @Test
    void says_of_a_waiver_whether_it_is_for_all() {
        MilestoneWaived some = (MilestoneWaived) record(MilestoneEvent.Waived.class, 0);
        MilestoneWaived all = (MilestoneWaived) record(MilestoneEvent.Waived.class, 1);

        assertThat(some.getOfAll()).isFalse();
        assertThat(some.getTrancheIds()).containsExactly(Story.TRANCHE);
        assertThat(all.getOfAll()).isTrue();
        assertThat(all.getTrancheIds()).isEmpty();
    }

    /** The record of the event of a kind, counted from zero. */
    private static SpecificRecord record(Class<? extends MilestoneEvent> kind, int which) {
        Told told = told().stream()
                .filter(one -> kind.isInstance(one.event()))
                .skip(which)
                .findFirst()
                .orElseThrow();
        Outgoing outgoing = MilestoneAvro.of(told.after(), told.event());
        return outgoing.record().apply(head(outgoing));
    }

    private static Head head(Outgoing outgoing) {
        return Head.newBuilder()
                .setEventId(new UUID(1, 1))
                .setAggregateId(outgoing.aggregateId())
                .setVersion(outgoing.version())
                .setSequence(1)
                .setEffectiveDate(outgoing.effectiveDate())
                .setRecordedAt(Instant.EPOCH)
                .setActorId(new UUID(1, 2))
                .setCorrelationId(new UUID(1, 3))
                .build();
    }
}
