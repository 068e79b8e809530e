package tranche.portal.cockpit.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tranche.portal.raise.domain.InvestorKind;
import tranche.portal.raise.domain.KindTotal;
import tranche.portal.words.page.AmountUnit;
import tranche.portal.words.page.Share;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * Who committed, in one currency: a bar for each kind of investor, the called part solid and the rest pale.
 *
 * @param total of all bars
 */
public record KindChart(String currency, String total, List<Bar> bars) {

    /**
     * A bar.
     *
     * @param look its class in the sheet: one colour for each group of kinds
     * @param called how far the called part runs, and {@code committed} the whole bar
     */
    public record Bar(
            String look, String name, String investors, String called, String committed, String exact, String amount) {}

    /** The charts, one for each currency in the order of the totals. */
    public static List<KindChart> of(List<KindTotal> totals, Words words) {
        Map<Currency, List<KindTotal>> byCurrency = new LinkedHashMap<>();
        totals.forEach(total -> byCurrency
                .computeIfAbsent(total.committed().currency(), currency -> new ArrayList<>())
                .add(total));
        return byCurrency.values().stream().map(bars -> chart(bars, words)).toList();
    }

    private static KindChart chart(List<KindTotal> totals, Words words) {
        Currency currency = totals.getFirst().committed().currency();
        Money widest =
                totals.stream().map(KindTotal::committed).max(Money::compareTo).orElseThrow();
        Money sum = totals.stream().map(KindTotal::committed).reduce(Money.zero(currency), Money::plus);
        AmountUnit unit = words.money().unitOf(widest);
        return new KindChart(
                currency.code(),
                words.money().brief(sum, unit),
                totals.stream().map(total -> bar(total, widest, unit, words)).toList());
    }

    private static Bar bar(KindTotal total, Money widest, AmountUnit unit, Words words) {
        BigDecimal whole = Share.of(total.committed(), widest);
        BigDecimal called = Share.of(total.called(), widest).min(whole);
        return new Bar(
                look(total.kind()),
                words.say("words.kind." + total.kind().code()),
                words.say("overview.kinds.investors", "count", total.investors()),
                Share.width(called),
                Share.width(whole),
                total.committed().plain(),
                words.money().brief(total.committed(), unit));
    }

    private static String look(InvestorKind kind) {
        return switch (kind) {
            case GOVERNMENT, SOVEREIGN_FUND -> "k1";
            case FINANCIAL_INSTITUTION, DEVELOPMENT_BANK -> "k2";
            case MANUFACTURER -> "k3";
            case ENERGY_SUPPLIER -> "k4";
            case OTHER -> "k5";
        };
    }
}
