package tranche.notifications.notice.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.Head;
import tranche.notifications.Told;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.domain.Settling;
import tranche.notifications.notice.domain.Turn;

/** Which alerts each event supersedes, written down once more as people would say it. */
@DisplayName("N-6: what an event settles")
class SettlingAvroTest {

    private static final Map<String, String> TABLE = new LinkedHashMap<>();

    static {
        of("commitments", "CommitmentReturned CommitmentAccepted CommitmentCancelled", "CM-01");
        of("commitments", "RaiseThresholdPassed", "CM-07");
        of("commitments", "CapitalCallApproved", "CC-01");
        of("commitments", "CapitalCallReopened", "CC-02");
        of("commitments", "CapitalCallIssued CapitalCallCancelled", "CC-01 CC-02");
        of("commitments", "CallLineDueSoon CallLineOverdue", "CC-04");
        of("commitments", "CallLinePartPaid", "CC-06");
        of("commitments", "CallLinePaid", "CC-04 CC-06 CC-07");
        of("commitments", "CallLineReopened", "CC-05");
        of("commitments", "CallLineReversed", "CC-03 CC-04 CC-06 CC-07");
        of("commitments", "ForecastChanged FundForecastChanged", "FC-01");
        of("commitments", "TrancheConditionsMet TrancheReleased", "TR-03");
        of("commitments", "TrancheRelocked TrancheHeld TrancheAmended TrancheCancelled", "TR-01 TR-03");
        of("milestones", "MilestoneClaimed", "MS-01 MS-04 MS-09");
        of("milestones", "MilestoneRejected MilestoneClaimWithdrawn", "MS-01 MS-02");
        of("milestones", "MilestoneAchieved", "MS-01 MS-02 MS-04 MS-05 MS-06 MS-09");
        of("milestones", "MilestoneSlipped MilestoneAdvanced", "MS-05 MS-06");
        of("milestones", "BaselineApproved", "BL-01 MS-09");
        of("milestones", "MilestoneVerificationRevoked", "MS-03");
        of("milestones", "MilestoneRemoved MilestoneSuperseded", "BL-01 MS-01 MS-02 MS-04 MS-05 MS-06 MS-09");
        of("commitments", "CommitmentDrafted CommitmentClosed CapitalCallDrafted CallLineIssued CapitalCallPaid", "");
        of("milestones", "MilestonePlanned MilestoneStarted MilestoneVerified EvidenceSubmitted MilestoneWaived", "");
    }

    private static void of(String service, String events, String types) {
        for (String event : events.split(" ")) {
            TABLE.put("tranche." + service + "." + event, types);
        }
    }

    static Stream<Map.Entry<String, String>> table() {
        return TABLE.entrySet().stream();
    }

    private static Optional<Settling> settling(String name) throws ClassNotFoundException {
        SpecificRecord event =
                Told.event(Class.forName(name).asSubclass(SpecificRecord.class), UUID.randomUUID(), Map.of());
        return SettlingAvro.settling((Head) event.get(0), event);
    }

    @ParameterizedTest
    @MethodSource("table")
    void supersedes_what_has_nothing_left_to_say(Map.Entry<String, String> line) throws ClassNotFoundException {
        Set<String> superseded = settling(line.getKey()).stream()
                .flatMap(one -> one.turn().superseded().stream())
                .map(AlertType::code)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(superseded)
                .isEqualTo(new TreeSet<>(
                        line.getValue().isEmpty()
                                ? List.of()
                                : List.of(line.getValue().split(" "))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DueSoon", "Overdue", "PartPaid", "Paid", "Reopened", "Reversed"})
    void what_becomes_of_a_line_settles_what_was_told_of_this_line(String name) throws ClassNotFoundException {
        UUID line = UUID.randomUUID();
        SpecificRecord event = Told.event(
                Class.forName("tranche.commitments.CallLine" + name).asSubclass(SpecificRecord.class),
                UUID.randomUUID(),
                Map.of("callLineId", line));
        Head head = (Head) event.get(0);

        assertThat(SettlingAvro.settling(head, event)).map(Settling::parts).contains(Set.of(line));
        assertThat(NoticeAvro.notice(head, event).map(Notice::parts).orElse(Set.of(line)))
                .isEqualTo(Set.of(line));
    }

    @Test
    void every_turn_has_an_event() throws ClassNotFoundException {
        Set<Turn> taken = new TreeSet<>();
        for (String event : TABLE.keySet()) {
            settling(event).ifPresent(one -> taken.add(one.turn()));
        }

        assertThat(taken).containsAll(Arrays.asList(Turn.values()));
    }
}
