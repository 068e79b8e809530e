package tranche.portal.form.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.form.page.Field.Look;
import tranche.portal.form.page.Field.Option;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.words.page.AmountText;
import tranche.portal.words.page.AmountWords;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * Makes the fields of one form as it is shown: with what was typed, and with what is wrong with it.
 *
 * @param texts before the names of its fields in the keys of their texts, each of which has a hint
 * @param typed what was sent; nothing on a plain visit
 */
public record Fields(String texts, Map<String, String> typed, Optional<RefusedForm> refused, Words words) {

    /** What a name or a reference has at most. */
    private static final int LINE = 200;

    private static final int TEXT = 2000;
    private static final int AMOUNT = 60;

    public Field line(String name, boolean required, String otherwise, List<Option> proposed) {
        return field(Look.LINE, name, required, LINE, value(name, otherwise), "", Optional.empty(), proposed);
    }

    public Field day(String name, boolean required, String otherwise) {
        return field(Look.DAY, name, required, LINE, value(name, otherwise), "", Optional.empty(), List.of());
    }

    public Field text(String name, boolean required, String otherwise) {
        return field(Look.TEXT, name, required, TEXT, value(name, otherwise), "", Optional.empty(), List.of());
    }

    public Field choice(String name, boolean required, List<Option> options) {
        return field(Look.CHOICE, name, required, LINE, value(name, ""), "", Optional.empty(), options);
    }

    public Field amount(String name, boolean required, Currency currency, String otherwise) {
        String value = value(name, otherwise);
        return field(
                Look.AMOUNT,
                name,
                required,
                AMOUNT,
                value,
                currency.code(),
                money(value, currency).map(money -> AmountWords.of(money, words)),
                List.of());
    }

    /** One of several amounts, which has a label of its own and no hint. */
    public Field amount(String name, String label, Currency currency) {
        String value = value(name, "");
        return new Field(
                Look.AMOUNT,
                name,
                label,
                Optional.empty(),
                false,
                AMOUNT,
                value,
                currency.code(),
                money(value, currency).map(money -> AmountWords.of(money, words)),
                List.of(),
                refused.flatMap(said -> said.wrongWithin(name)));
    }

    /** What stands in a field: what was typed or, where nothing was sent yet, something else. */
    public String value(String name, String otherwise) {
        return typed.getOrDefault(name, otherwise);
    }

    /** What was typed, without blanks around it; empty where nothing was. */
    public Optional<String> given(String name) {
        return Optional.of(typed.getOrDefault(name, "").strip().replace("\r\n", "\n"))
                .filter(value -> !value.isEmpty());
    }

    /** An amount as it was understood; empty where none can be. */
    public Optional<Money> money(String text, Currency currency) {
        return AmountText.parse(text, currency, words.texts().locale());
    }

    private Field field(
            Look look,
            String name,
            boolean required,
            int longest,
            String value,
            String unit,
            Optional<String> echo,
            List<Option> options) {
        String key = texts + "." + name;
        return new Field(
                look,
                name,
                words.say(key),
                Optional.of(words.say(key + ".hint")),
                required,
                longest,
                value,
                unit,
                echo,
                options,
                refused.flatMap(said -> said.wrongWithin(name)));
    }
}
