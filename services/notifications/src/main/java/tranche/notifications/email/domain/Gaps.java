package tranche.notifications.email.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.notice.domain.Figure;
import tranche.values.money.Money;

/** What an alert says, gap by gap; a gap that a notice did not have when it was kept is empty. */
public record Gaps(Map<String, Figure> figures) {

    /** What stands in a gap of words where there are none. */
    private static final String NONE = "none";

    public Gaps {
        figures = Map.copyOf(figures);
    }

    public Optional<Money> amount(String gap) {
        return figures.get(gap) instanceof Figure.Amount(Money money) ? Optional.of(money) : Optional.empty();
    }

    public Optional<LocalDate> day(String gap) {
        return figures.get(gap) instanceof Figure.Day(LocalDate date) ? Optional.of(date) : Optional.empty();
    }

    /** Zero where there is nothing to count. */
    public int count(String gap) {
        return figures.get(gap) instanceof Figure.Count(int number) ? number : 0;
    }

    public Optional<String> words(String gap) {
        return figures.get(gap) instanceof Figure.Words(String text) && !text.equals(NONE)
                ? Optional.of(text)
                : Optional.empty();
    }

    public Optional<UUID> named(String gap) {
        return figures.get(gap) instanceof Figure.Named(UUID id) ? Optional.of(id) : Optional.empty();
    }

    public List<UUID> allNamed(String gap) {
        return figures.get(gap) instanceof Figure.AllNamed(List<UUID> ids) ? ids : List.of();
    }

    /** What is said once for each of several, each with gaps of its own. */
    public List<Gaps> repeated(String gap) {
        return figures.get(gap) instanceof Figure.Repeated(List<Map<String, Figure>> each)
                ? each.stream().map(Gaps::new).toList()
                : List.of();
    }
}
