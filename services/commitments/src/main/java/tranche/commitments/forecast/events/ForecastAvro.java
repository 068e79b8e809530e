package tranche.commitments.forecast.events;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.ForecastCause;
import tranche.commitments.ForecastChanged;
import tranche.commitments.FundForecastChanged;
import tranche.commitments.forecast.domain.ForecastChange;
import tranche.commitments.forecast.domain.ForecastEvent;
import tranche.commitments.forecast.domain.ForecastLine;
import tranche.commitments.forecast.domain.ForecastRow;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.commitments.programme.events.ProgrammeAvro;
import tranche.flow.writer.Outgoing;
import tranche.values.register.Version;

/** The events of forecasts as Avro records. What stayed as it was is not in them. */
public final class ForecastAvro {

    private ForecastAvro() {}

    /** @param version of the forecast after the event */
    public static Outgoing of(ProgrammeId programme, Version version, ForecastEvent event) {
        return new Outgoing(
                "forecast",
                event.id(),
                version.number(),
                event.effectiveDate(),
                head -> record(head, programme, event));
    }

    private static SpecificRecord record(Head head, ProgrammeId programme, ForecastEvent event) {
        List<tranche.commitments.ForecastRow> rows = event.lines().stream()
                .filter(line -> line.change().kind() != ForecastChange.Kind.NONE)
                .map(line -> row(line, event.called().contains(line.tranche())))
                .toList();
        return switch (event) {
            case ForecastEvent.OfFund _ ->
                FundForecastChanged.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme.value())
                        .setFundId(event.fund().value())
                        .setRows(rows)
                        .build();
            case ForecastEvent.OfInvestor own ->
                ForecastChanged.newBuilder()
                        .setHead(head)
                        .setProgrammeId(programme.value())
                        .setFundId(event.fund().value())
                        .setInvestorId(own.whose().value())
                        .setRows(rows)
                        .build();
        };
    }

    private static tranche.commitments.ForecastRow row(ForecastLine line, boolean called) {
        ForecastChange change = line.change();
        return tranche.commitments.ForecastRow.newBuilder()
                .setTrancheId(line.tranche().value())
                .setChange(change.kind().name())
                .setPreviousDueDate(change.before().map(ForecastRow::due).orElse(null))
                .setPreviousAmount(change.before()
                        .map(ForecastRow::amount)
                        .map(ProgrammeAvro::money)
                        .orElse(null))
                .setDueDate(change.after().map(ForecastRow::due).orElse(null))
                .setAmount(change.after()
                        .map(ForecastRow::amount)
                        .map(ProgrammeAvro::money)
                        .orElse(null))
                .setCauses(line.causes().stream().map(ForecastAvro::cause).toList())
                .setCalled(called)
                .build();
    }

    private static ForecastCause cause(tranche.commitments.forecast.domain.ForecastCause cause) {
        return ForecastCause.newBuilder()
                .setMilestoneId(cause.milestone().value())
                .setSlipDays(cause.slipDays())
                .setReason(cause.reason().orElse(null))
                .build();
    }
}
