package tranche.commitments.investment.events;

import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.investment.domain.Investment;
import tranche.commitments.programme.events.ProgrammeAvro;
import tranche.flow.writer.Outgoing;

/** An investment as an Avro record. */
public final class InvestmentAvro {

    /** The name under which a journal shows what it has booked. */
    public static final String NAME = "InvestmentMade";

    private InvestmentAvro() {}

    public static Outgoing of(Investment made) {
        return new Outgoing(
                "investment",
                made.id().value(),
                made.version().number(),
                made.version().effectiveDate(),
                head -> tranche.commitments.InvestmentMade.newBuilder()
                        .setHead(head)
                        .setProgrammeId(made.programme().value())
                        .setFundId(made.fund().value())
                        .setProjectId(made.project())
                        .setTrancheId(made.tranche().map(TrancheId::value).orElse(null))
                        .setDate(made.version().effectiveDate())
                        .setAmount(ProgrammeAvro.money(made.amount()))
                        .build());
    }
}
