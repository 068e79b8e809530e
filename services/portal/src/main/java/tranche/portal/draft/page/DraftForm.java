package tranche.portal.draft.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.problem.page.RefusedForm.Finding;
import tranche.portal.words.page.AmountText;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What was typed into the form of a draft, read as the command takes it.
 *
 * @param typed each component is a row of its own: its type and its amount, which is left empty where nothing of it is called
 */
record DraftForm(Currency currency, Map<String, String> typed, Words words) {

    static final String DAY = "dueDate";
    static final String PURPOSE = "purpose";

    /** Before the place of a component. */
    static final String AMOUNT = "amount-";

    static final String TYPE = "type-";

    /** The button that shows what it would come to, and does nothing else. */
    static final String PREVIEW = "preview";

    /** A day that is taken in place of the one that was typed. */
    static final String USE = "use";

    private static final List<String> TYPES = List.of("INVESTMENT", "FEE", "EXPENSE");

    private static final int MOST_ROWS = 20;

    /** What a service says of one of the components, by its place among those that were sent. */
    private static final Pattern OF_COMPONENT = Pattern.compile("components/([0-9]{1,2})(?:/.*)?");

    /** A component as it was filled in. */
    private record Row(int place, String type, Optional<String> amount) {}

    /** A body to be sent, or what is wrong with what was typed. */
    record Read(Map<String, Object> body, List<Finding> findings) {}

    /** What a plain visit to the form of an edit holds already; rows for what is not called yet stand behind. */
    static Map<String, String> of(CapitalCall call, Words words) {
        Map<String, String> typed = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>(TYPES);
        int place = 0;
        for (CapitalCall.Component component : call.components()) {
            typed.put(TYPE + place, component.type());
            typed.put(AMOUNT + place, words.money().bare(component.amount()));
            missing.remove(component.type());
            place++;
        }
        for (String type : missing) {
            typed.put(TYPE + place, type);
            place++;
        }
        typed.put(DAY, call.due().toString());
        typed.put(PURPOSE, call.purpose());
        return typed;
    }

    /** The types of its components, row by row. */
    List<String> types() {
        List<String> named = IntStream.range(0, MOST_ROWS)
                .mapToObj(place -> typed.getOrDefault(TYPE + place, ""))
                .takeWhile(type -> Set.copyOf(TYPES).contains(type))
                .toList();
        return named.isEmpty() ? TYPES : named;
    }

    /** Whether it shall only be shown what it would come to. */
    boolean onlyShows() {
        return typed.containsKey(PREVIEW) || typed.containsKey(USE);
    }

    /** The same with the day that was chosen in place of the one that was typed. */
    DraftForm settled() {
        Map<String, String> fields = new LinkedHashMap<>(typed);
        Optional.ofNullable(typed.get(USE)).ifPresent(day -> fields.put(DAY, day));
        return new DraftForm(currency, fields, words);
    }

    /** Whether there is enough of it to say what it would come to. */
    boolean canBeShown() {
        Map<String, Object> body = read().body();
        return body.containsKey(DAY) && body.containsKey("components");
    }

    Read read() {
        Map<String, Object> body = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        List<Map<String, Object>> components = new ArrayList<>();
        for (Row row : filled()) {
            Optional<Money> amount = row.amount()
                    .flatMap(text ->
                            AmountText.parse(text, currency, words.texts().locale()));
            if (amount.isEmpty()) {
                findings.add(new Finding(AMOUNT + row.place(), words.say("draft.amount.unreadable")));
            }
            amount.ifPresent(money -> components.add(Map.of(
                    "type",
                    row.type(),
                    "amount",
                    Map.of("value", money.plain(), "currency", money.currency().code()))));
        }
        if (filled().isEmpty()) {
            findings.add(new Finding(AMOUNT + 0, words.say("draft.amount.missing")));
        }
        if (!components.isEmpty() && findings.isEmpty()) {
            body.put("components", components);
        }
        given(DAY)
                .ifPresentOrElse(
                        day -> body.put(DAY, day),
                        () -> findings.add(new Finding(DAY, words.say("draft.day.missing"))));
        given(PURPOSE)
                .ifPresentOrElse(
                        text -> body.put(PURPOSE, text),
                        () -> findings.add(new Finding(PURPOSE, words.say("draft.purpose.missing"))));
        return new Read(body, findings);
    }

    private List<Row> filled() {
        List<String> types = types();
        return IntStream.range(0, types.size())
                .mapToObj(place -> new Row(place, types.get(place), given(AMOUNT + place)))
                .filter(row -> row.amount().isPresent())
                .toList();
    }

    /** What a service answered, with what it says of a component at that component. */
    RefusedForm at(RefusedForm refused) {
        List<Row> sent = filled();
        List<Finding> findings = refused.findings().stream()
                .map(finding -> {
                    Matcher place = OF_COMPONENT.matcher(finding.field());
                    return place.matches() && Integer.parseInt(place.group(1)) < sent.size()
                            ? new Finding(
                                    AMOUNT
                                            + sent.get(Integer.parseInt(place.group(1)))
                                                    .place(),
                                    finding.text())
                            : finding;
                })
                .toList();
        return new RefusedForm(
                refused.title(),
                refused.detail(),
                refused.remedy(),
                findings,
                refused.unanswered(),
                refused.moved(),
                refused.typed());
    }

    private Optional<String> given(String field) {
        return Optional.of(typed.getOrDefault(field, "").strip().replace("\r\n", "\n"))
                .filter(value -> !value.isEmpty());
    }
}
