package tranche.commitments.commitment.events;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.CommitmentAmended;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.CommitmentTransferred;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.CommitmentEvent.Amended;
import tranche.commitments.commitment.domain.CommitmentEvent.TransferReceived;
import tranche.commitments.commitment.domain.CommitmentEvent.Transferred;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.commitment.domain.Evidence;
import tranche.commitments.programme.events.ProgrammeAvro;
import tranche.values.money.Money;

/** What two persons did to closed commitments, as Avro records. */
final class TransferAvro {

    private TransferAvro() {}

    static SpecificRecord amended(Head head, Commitment after, Money fundCommitted, Amended event) {
        return CommitmentAmended.newBuilder()
                .setHead(head)
                .setProgrammeId(after.programme().value())
                .setFundId(after.fund().value())
                .setInvestorId(after.investor().value())
                .setAmountBefore(money(event.before()))
                .setAmount(money(event.amount()))
                .setFundCommitted(money(fundCommitted))
                .setDocuments(hashes(event.documents()))
                .setProposedBy(event.proposedBy().account())
                .setReason(event.reason())
                .setState(after.state().name())
                .setContentHash(event.content().hex())
                .build();
    }

    static SpecificRecord transferred(Head head, Commitment giver, Transferred event) {
        Drawn stays = event.division().stays().drawn();
        return CommitmentTransferred.newBuilder()
                .setHead(head)
                .setProgrammeId(giver.programme().value())
                .setFundId(giver.fund().value())
                .setInvestorId(giver.investor().value())
                .setToInvestorId(event.toInvestor().value())
                .setToCommitmentId(event.to().value())
                .setAmountBefore(money(event.before()))
                .setTransferred(money(event.division().goes().amount()))
                .setAmount(money(event.division().stays().amount()))
                .setCalled(money(stays.called()))
                .setPaid(money(stays.paid()))
                .setRestored(money(stays.restored()))
                .setDistributed(money(stays.distributed()))
                .setDocuments(hashes(event.documents()))
                .setProposedBy(event.proposedBy().account())
                .setReason(event.reason().orElse(null))
                .setState(giver.state().name())
                .setContentHash(event.content().hex())
                .build();
    }

    static SpecificRecord received(Head head, Commitment giver, Commitment taker, TransferReceived event) {
        Drawn drawn = event.portion().drawn();
        return CommitmentTransferReceived.newBuilder()
                .setHead(head)
                .setProgrammeId(taker.programme().value())
                .setFundId(taker.fund().value())
                .setInvestorId(taker.investor().value())
                .setFromInvestorId(giver.investor().value())
                .setFromCommitmentId(giver.id().value())
                .setAmount(money(event.portion().amount()))
                .setCalled(money(drawn.called()))
                .setPaid(money(drawn.paid()))
                .setRestored(money(drawn.restored()))
                .setDistributed(money(drawn.distributed()))
                .setState(taker.state().name())
                .build();
    }

    private static List<String> hashes(List<Evidence.Document> documents) {
        return documents.stream().map(Evidence.Document::sha256).toList();
    }

    private static tranche.Money money(Money money) {
        return ProgrammeAvro.money(money);
    }
}
