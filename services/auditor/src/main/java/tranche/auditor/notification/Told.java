package tranche.auditor.notification;

import static tranche.auditor.notification.Reach.FUND;
import static tranche.auditor.notification.Reach.PART;
import static tranche.auditor.notification.Reach.PROGRAMME;
import static tranche.auditor.notification.Reach.PROJECT;
import static tranche.auditor.notification.Reach.PUBLIC;
import static tranche.auditor.notification.Reach.WHOLE_FUND;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tranche.Head;

/**
 * A line of the catalogue of domain §9.2, written down once more: what is told of an event, and whom.
 *
 * @param event full name of the record
 * @param type as it is stored, for instance {@code CC_03}
 * @param subject the kind of what it is about, for instance {@code CAPITAL_CALL}
 * @param roles in alphabetical order
 */
record Told(String event, String type, String subject, Reach reach, List<String> roles) {

    private static final String OF_COMMITMENTS = "tranche.commitments.";
    private static final String OF_MILESTONES = "tranche.milestones.";

    private static final Map<String, Told> CATALOGUE = new LinkedHashMap<>();

    static {
        money("CommitmentSubmitted CM_01 COMMITMENT", PART, "APPROVER FUND_MANAGER");
        money("CommitmentAccepted CM_02 COMMITMENT", PART, "FUND_MANAGER INVESTOR");
        money("CommitmentClosed CM_03 COMMITMENT", PART, "FUND_MANAGER INVESTOR");
        money("CommitmentAmended CM_04 COMMITMENT", PART, "FUND_MANAGER INVESTOR");
        money("CommitmentTransferred CM_05 COMMITMENT", PART, "FUND_MANAGER INVESTOR");
        money("CommitmentTransferReceived CM_05 COMMITMENT", PART, "INVESTOR");
        money("RaiseThresholdPassed CM_07 PROGRAMME", PROGRAMME, "FUND_MANAGER INVESTOR STAKEHOLDER");
        money("CommitmentCancelled CM_06 COMMITMENT", PART, "FUND_MANAGER INVESTOR");
        money("CapitalCallDrafted CC_01 CAPITAL_CALL", FUND, "APPROVER FUND_MANAGER");
        money("CapitalCallApproved CC_02 CAPITAL_CALL", FUND, "FUND_MANAGER");
        money("CallLineIssued CC_03 CAPITAL_CALL", PART, "INVESTOR");
        money("CallLineDueSoon CC_04 CAPITAL_CALL", PART, "INVESTOR");
        money("CallLinePaid CC_05 CAPITAL_CALL", PART, "FUND_MANAGER INVESTOR");
        money("CallLinePartPaid CC_06 CAPITAL_CALL", PART, "FUND_MANAGER INVESTOR");
        money("CallLineOverdue CC_07 CAPITAL_CALL", PART, "APPROVER FUND_MANAGER INVESTOR");
        money("CallLineReversed CC_08 CAPITAL_CALL", PART, "INVESTOR");
        money("CapitalCallCancelled CC_08 CAPITAL_CALL", FUND, "FUND_MANAGER");
        money("CapitalCallReversed CC_08 CAPITAL_CALL", FUND, "FUND_MANAGER");
        money("CapitalCallPaid CC_09 CAPITAL_CALL", FUND, "APPROVER FUND_MANAGER");
        money("OverpaymentHeld RC_02 RECEIPT", PART, "FUND_MANAGER INVESTOR");
        money("PaymentInstructionsChanged BK_01 FUND", WHOLE_FUND, "AUDITOR FUND_MANAGER INVESTOR");
        money("TrancheConditionsMet TR_01 TRANCHE", WHOLE_FUND, "APPROVER FUND_MANAGER INVESTOR");
        money("TrancheReleased TR_02 TRANCHE", WHOLE_FUND, "FUND_MANAGER INVESTOR STAKEHOLDER");
        money("TrancheRelocked TR_03 TRANCHE", WHOLE_FUND, "APPROVER FUND_MANAGER INVESTOR");
        money("TrancheHeld TR_03 TRANCHE", WHOLE_FUND, "APPROVER FUND_MANAGER INVESTOR");
        money("TrancheAmended TR_04 TRANCHE", WHOLE_FUND, "AUDITOR FUND_MANAGER INVESTOR");
        money("ForecastChanged FC_01 FUND", PART, "INVESTOR");
        money("FundForecastChanged FC_01 FUND", FUND, "FUND_MANAGER");
        site("MilestoneClaimed MS_01 MILESTONE", PROJECT, "FUND_MANAGER VERIFIER");
        site("EvidenceSubmitted MS_02 MILESTONE", PROJECT, "VERIFIER");
        site("MilestoneAchieved MS_03 MILESTONE", PUBLIC, "FUND_MANAGER INVESTOR SITE_REPORTER STAKEHOLDER");
        site("MilestoneRejected MS_04 MILESTONE", PROJECT, "FUND_MANAGER SITE_REPORTER");
        site("MilestoneSlipped MS_05 MILESTONE", PUBLIC, "FUND_MANAGER INVESTOR STAKEHOLDER");
        site("MilestoneAdvanced MS_06 MILESTONE", PUBLIC, "FUND_MANAGER STAKEHOLDER");
        site("MilestoneWaived MS_07 MILESTONE", PUBLIC, "AUDITOR FUND_MANAGER INVESTOR STAKEHOLDER");
        site("MilestoneRemoved MS_07 MILESTONE", PUBLIC, "AUDITOR FUND_MANAGER INVESTOR STAKEHOLDER");
        site("MilestoneSuperseded MS_07 MILESTONE", PUBLIC, "AUDITOR FUND_MANAGER INVESTOR STAKEHOLDER");
        site("MilestoneVerificationRevoked MS_08 MILESTONE", PUBLIC, "AUDITOR FUND_MANAGER INVESTOR STAKEHOLDER");
        site("MilestoneDueSoon MS_09 MILESTONE", PROJECT, "FUND_MANAGER SITE_REPORTER");
        site("BaselineApproved BL_01 MILESTONE", PUBLIC, "AUDITOR FUND_MANAGER STAKEHOLDER");
    }

