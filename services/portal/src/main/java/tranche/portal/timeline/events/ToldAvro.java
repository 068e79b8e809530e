package tranche.portal.timeline.events;

import static tranche.portal.timeline.events.Fields.day;
import static tranche.portal.timeline.events.Fields.head;
import static tranche.portal.timeline.events.Fields.id;
import static tranche.portal.timeline.events.Fields.number;
import static tranche.portal.timeline.events.Fields.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.milestones.EvidenceSubmitted;
import tranche.milestones.MilestoneForecastChanged;
import tranche.milestones.MilestoneWaived;
import tranche.portal.timeline.domain.ChangeKind;
import tranche.portal.timeline.domain.Fact;
import tranche.portal.timeline.domain.MilestoneState;

/** Turns events into what the history tells of them. */
final class ToldAvro {

    /** Fields that hold the day that an event is about; an event has one of them before the others. */
    private static final List<String> DAYS =
            List.of("startedDate", "claimedDate", "achievedDate", "expires", "baselineDate", "forecastDate");

    private ToldAvro() {}

    static Optional<Fact> told(SpecificRecord event, UUID key) {
        if (event instanceof MilestoneForecastChanged e && isToldByAnother(e)) {
            return Optional.empty();
        }
        Head head = head(event);
        return Optional.of(new Fact.Told(
                head.getEventId(),
                kind(event),
                event.getSchema().getFullName(),
                head.getRecordedAt(),
                head.getEffectiveDate(),
                head.getActorId(),
                key,
                head.getSequence(),
                head.getVersion(),
                id(event, "projectId").orElseThrow(),
                id(event, "milestoneId"),
                about(event),
                event instanceof MilestoneForecastChanged e && stays(e) ? Optional.empty() : day(event, "previousDate"),
                number(event, "days"),
                text(event, "reason").or(() -> text(event, "statement")),
                count(event)));
    }

    /** The day that an event is about; of a forecast whose day stays, what the site states. */
    private static Optional<LocalDate> about(SpecificRecord event) {
        return event instanceof MilestoneForecastChanged e && stays(e)
                ? day(e, "statedDate")
                : DAYS.stream().flatMap(name -> day(event, name).stream()).findFirst();
    }

    private static Optional<Integer> count(SpecificRecord event) {
        return switch (event) {
            case EvidenceSubmitted e -> Optional.of(e.getItems().size());
            case MilestoneWaived e -> Optional.of(e.getTrancheIds().size());
            default -> number(event, "verifications");
        };
    }

    private static boolean stays(MilestoneForecastChanged e) {
        return e.getForecastDate().equals(e.getPreviousDate());
    }

    /**
     * A forecast that has slipped or advanced is told by the event right behind it. There is none where somebody has
     * verified the milestone: it does not slip any more, it was late.
     */
    private static boolean isToldByAnother(MilestoneForecastChanged e) {
        boolean verified = switch (MilestoneState.valueOf(e.getState())) {
            case VERIFIED, ACHIEVED -> true;
            default -> false;
        };
        boolean slipped = e.getForecastDate().isAfter(e.getPreviousDate()) && e.getSlipDays() > 0;
        return !verified && (slipped || e.getForecastDate().isBefore(e.getPreviousDate()));
    }

    /** The kind of an event by its name: {@code MilestoneSlipped} is {@code MILESTONE_SLIPPED}. */
    private static ChangeKind kind(SpecificRecord event) {
        String words = event.getSchema().getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return ChangeKind.valueOf(words.toUpperCase(Locale.ROOT));
    }
}
