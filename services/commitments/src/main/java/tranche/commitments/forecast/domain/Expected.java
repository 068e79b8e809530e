package tranche.commitments.forecast.domain;

import java.time.LocalDate;
import java.util.Comparator;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.values.money.Money;

/** A tranche whose call is to be expected. */
public record Expected(TrancheId tranche, Money amount, Timetable timetable) {

    /** In this order calls are made, and draw on what is left. */
    static final Comparator<Expected> BY_DUE = Comparator.<Expected, LocalDate>comparing(
                    one -> one.timetable().due())
            .thenComparing(Expected::tranche);
}
