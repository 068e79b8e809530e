package tranche.portal.approval.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.approval.page.ApprovalModel.Line;
import tranche.portal.approval.page.ApprovalModel.Meaning;
import tranche.portal.approval.page.ApprovalModel.Part;
import tranche.portal.approval.page.Wanted.Kind;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * What a page says of something that is to be approved, gathered in the order in which it is read.
 *
 * @param content of which it speaks
 * @param gaps what fills the sentences
 */
record Reading(
        Answered content,
        NameBook book,
        Words words,
        Map<String, Object> gaps,
        List<String> sentences,
        List<Line> lines) {

    static Reading of(Answered content, NameBook book, Words words) {
        return new Reading(content, book, words, new HashMap<>(), new ArrayList<>(), new ArrayList<>());
    }

    Meaning meaning() {
        return new Meaning(sentences, lines);
    }

    Reading gap(String name, Object value) {
        gaps.put(name, value);
        return this;
    }

    /** A gap that takes the name of what an id stands for. */
    Reading named(String gap, Kind kind, UUID id) {
        return gap(gap, book.say(kind, id));
    }

    /** A sentence that is the same elsewhere. */
    Reading sentence(String text) {
        sentences.add(text);
        return this;
    }

    /** What becomes so, what follows from it and who is told, as the texts of a command have it. */
    Reading say(String command) {
        sentences.add(words.texts().say("approvals.what." + command, gaps));
        sentences.add(words.texts().say("approvals.next." + command, gaps));
        sentences.add(words.texts().say("approvals.told." + command, gaps));
        return this;
    }

    Reading line(String name, List<Part> parts) {
        if (!parts.isEmpty()) {
            lines.add(new Line(words.say("approvals." + name), parts));
        }
        return this;
    }

    Reading line(String name, String text) {
        return line(name, List.of(Part.of(text)));
    }

    /** The line of what an id stands for, where the content has one. */
    Reading of(String name, Kind kind, Optional<UUID> id) {
        return line(name, id.map(known -> book.part(kind, known)).stream().toList());
    }

    Reading text(String name, String member) {
        return line(name, content.textIfAny(member).map(Part::of).stream().toList());
    }

    Reading day(String name, String member) {
        return line(
                name,
                content.dayIfAny(member).map(this::say).map(Part::of).stream().toList());
    }

    String say(LocalDate day) {
        return words.dates().day(day);
    }

    String say(Money money) {
        return words.money().full(money);
    }

    /** Why, and from when: the day of the approval where no other is given. */
    Reading reasons() {
        text("reason", "reason");
        return line(
                "effective",
                content.dayIfAny("effectiveDate")
                        .map(this::say)
                        .orElseGet(() -> words.say("approvals.effective.approval")));
    }

    /** An amount as some contents have it, in one text: {@code 60.0000 USD}. */
    static Optional<Money> amount(Answered content, String member) {
        Object value = content.members().get(member);
        if (value instanceof Map<?, ?>) {
            return content.moneyIfAny(member);
        }
        return content.textIfAny(member)
                .map(text -> text.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> Money.of(parts[1], parts[0]));
    }
}