    /**
     * Told of what was sent, or could not be: of a mail, of an endpoint, or of a call as a whole whose investors nothing reaches.
     * To whom and about what follows from that, and from the addresses of that moment, so only the event is looked at.
     */
    private static final Map<String, String> OF_SENDING = Map.of(
            "tranche.notifications.DeliveryFailed", "NT_01",
            "tranche.notifications.WebhookEndpointChanged", "WH_01",
            "tranche.commitments.CapitalCallIssued", "NT_01");

    /** Where an event names what a notice is about; what it does not name is its own aggregate. */
    private static final Map<String, String> SUBJECTS =
            Map.of("CAPITAL_CALL", "callId", "TRANCHE", "trancheId", "MILESTONE", "milestoneId", "FUND", "fundId");

    /** Columns of what an event belongs to, and the events' fields that name it. */
    private static final Map<String, String> SCOPE = Map.of(
            "programme_id", "programmeId",
            "fund_id", "fundId",
            "investor_id", "investorId",
            "project_id", "projectId");

    Told {
        roles = List.copyOf(roles);
    }

    private static void money(String line, Reach reach, String roles) {
        add(OF_COMMITMENTS, line, reach, roles);
    }

    private static void site(String line, Reach reach, String roles) {
        add(OF_MILESTONES, line, reach, roles);
    }

    private static void add(String service, String line, Reach reach, String roles) {
        String[] words = line.split(" ");
        Told told = new Told(service + words[0], words[1], words[2], reach, List.of(roles.split(" ")));
        CATALOGUE.put(told.event(), told);
    }

    /** What is told of an event; empty where nobody is told of such, or where it has nothing to say. */
    static Optional<Told> of(IndexedRecord event) {
        boolean isNoNews = field(event, "rows") instanceof Collection<?> rows
                && rows.stream().allMatch(row -> Boolean.TRUE.equals(field((IndexedRecord) row, "called")));
        return isNoNews
                ? Optional.empty()
                : Optional.ofNullable(CATALOGUE.get(event.getSchema().getFullName()));
    }

    /** Whether events of a name are told as a type. */
    static boolean isToldAs(String event, String type) {
        Told told = CATALOGUE.get(event);
        return told != null && told.type().equals(type) || type.equals(OF_SENDING.get(event));
    }

    /** The notice of an event as its row has it. */
    Map<String, @Nullable Object> picture(Head head, IndexedRecord record) {
        Map<String, @Nullable Object> picture = new HashMap<>();
        picture.put("type", type);
        picture.put("cause_type", event);
        picture.put("recorded_at", head.getRecordedAt());
        picture.put("subject_kind", subject);
        picture.put("subject_id", subjectId(head, record));
        picture.put("roles", roles);
        SCOPE.forEach((column, field) -> picture.put(column, reach.has(column) ? field(record, field) : null));
        picture.put("published", reach.isPublished());
        return picture;
    }

    /** Id of what an event is told of. */
    UUID subjectId(Head head, IndexedRecord record) {
        return subjectId(subject, head, record);
    }

    /** Id of the thing of a kind that an event is about. */
    static UUID subjectId(String kind, Head head, IndexedRecord record) {
        return field(record, SUBJECTS.getOrDefault(kind, "")) instanceof UUID named ? named : head.getAggregateId();
    }

    static @Nullable Object field(IndexedRecord record, String name) {
        Schema.Field field = record.getSchema().getField(name);
        return field == null ? null : record.get(field.pos());
    }
}
