package tranche.portal.draft.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import tranche.values.money.Money;

/**
 * What a draft would come to if it were sent now, as the service that drafts it says (rule D-20).
 *
 * @param businessDay the due date, or the next day on which banks settle by the fund's calendar
 * @param earliest the first day on which it could fall due if it were issued now
 * @param lines those who would bear anything, the largest first
 */
public record Preview(Money total, LocalDate due, LocalDate businessDay, LocalDate earliest, List<Line> lines) {

    private static final Comparator<Line> LARGEST_FIRST =
            Comparator.comparing(Line::amount).reversed().thenComparing(Line::commitment);

    /**
     * What would be called of a commitment.
     *
     * @param uncalledAfter what could still be called of it
     */
    public record Line(UUID commitment, UUID investor, Money amount, Money uncalledAfter) {}

    public Preview {
        lines = lines.stream().sorted(LARGEST_FIRST).toList();
    }

    /** Whether banks settle on its due date. */
    public boolean fallsOnABusinessDay() {
        return due.equals(businessDay);
    }

    /** Whether it could be issued today with the notice that the fund's terms ask for. */
    public boolean givesNotice() {
        return !due.isBefore(earliest);
    }

    /** Whether the lines come to what is called, to the last minor unit. */
    public boolean addsUp() {
        return lines.stream()
                .map(Line::amount)
                .reduce(Money.zero(total.currency()), Money::plus)
                .equals(total);
    }
}
