package tranche.commitments.investor.events;

import tranche.commitments.InvestorChanged;
import tranche.commitments.InvestorKycRecorded;
import tranche.commitments.InvestorRegistered;
import tranche.commitments.InvestorSuspended;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorContent;
import tranche.commitments.investor.domain.InvestorEvent;
import tranche.commitments.investor.domain.Lei;
import tranche.flow.writer.Outgoing;
import tranche.values.register.ForeignIdentity;

/** An investor's events as Avro records. */
public final class InvestorAvro {

    private InvestorAvro() {}

    public static Outgoing of(Investor after, InvestorEvent event) {
        InvestorContent content = after.content();
        return new Outgoing(
                "investor",
                after.id().value(),
                after.version().number(),
                event.effectiveDate(),
                head -> switch (event) {
                    case InvestorEvent.Registered registered ->
                        InvestorRegistered.newBuilder()
                                .setHead(head)
                                .setInvestorId(after.id().value())
                                .setName(content.name())
                                .setKind(content.kind().name())
                                .setCountry(content.country().code())
                                .setLei(content.lei().map(Lei::value).orElse(null))
                                .setConsentToBeNamed(content.consentToBeNamed())
                                .setSourceSystem(registered
                                        .foreign()
                                        .map(ForeignIdentity::sourceSystem)
                                        .orElse(null))
                                .setExternalRef(registered
                                        .foreign()
                                        .map(ForeignIdentity::externalRef)
                                        .orElse(null))
                                .build();
                    case InvestorEvent.Changed _ ->
                        InvestorChanged.newBuilder()
                                .setHead(head)
                                .setInvestorId(after.id().value())
                                .setName(content.name())
                                .setKind(content.kind().name())
                                .setCountry(content.country().code())
                                .setLei(content.lei().map(Lei::value).orElse(null))
                                .setConsentToBeNamed(content.consentToBeNamed())
                                .build();
                    case InvestorEvent.KycRecorded checked ->
                        InvestorKycRecorded.newBuilder()
                                .setHead(head)
                                .setInvestorId(after.id().value())
                                .setStatus(checked.kyc().status().name())
                                .setValidUntil(checked.kyc().validUntil().orElse(null))
                                .build();
                    case InvestorEvent.Suspended suspended ->
                        InvestorSuspended.newBuilder()
                                .setHead(head)
                                .setInvestorId(after.id().value())
                                .setReason(suspended.reason().orElse(null))
                                .build();
                });
    }
}
