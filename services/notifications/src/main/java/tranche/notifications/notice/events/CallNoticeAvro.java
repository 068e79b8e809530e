package tranche.notifications.notice.events;

import static tranche.notifications.notice.events.NoticeAvro.allNamed;
import static tranche.notifications.notice.events.NoticeAvro.amount;
import static tranche.notifications.notice.events.NoticeAvro.named;
import static tranche.notifications.notice.events.NoticeAvro.words;
import static tranche.values.actor.Role.APPROVER;
import static tranche.values.actor.Role.FUND_MANAGER;
import static tranche.values.actor.Role.INVESTOR;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.CallLineDueSoon;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CallLineOverdue;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CallLinePartPaid;
import tranche.commitments.CallLineReversed;
import tranche.commitments.CapitalCallApproved;
import tranche.commitments.CapitalCallCancelled;
import tranche.commitments.CapitalCallDrafted;
import tranche.commitments.CapitalCallPaid;
import tranche.commitments.CapitalCallReversed;
import tranche.commitments.OverpaymentHeld;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Subject;
import tranche.notifications.notice.domain.Subject.Kind;
import tranche.notifications.notice.events.NoticeAvro.Told;

/** What is told of capital calls, of the lines that investors owe, and of what comes in for them. */
final class CallNoticeAvro {

    private CallNoticeAvro() {}

    static Optional<Told> told(SpecificRecord event) {
        return switch (event) {
            case CapitalCallDrafted e ->
                call(
                        AlertType.CC_01,
                        e.getHead().getAggregateId(),
                        Audience.ofFund(e.getProgrammeId(), e.getFundId(), FUND_MANAGER, APPROVER),
                        with(
                                cause(e.getTrancheId(), e.getMilestoneIds()),
                                Map.of(
                                        "fund", named(e.getFundId()),
                                        "amount", amount(e.getTotal()),
                                        "due", new Figure.Day(e.getDueDate()),
                                        "purpose", words(e.getPurpose()))));
            case CapitalCallApproved e ->
                call(
                        AlertType.CC_02,
                        e.getHead().getAggregateId(),
                        Audience.ofFund(e.getProgrammeId(), e.getFundId(), FUND_MANAGER),
                        Map.of("fund", named(e.getFundId()), "amount", amount(e.getTotal())));
            case CapitalCallCancelled e ->
                call(
                        AlertType.CC_08,
                        e.getHead().getAggregateId(),
                        Audience.ofFund(e.getProgrammeId(), e.getFundId(), FUND_MANAGER),
                        with(
                                optional("amount", e.getTotal().map(NoticeAvro::amount)),
                                Map.of(
                                        "what", words("CANCELLED"),
                                        "fund", named(e.getFundId()),
                                        "reference", words(e.getReference()),
                                        "reason", words(e.getReason()))));
            case CapitalCallReversed e ->
                call(
                        AlertType.CC_08,
                        e.getHead().getAggregateId(),
                        Audience.ofFund(e.getProgrammeId(), e.getFundId(), FUND_MANAGER),
                        Map.of(
                                "what", words("REVERSED"),
                                "fund", named(e.getFundId()),
                                "reference", words(e.getReference()),
                                "amount", amount(e.getTotal()),
                                "reason", words(e.getReason())));
            case CapitalCallPaid e ->
                call(
                        AlertType.CC_09,
                        e.getHead().getAggregateId(),
                        Audience.ofFund(e.getProgrammeId(), e.getFundId(), FUND_MANAGER, APPROVER),
                        Map.of("fund", named(e.getFundId()), "amount", amount(e.getTotal())));
            default -> line(event);
        };
    }

