package tranche.portal.cockpit.page;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tranche.portal.figure.domain.CallsToCome;
import tranche.portal.figure.domain.CallsToCome.Quarter;
import tranche.portal.raise.domain.Certainty;
import tranche.portal.raise.domain.Expectation;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What a programme is to call, from the present quarter on. */
final class ProgrammeCalls {

    private static final int MONTHS = 3;

    private ProgrammeCalls() {}

    /** One for each currency, the headline currency first; none where nothing is to come. */
    static List<CallsToCome> of(List<Expectation> expectations, Currency headline, LocalDate today) {
        TreeSet<Currency> currencies = new TreeSet<>();
        expectations.forEach(one -> currencies.add(one.amount().currency()));
        List<Currency> ordered = new ArrayList<>(currencies);
        if (ordered.remove(headline)) {
            ordered.addFirst(headline);
        }
        LocalDate first = today.with(IsoFields.DAY_OF_QUARTER, 1);
        return ordered.stream()
                .map(currency -> in(
                        expectations.stream()
                                .filter(one -> one.amount().currency().equals(currency))
                                .toList(),
                        currency,
                        first))
                .toList();
    }

    private static CallsToCome in(List<Expectation> all, Currency currency, LocalDate first) {
        Map<LocalDate, Map<Certainty, Money>> quarters = new TreeMap<>();
        for (int place = 0; place < CallsToCome.MOST_QUARTERS; place++) {
            quarters.put(first.plusMonths((long) MONTHS * place), CallsToCome.nothing(currency));
        }
        Map<Certainty, Money> later = CallsToCome.nothing(currency);
        all.forEach(
                one -> quarters.getOrDefault(one.quarter(), later).merge(one.certainty(), one.amount(), Money::plus));
        return new CallsToCome(
                currency,
                quarters.entrySet().stream()
                        .map(quarter -> new Quarter(quarter.getKey(), quarter.getValue(), Optional.empty()))
                        .toList(),
                later);
    }
}
