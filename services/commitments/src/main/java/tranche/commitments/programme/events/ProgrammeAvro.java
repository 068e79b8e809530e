package tranche.commitments.programme.events;

import java.util.Optional;
import tranche.commitments.ProgrammeCreated;
import tranche.commitments.RaiseThresholdPassed;
import tranche.commitments.programme.domain.Programme;
import tranche.commitments.programme.domain.ProgrammeEvent;
import tranche.flow.writer.Outgoing;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;

/** A programme's events as Avro records. */
public final class ProgrammeAvro {

    private ProgrammeAvro() {}

    public static Outgoing of(Programme after, ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeEvent.Created created ->
                new Outgoing(
                        "programme",
                        after.id().value(),
                        after.version().number(),
                        created.effectiveDate(),
                        head -> ProgrammeCreated.newBuilder()
                                .setHead(head)
                                .setProgrammeId(after.id().value())
                                .setName(after.content().name())
                                .setHeadlineCurrency(
                                        after.content().headlineCurrency().code())
                                .setTarget(after.content()
                                        .target()
                                        .map(ProgrammeAvro::money)
                                        .orElse(null))
                                .setTargetSource(after.content().targetSource().orElse(null))
                                .setTargetDate(after.content().targetDate().orElse(null))
                                .setSample(after.content().sample())
                                .setZone(after.content().zone().getId())
                                .setSourceSystem(after.foreign()
                                        .map(ForeignIdentity::sourceSystem)
                                        .orElse(null))
                                .setExternalRef(after.foreign()
                                        .map(ForeignIdentity::externalRef)
                                        .orElse(null))
                                .build());
            case ProgrammeEvent.ThresholdPassed passed ->
                new Outgoing(
                        "programme",
                        passed.id().value(),
                        after.version().number(),
                        passed.effectiveDate(),
                        head -> RaiseThresholdPassed.newBuilder()
                                .setHead(head)
                                .setProgrammeId(passed.id().value())
                                .setPercent(passed.threshold().percent())
                                .setCommitted(money(passed.committed()))
                                .setTarget(money(passed.target()))
                                .build(),
                        Optional.of(passed.threshold().eventId(passed.id())));
        };
    }

    /** An amount as it travels. */
    public static tranche.Money money(Money money) {
        return tranche.Money.newBuilder()
                .setValue(money.value())
                .setCurrency(money.currency().code())
                .build();
    }

    /** An amount that may be absent. */
    public static tranche.@org.jspecify.annotations.Nullable Money money(Optional<Money> money) {
        return money.map(ProgrammeAvro::money).orElse(null);
    }
}