    private static Optional<Told> line(SpecificRecord event) {
        return switch (event) {
            case CallLineIssued e ->
                line(
                        AlertType.CC_03,
                        e.getCallId(),
                        e.getCallLineId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR),
                        issued(e));
            case CallLineDueSoon e ->
                line(
                        AlertType.CC_04,
                        e.getCallId(),
                        e.getCallLineId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR),
                        Map.of(
                                "fund", named(e.getFundId()),
                                "open", amount(e.getOpen()),
                                "due", new Figure.Day(e.getDueDate())));
            case CallLinePaid e ->
                line(
                        AlertType.CC_05,
                        e.getCallId(),
                        e.getCallLineId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR, FUND_MANAGER),
                        with(
                                optional("valued", e.getValueDate().map(Figure.Day::new)),
                                Map.of(
                                        "investor", named(e.getInvestorId()),
                                        "fund", named(e.getFundId()),
                                        "amount", amount(e.getAmount()))));
            case CallLinePartPaid e ->
                line(
                        AlertType.CC_06,
                        e.getCallId(),
                        e.getCallLineId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR, FUND_MANAGER),
                        Map.of(
                                "investor", named(e.getInvestorId()),
                                "fund", named(e.getFundId()),
                                "paid", amount(e.getPaid()),
                                "open", amount(e.getOpen()),
                                "due", new Figure.Day(e.getDueDate())));
            case CallLineOverdue e ->
                line(
                        AlertType.CC_07,
                        e.getCallId(),
                        e.getCallLineId(),
                        Audience.of(
                                e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR, FUND_MANAGER, APPROVER),
                        Map.of(
                                "investor", named(e.getInvestorId()),
                                "fund", named(e.getFundId()),
                                "open", amount(e.getOpen()),
                                "due", new Figure.Day(e.getDueDate()),
                                "days", new Figure.Count(daysLate(e))));
            case CallLineReversed e ->
                line(
                        AlertType.CC_08,
                        e.getCallId(),
                        e.getCallLineId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR),
                        Map.of(
                                "what", words("LINE"),
                                "fund", named(e.getFundId()),
                                "reference", words(e.getReference()),
                                "reason", words(e.getReason()),
                                "amount", amount(e.getAmount()),
                                "paid", amount(e.getPaid())));
            case OverpaymentHeld e ->
                Optional.of(new Told(
                        AlertType.RC_02,
                        new Subject(Kind.RECEIPT, e.getHead().getAggregateId()),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR, FUND_MANAGER),
                        Map.of(
                                "investor", named(e.getInvestorId()),
                                "fund", named(e.getFundId()),
                                "amount", amount(e.getAmount()))));
            default -> Optional.empty();
        };
    }

    private static Map<String, Figure> issued(CallLineIssued line) {
        Map<String, Figure> figures = cause(line.getTrancheId(), line.getMilestoneIds());
        figures.putAll(optional("uncalled", line.getUncalledAfter().map(NoticeAvro::amount)));
        figures.putAll(optional("call", line.getCallReference().map(NoticeAvro::words)));
        figures.putAll(optional("fingerprint", line.getFingerprint().map(NoticeAvro::words)));
        return with(
                figures,
                Map.of(
                        "fund", named(line.getFundId()),
                        "amount", amount(line.getAmount()),
                        "due", new Figure.Day(line.getDueDate()),
                        "reference", words(line.getReference()),
                        "purpose", words(line.getPurpose())));
    }

    /** Why there is a call: the tranche that it releases, and what was verified for it. */
    private static Map<String, Figure> cause(Optional<UUID> tranche, List<UUID> milestones) {
        Map<String, Figure> figures = optional("tranche", tranche.map(NoticeAvro::named));
        figures.put("milestones", allNamed(milestones));
        figures.put("verified", new Figure.Count(milestones.size()));
        return figures;
    }

    /** By how much its day was over; none where it was told of a day before, when a payment of long ago was taken back. */
    private static int daysLate(CallLineOverdue line) {
        long days = ChronoUnit.DAYS.between(line.getDueDate(), line.getHead().getEffectiveDate());
        return (int) Math.max(0, days);
    }

    private static Map<String, Figure> optional(String gap, Optional<? extends Figure> figure) {
        Map<String, Figure> figures = new HashMap<>();
        figure.ifPresent(there -> figures.put(gap, there));
        return figures;
    }

    private static Map<String, Figure> with(Map<String, Figure> figures, Map<String, Figure> more) {
        figures.putAll(more);
        return figures;
    }

    private static Optional<Told> call(AlertType type, UUID call, Audience audience, Map<String, Figure> figures) {
        return Optional.of(new Told(type, new Subject(Kind.CAPITAL_CALL, call), audience, figures));
    }

    /** What is told of one line alone: what is heard of another does not settle it. */
    private static Optional<Told> line(
            AlertType type, UUID call, UUID line, Audience audience, Map<String, Figure> figures) {
        return Optional.of(new Told(type, new Subject(Kind.CAPITAL_CALL, call), audience, Set.of(line), figures));
    }
}
