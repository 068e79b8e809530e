package tranche.auditor.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which events leave nothing to see to, and of which alerts, written down once more (rule N-6).
 *
 * @param subject the kind of the thing
 * @param types of alerts about it, as they are stored, in alphabetical order
 */
record Ended(String subject, List<String> types) {

    private static final Map<String, Ended> TABLE = new HashMap<>();

    static {
        money("CommitmentReturned CommitmentAccepted CommitmentCancelled", "COMMITMENT", "CM_01");
        money("RaiseThresholdPassed", "PROGRAMME", "CM_07");
        money("CapitalCallApproved", "CAPITAL_CALL", "CC_01");
        money("CapitalCallReopened", "CAPITAL_CALL", "CC_02");
        money("CapitalCallIssued CapitalCallCancelled", "CAPITAL_CALL", "CC_01 CC_02");
        money("CallLineDueSoon CallLineOverdue", "CAPITAL_CALL", "CC_04");
        money("CallLinePartPaid", "CAPITAL_CALL", "CC_06");
        money("CallLinePaid", "CAPITAL_CALL", "CC_04 CC_06 CC_07");
        money("CallLineReopened", "CAPITAL_CALL", "CC_05");
        money("CallLineReversed", "CAPITAL_CALL", "CC_03 CC_04 CC_06 CC_07");
        money("ForecastChanged FundForecastChanged", "FUND", "FC_01");
        money("TrancheConditionsMet TrancheReleased", "TRANCHE", "TR_03");
        money("TrancheRelocked TrancheHeld TrancheAmended TrancheCancelled", "TRANCHE", "TR_01 TR_03");
        site("MilestoneClaimed", "MS_01 MS_04 MS_09");
        site("MilestoneRejected MilestoneClaimWithdrawn", "MS_01 MS_02");
        site("MilestoneAchieved", "MS_01 MS_02 MS_04 MS_05 MS_06 MS_09");
        site("MilestoneSlipped MilestoneAdvanced", "MS_05 MS_06");
        site("BaselineApproved", "BL_01 MS_09");
        site("MilestoneVerificationRevoked", "MS_03");
        site("MilestoneRemoved MilestoneSuperseded", "BL_01 MS_01 MS_02 MS_04 MS_05 MS_06 MS_09");
    }

    private static final Set<String> SOME =
            TABLE.values().stream().flatMap(ended -> ended.types().stream()).collect(Collectors.toUnmodifiableSet());

    Ended {
        types = List.copyOf(types);
    }

    private static void money(String events, String subject, String types) {
        add("tranche.commitments.", events, subject, types);
    }

    private static void site(String events, String types) {
        add("tranche.milestones.", events, "MILESTONE", types);
    }

    private static void add(String service, String events, String subject, String types) {
        for (String event : events.split(" ")) {
            TABLE.put(service + event, new Ended(subject, List.of(types.split(" "))));
        }
    }

    /** What an event settles; empty where it settles nothing. */
    static Optional<Ended> of(IndexedRecord event) {
        return Optional.ofNullable(TABLE.get(event.getSchema().getFullName()));
    }

    /** Whether anything ever settles a type. */
    static boolean isOf(String type) {
        return SOME.contains(type);
    }

    /** Whose part of its thing an event is about; null where it is about the whole. */
    static @Nullable Object investor(IndexedRecord event) {
        return Told.field(event, "investorId");
    }

    /** Of which parts of its thing an event speaks: tranches, where it is a forecast; a call's line, where it is of one. */
    static Set<UUID> parts(IndexedRecord event) {
        return parts(event, _ -> true);
    }

    /** Of which of them it tells something: what was called is told by its call. */
    static Set<UUID> told(IndexedRecord event) {
        return parts(event, row -> !Boolean.TRUE.equals(Told.field(row, "called")));
    }

    private static Set<UUID> parts(IndexedRecord event, Predicate<IndexedRecord> which) {
        Set<UUID> parts = new TreeSet<>();
        if (Told.field(event, "callLineId") instanceof UUID line) {
            parts.add(line);
        }
        if (Told.field(event, "rows") instanceof Collection<?> rows) {
            for (Object row : rows) {
                if (row instanceof IndexedRecord one
                        && which.test(one)
                        && Told.field(one, "trancheId") instanceof UUID tranche) {
                    parts.add(tranche);
                }
            }
        }
        return parts;
    }
}
