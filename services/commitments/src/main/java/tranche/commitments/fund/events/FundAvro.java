package tranche.commitments.fund.events;

import tranche.commitments.FundClosedToNew;
import tranche.commitments.FundCreated;
import tranche.commitments.FundTerms;
import tranche.commitments.FundTermsChanged;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundEvent;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.programme.events.ProgrammeAvro;
import tranche.flow.writer.Outgoing;
import tranche.values.register.ForeignIdentity;

/** A fund's events as Avro records. */
public final class FundAvro {

    private FundAvro() {}

    public static Outgoing of(Fund after, FundEvent event) {
        return new Outgoing(
                "fund", after.id().value(), after.version().number(), event.effectiveDate(), head -> switch (event) {
                    case FundEvent.Created _ ->
                        FundCreated.newBuilder()
                                .setHead(head)
                                .setProgrammeId(after.programme().value())
                                .setFundId(after.id().value())
                                .setName(after.content().name())
                                .setBaseCurrency(after.currency().code())
                                .setCap(ProgrammeAvro.money(after.cap()))
                                .setCalendar(after.content().calendar().name())
                                .setTerms(terms(after.terms()))
                                .setZone(after.zone().getId())
                                .setUnverified(after.content().unverified())
                                .setSourceNote(after.content().sourceNote().orElse(null))
                                .setSourceSystem(after.foreign()
                                        .map(ForeignIdentity::sourceSystem)
                                        .orElse(null))
                                .setExternalRef(after.foreign()
                                        .map(ForeignIdentity::externalRef)
                                        .orElse(null))
                                .build();
                    case FundEvent.TermsChanged changed ->
                        FundTermsChanged.newBuilder()
                                .setHead(head)
                                .setProgrammeId(after.programme().value())
                                .setFundId(after.id().value())
                                .setCap(ProgrammeAvro.money(after.cap()))
                                .setCalendar(after.content().calendar().name())
                                .setTerms(terms(after.terms()))
                                .setProposedBy(changed.proposedBy().account())
                                .setReason(changed.reason().orElse(null))
                                .build();
                    case FundEvent.ClosedToNew _ ->
                        FundClosedToNew.newBuilder()
                                .setHead(head)
                                .setProgrammeId(after.programme().value())
                                .setFundId(after.id().value())
                                .build();
                });
    }

    private static FundTerms terms(Terms terms) {
        return FundTerms.newBuilder()
                .setNoticeBusinessDays(terms.noticeBusinessDays())
                .setCallBasis(terms.callBasis().name())
                .setRequireKyc(terms.requireKyc())
                .setRequireTransferConsent(terms.requireTransferConsent())
                .build();
    }
}
