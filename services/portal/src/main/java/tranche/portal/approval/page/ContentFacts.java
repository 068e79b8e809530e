package tranche.portal.approval.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tranche.portal.approval.page.ApprovalModel.Fact;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.words.page.Words;

/**
 * What there is to approve, member by member under the names of the contract: nothing that the hash covers is left out, up to
 * as many as a person reads.
 */
final class ContentFacts {

    /** An import of ten thousand rows is looked through as a file. */
    private static final int MOST = 200;

    private final Words words;
    private final List<Fact> facts = new ArrayList<>();

    private ContentFacts(Words words) {
        this.words = words;
    }

    static List<Fact> of(Map<?, ?> content, Words words) {
        ContentFacts facts = new ContentFacts(words);
        facts.object("", content);
        return facts.facts.size() <= MOST ? facts.facts : facts.shortened();
    }

    private List<Fact> shortened() {
        List<Fact> some = new ArrayList<>(facts.subList(0, MOST));
        some.add(new Fact("…", words.say("approvals.more", "count", facts.size() - MOST)));
        return some;
    }

    private void object(String above, Map<?, ?> members) {
        Map<String, Object> ordered = new TreeMap<>();
        members.forEach((name, value) -> {
            if (value != null) {
                ordered.put(String.valueOf(name), value);
            }
        });
        ordered.forEach((name, value) -> add(above.isEmpty() ? name : above + "." + name, value));
    }

    private void add(String path, Object value) {
        switch (value) {
            case Map<?, ?> money
            when money.keySet().equals(Map.of("value", "", "currency", "").keySet()) ->
                facts.add(new Fact(
                        path,
                        new Answered(Map.of("amount", money))
                                .moneyIfAny("amount")
                                .map(words.money()::full)
                                .orElse("")));
            case Map<?, ?> members when members.isEmpty() -> facts.add(nothing(path));
            case List<?> list when list.isEmpty() -> facts.add(nothing(path));
            case Map<?, ?> members -> object(path, members);
            case List<?> list -> {
                for (int at = 0; at < list.size(); at++) {
                    Object item = list.get(at);
                    if (item != null) {
                        add(path + "[" + (at + 1) + "]", item);
                    }
                }
            }
            default -> facts.add(new Fact(path, String.valueOf(value)));
        }
    }

    /** That nothing is left is content, too: whoever takes the last condition away proposes an empty list. */
    private Fact nothing(String path) {
        return new Fact(path, words.say("approvals.nothing"));
    }
}
