package tranche.notifications.notice.events;

import static tranche.notifications.notice.events.NoticeAvro.named;
import static tranche.notifications.notice.events.NoticeAvro.words;
import static tranche.values.actor.Role.AUDITOR;
import static tranche.values.actor.Role.FUND_MANAGER;
import static tranche.values.actor.Role.INVESTOR;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.PaymentInstructionsChanged;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Subject;
import tranche.notifications.notice.domain.Subject.Kind;
import tranche.notifications.notice.events.NoticeAvro.Told;

/** What is told of where funds are paid: the fingerprint, by which people check it on the telephone, and no number (rule N-10). */
final class PaymentNoticeAvro {

    private PaymentNoticeAvro() {}

    static Optional<Told> told(SpecificRecord event) {
        return event instanceof PaymentInstructionsChanged e
                ? Optional.of(new Told(
                        AlertType.BK_01,
                        new Subject(Kind.FUND, e.getFundId()),
                        Audience.ofWholeFund(e.getProgrammeId(), e.getFundId(), INVESTOR, FUND_MANAGER, AUDITOR),
                        Map.of(
                                "what", words(e.getFingerprintBefore().isPresent() ? "CHANGED" : "FIRST"),
                                "fund", named(e.getFundId()),
                                "fingerprint", words(e.getFingerprint()),
                                "before", words(e.getFingerprintBefore()),
                                "from", new Figure.Day(LocalDate.ofInstant(e.getEffectiveFrom(), ZoneOffset.UTC)))))
                : Optional.empty();
    }
}
