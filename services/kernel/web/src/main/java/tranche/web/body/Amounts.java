package tranche.web.body;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** Reads money: {@code {"value": "1234.50", "currency": "USD"}}. */
final class Amounts {

    /** What stands in where no currency was read; it never leaves a body that was checked. */
    static final Currency STAND_IN = new Currency("USD");

    /** A plain decimal: no exponent, no blank, no sign but a minus, digits on both sides of a point. */
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** Of a value in a request, zeros included: more is no amount but work. */
    private static final int MOST_CHARACTERS = 64;

    private Amounts() {}

    static Money zero() {
        return Money.zero(STAND_IN);
    }

    static Optional<Money> read(Part amount) {
        Optional<BigDecimal> value = amount.needed(
                "value", text -> Texts.parsed(amount, amount.pointer("value"), text, "not-a-decimal", Amounts::plain));
        Optional<Currency> currency = amount.needed(
                "currency",
                text -> Texts.parsed(amount, amount.pointer("currency"), text, "unknown-currency", Forms::currency));
        return value.filter(number -> fits(amount, number))
                .flatMap(number ->
                        currency.filter(unit -> fits(amount, number, unit)).map(unit -> new Money(unit, number)));
    }

    static Optional<Money> positive(Part amount) {
        return read(amount).filter(money -> {
            if (!money.isPositive()) {
                amount.find("value", "not-positive", Map.of());
            }
            return money.isPositive();
        });
    }

    static Optional<Money> unsigned(Part amount) {
        return read(amount).filter(money -> {
            if (money.isNegative()) {
                amount.find("value", "below-minimum", Map.of("min", 0));
            }
            return !money.isNegative();
        });
    }

    private static Optional<BigDecimal> plain(String text) {
        return text.length() <= MOST_CHARACTERS && PLAIN.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    private static boolean fits(Part amount, BigDecimal number) {
        boolean fits = number.precision() - number.scale() <= Money.PRECISION - Money.SCALE;
        if (!fits) {
            amount.find("value", "too-many-digits", Map.of());
        }
        return fits;
    }

    private static boolean fits(Part amount, BigDecimal number, Currency currency) {
        boolean fits = number.scale() <= currency.minorUnits();
        if (!fits) {
            amount.find(
                    "value",
                    "too-many-decimals",
                    Map.of("decimals", currency.minorUnits(), "currency", currency.code()));
        }
        return fits;
    }
}
