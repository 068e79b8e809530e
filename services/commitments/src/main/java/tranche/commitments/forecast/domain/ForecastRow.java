package tranche.commitments.forecast.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.values.money.Money;

/** What is to be expected of a tranche: on which day, and how much. */
public record ForecastRow(TrancheId tranche, LocalDate due, Money amount) {

    /** A quarter of a calendar year, from 1 to 4. */
    public record Quarter(int year, int number) implements Comparable<Quarter> {

        static Quarter of(LocalDate day) {
            return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
        }

        @Override
        public int compareTo(Quarter other) {
            int byYear = Integer.compare(year, other.year);
            return byYear != 0 ? byYear : Integer.compare(number, other.number);
        }

        /** For instance {@code 2027-Q3}. */
        @Override
        public String toString() {
            return year + "-Q" + number;
        }
    }

    /** What falls due in each month that has something, in order of time. */
    public static SortedMap<YearMonth, Money> byMonth(Collection<ForecastRow> rows) {
        SortedMap<YearMonth, Money> months = new TreeMap<>();
        rows.forEach(row -> months.merge(YearMonth.from(row.due()), row.amount(), Money::plus));
        return months;
    }

    /** What falls due in each quarter that has something, in order of time. */
    public static SortedMap<Quarter, Money> byQuarter(Collection<ForecastRow> rows) {
        SortedMap<Quarter, Money> quarters = new TreeMap<>();
        rows.forEach(row -> quarters.merge(Quarter.of(row.due()), row.amount(), Money::plus));
        return quarters;
    }
}
