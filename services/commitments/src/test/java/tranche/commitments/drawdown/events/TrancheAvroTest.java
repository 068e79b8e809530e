package tranche.commitments.drawdown.events;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.ANA;
import static tranche.commitments.drawdown.domain.Slices.BEN;
import static tranche.commitments.drawdown.domain.Slices.FIRST;
import static tranche.commitments.drawdown.domain.Slices.NOW;
import static tranche.commitments.drawdown.domain.Slices.OPEN;
import static tranche.commitments.drawdown.domain.Slices.POWER;
import static tranche.commitments.drawdown.domain.Slices.SECOND;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.TODAY;
import static tranche.commitments.drawdown.domain.Slices.VERA;
import static tranche.commitments.drawdown.domain.Slices.achieved;
import static tranche.commitments.drawdown.domain.Slices.amend;
import static tranche.commitments.drawdown.domain.Slices.cancel;
import static tranche.commitments.drawdown.domain.Slices.confirm;
import static tranche.commitments.drawdown.domain.Slices.draft;
import static tranche.commitments.drawdown.domain.Slices.id;
import static tranche.commitments.drawdown.domain.Slices.reconsider;
import static tranche.commitments.drawdown.domain.Slices.redraft;
import static tranche.commitments.drawdown.domain.Slices.the;
import static tranche.commitments.drawdown.domain.Slices.usd;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.Slices.waived;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.Head;
import tranche.commitments.ConditionFinding;
import tranche.commitments.ConditionGroup;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCallDrafted;
import tranche.commitments.TrancheCondition;
import tranche.commitments.TrancheConditionsMet;
import tranche.commitments.TrancheDrafted;
import tranche.commitments.TrancheHeld;
import tranche.commitments.TrancheReleased;
import tranche.commitments.TrancheRelocked;
import tranche.commitments.drawdown.domain.CallDraft;
import tranche.commitments.drawdown.domain.Condition;
import tranche.commitments.drawdown.domain.Condition.AnyOf;
import tranche.commitments.drawdown.domain.Condition.DateReached;
import tranche.commitments.drawdown.domain.Condition.DocumentPresent;
import tranche.commitments.drawdown.domain.Condition.Single;
import tranche.commitments.drawdown.domain.ConditionVersion;
import tranche.commitments.drawdown.domain.Slices;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheCommand;
import tranche.commitments.drawdown.domain.TrancheEvent;
import tranche.commitments.drawdown.domain.Tranches;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.flow.wire.AvroBytes;
import tranche.flow.writer.Outgoing;

/** Every event of a tranche leaves as the record of its name, with the scope and the version of its tranche. */
class TrancheAvroTest {

    private record Told(Tranche after, TrancheEvent event) {}

    /** A tranche to which everything happens. */
    private static final class Story {

        private Tranches tranches;
        private final List<Told> told = new ArrayList<>();

        private Story(Tranches fund) {
            tranches = fund;
        }

        Story ask(TrancheCommand command) {
            return happen(Slices.events(tranches.decide(command, OPEN, NOW)));
        }

        Story happen(List<TrancheEvent> events) {
            for (TrancheEvent event : events) {
                tranches = tranches.apply(event, NOW);
                told.add(new Told(the(tranches, FIRST), event));
            }
            return this;
        }

        Story hear(MilestoneNews news) {
            tranches = Slices.told(tranches, news);
            return ask(reconsider(FIRST));
        }
    }

    private static Story story() {
        var story = new Story(Slices.aFund());
        story.ask(draft(
                FIRST, verified(SHELL), new AnyOf(1, List.of((Single) verified(POWER), new DateReached(TODAY)))));
        story.ask(Slices.approve(story.tranches, FIRST, BEN));
        story.hear(waived(SHELL, TODAY.plusDays(3), FIRST));
        story.happen(story.tranches.cancelled(CallDraft.idOf(FIRST, 1), NOW));
        story.ask(redraft(FIRST, id(77)));
        story.hear(new MilestoneNews.WaiversRevoked(SHELL, "PLANNED"));
        story.ask(confirm(FIRST, amend(verified(SHELL), verified(POWER))));
        story.hear(waived(POWER, TODAY));
        story.hear(achieved(SHELL, VERA));
        return story;
    }

    private static List<Told> told() {
        Story released = story();
        released.happen(released.tranches.issued(CallDraft.idOf(FIRST, 2), NOW));
        Story cancelled = story();
        cancelled.ask(confirm(FIRST, cancel()));
        return Stream.concat(released.told.stream(), cancelled.told.stream()).toList();
    }

    private static Head head(Outgoing outgoing) {
        return Head.newBuilder()
                .setEventId(UUID.randomUUID())
                .setAggregateId(outgoing.aggregateId())
                .setVersion(outgoing.version())
                .setSequence(1)
                .setEffectiveDate(outgoing.effectiveDate())
                .setRecordedAt(Instant.parse("2026-11-23T14:00:00Z"))
                .setActorId(UUID.randomUUID())
                .setCorrelationId(UUID.randomUUID())
                .build();
    }

    private static SpecificRecord record(Told told) {
        Outgoing outgoing = TrancheAvro.of(told.after(), told.event());
        return outgoing.record().apply(head(outgoing));
    }

