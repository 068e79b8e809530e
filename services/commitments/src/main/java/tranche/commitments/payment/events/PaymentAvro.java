package tranche.commitments.payment.events;

import tranche.commitments.BankAccountProposed;
import tranche.commitments.PaymentInstructionsChanged;
import tranche.commitments.payment.domain.BankAccount;
import tranche.commitments.payment.domain.Fingerprint;
import tranche.commitments.payment.domain.PaymentEvent;
import tranche.flow.writer.Outgoing;

/** The events of bank accounts as Avro records: of an account its fingerprint and its hash, and no more. */
public final class PaymentAvro {

    private PaymentAvro() {}

    public static Outgoing of(BankAccount after, PaymentEvent event) {
        return new Outgoing(
                "bank-account",
                after.id().value(),
                after.version().number(),
                event.effectiveDate(),
                head -> switch (event) {
                    case PaymentEvent.Proposed _ ->
                        BankAccountProposed.newBuilder()
                                .setHead(head)
                                .setProgrammeId(after.programme().value())
                                .setFundId(after.fund().value())
                                .setBankAccountId(after.id().value())
                                .setCurrency(after.details().currency().code())
                                .setFingerprint(after.details().fingerprint().text())
                                .setContentHash(after.contentHash().hex())
                                .setState(after.state().name())
                                .build();
                    case PaymentEvent.Changed changed ->
                        PaymentInstructionsChanged.newBuilder()
                                .setHead(head)
                                .setProgrammeId(after.programme().value())
                                .setFundId(after.fund().value())
                                .setBankAccountId(after.id().value())
                                .setFingerprint(after.details().fingerprint().text())
                                .setFingerprintBefore(
                                        changed.before().map(Fingerprint::text).orElse(null))
                                .setEffectiveFrom(changed.from())
                                .setProposedBy(after.maker().account())
                                .setContentHash(after.contentHash().hex())
                                .setState(after.state().name())
                                .build();
                });
    }
}
