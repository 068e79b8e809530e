package tranche.notifications.notice.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.domain.Subject;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What an event is worth telling, and whom: the catalogue of domain §9.2, from trigger to audience and figures. */
public final class NoticeAvro {

    /** What a text chooses by where there is nothing to say. */
    private static final String NONE = "none";

    private NoticeAvro() {}

    /** The notice of an event; empty where nobody is told of such. */
    public static Optional<Notice> notice(Head head, SpecificRecord event) {
        return Stream.of(
                        CommitmentNoticeAvro.told(event),
                        CallNoticeAvro.told(event),
                        PaymentNoticeAvro.told(event),
                        TrancheNoticeAvro.told(event),
                        ForecastNoticeAvro.told(event),
                        MilestoneNoticeAvro.told(event))
                .flatMap(Optional::stream)
                .findFirst()
                .map(told -> new Notice(
                        told.type(),
                        head.getEventId(),
                        event.getSchema().getFullName(),
                        head.getRecordedAt(),
                        told.subject(),
                        told.audience(),
                        told.parts(),
                        told.figures()));
    }

    /** A notice but for what every event's head says. */
    record Told(AlertType type, Subject subject, Audience audience, Set<UUID> parts, Map<String, Figure> figures) {

        /** What speaks of its subject as a whole. */
        Told(AlertType type, Subject subject, Audience audience, Map<String, Figure> figures) {
            this(type, subject, audience, Set.of(), figures);
        }
    }

    static Money money(tranche.Money money) {
        return new Money(new Currency(money.getCurrency()), money.getValue());
    }

    static Figure amount(tranche.Money money) {
        return new Figure.Amount(money(money));
    }

    static Figure named(UUID id) {
        return new Figure.Named(id);
    }

    static Figure allNamed(List<UUID> ids) {
        return new Figure.AllNamed(ids);
    }

    static Figure words(String text) {
        return new Figure.Words(text);
    }

    /** A text, or the word by which the sentence knows that there is none. */
    static Figure words(Optional<String> text) {
        return new Figure.Words(text.orElse(NONE));
    }
}