    private static <T> T first(Class<T> type) {
        return told().stream()
                .map(TrancheAvroTest::record)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void is_a_record_of_its_name_and_of_its_tranche() {
        assertThat(told()).allSatisfy(told -> {
            SpecificRecord record = record(told);
            Schema schema = record.getSchema();

            assertThat(schema.getFullName())
                    .isEqualTo("tranche.commitments.Tranche"
                            + told.event().getClass().getSimpleName());
            assertThat(TrancheAvro.of(told.after(), told.event()).version())
                    .isEqualTo(told.after().version().number());
            assertThat(record.get(schema.getField("trancheId").pos())).isEqualTo(FIRST.value());
            assertThat(record.get(schema.getField("fundId").pos())).isEqualTo(Slices.FUND.value());
            assertThat(record.get(schema.getField("programmeId").pos())).isEqualTo(Slices.PROGRAMME.value());
            assertThat(record.get(schema.getField("state").pos()))
                    .isEqualTo(told.after().state().name());
            assertThat(AvroBytes.encode(record)).isNotEmpty();
        });
    }

    @Test
    void leaves_no_kind_of_event_untold() {
        assertThat(told())
                .extracting(one -> one.event().getClass().getSimpleName())
                .containsAll(Stream.of(TrancheEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void tells_its_conditions_in_groups() {
        TrancheDrafted drafted = first(TrancheDrafted.class);

        assertThat(drafted.getConditions())
                .extracting(ConditionGroup::getRequired)
                .containsExactly(1, 1);
        assertThat(drafted.getConditions().getFirst().getConditions())
                .extracting(TrancheCondition::getMilestoneId)
                .containsExactly(Optional.of(SHELL.value()));
        assertThat(drafted.getConditions().getLast().getConditions())
                .extracting(TrancheCondition::getType)
                .containsExactly("MILESTONE_VERIFIED", "DATE_REACHED");
        assertThat(drafted.getConditions().getLast().getConditions().getLast().getDate())
                .contains(TODAY);
        assertThat(drafted.getConditionVersion()).isEqualTo(1);
        assertThat(drafted.getProjectId()).contains(Slices.PROJECT);
        assertThat(drafted.getAmount().getValue())
                .isEqualByComparingTo(usd("100.00").value());
    }

    @Test
    void tells_other_tranches_and_documents_that_are_waited_for() {
        var conditions = new ConditionVersion(
                1, List.of(new Condition.TrancheReleased(SECOND), new DocumentPresent("certificate")), TODAY);

        List<ConditionGroup> groups = ConditionAvro.groups(conditions);

        assertThat(groups.getFirst().getConditions().getFirst().getTrancheId()).contains(SECOND.value());
        assertThat(groups.getLast().getConditions().getFirst().getDocumentKind())
                .contains("certificate");
    }

    @Test
    @DisplayName("D-42: tells upon which facts the conditions were met, and fell back")
    void tells_upon_which_facts() {
        TrancheConditionsMet met = first(TrancheConditionsMet.class);
        TrancheRelocked relocked = first(TrancheRelocked.class);

        assertThat(met.getFindings()).extracting(ConditionFinding::getStatus).containsExactly("WAIVED", "OPEN", "MET");
        assertThat(met.getFindings().getFirst().getEvents()).containsExactly(id(901));
        assertThat(met.getConditions())
                .extracting(TrancheCondition::getType)
                .containsExactly("MILESTONE_VERIFIED", "MILESTONE_VERIFIED", "DATE_REACHED");
        assertThat(met.getConditions().getFirst().getMilestoneId()).contains(SHELL.value());
        assertThat(met.getConditionsHash())
                .isEqualTo(first(TrancheDrafted.class).getConditionsHash());
        assertThat(relocked.getFindings().getFirst().getStatus()).isEqualTo("OPEN");
        assertThat(relocked.getCancelledCallId()).contains(id(77));
        assertThat(relocked.getFellBack())
                .extracting(TrancheCondition::getMilestoneId)
                .containsExactly(Optional.of(SHELL.value()));
    }

    @Test
    void tells_its_calls_and_why_none_is_drafted() {
        TrancheCallDrafted drafted = first(TrancheCallDrafted.class);

        assertThat(drafted.getCallId()).isEqualTo(CallDraft.idOf(FIRST, 1));
        assertThat(drafted.getMilestoneIds()).containsExactly(SHELL.value());
        assertThat(first(TrancheHeld.class).getWhy()).isEqualTo("draft-cancelled");
    }

    @Test
    @DisplayName("D-44: tells which milestones were verified and which were waived")
    void tells_what_it_was_released_upon() {
        TrancheReleased released = first(TrancheReleased.class);

        assertThat(released.getCallId()).isEqualTo(CallDraft.idOf(FIRST, 2));
        assertThat(released.getMilestoneIds()).containsExactly(SHELL.value(), POWER.value());
        assertThat(released.getVerifiedMilestoneIds()).containsExactly(SHELL.value());
        assertThat(released.getWaivedMilestoneIds()).containsExactly(POWER.value());
        assertThat(released.getConditionVersion()).isEqualTo(2);
    }

    @Test
    void names_accounts_and_no_person() {
        TrancheAmended amended = first(TrancheAmended.class);

        assertThat(amended.getProposedBy()).isEqualTo(ANA.account());
    }
}
