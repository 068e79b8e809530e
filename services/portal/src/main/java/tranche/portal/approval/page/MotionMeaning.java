package tranche.portal.approval.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tranche.portal.approval.page.ApprovalModel.Meaning;
import tranche.portal.approval.page.Wanted.Kind;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.raise.page.MotionWords;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/** What an amendment or a transfer that waits means: one sentence, and the figures that it rests on. */
record MotionMeaning(String command, Answered content, NameBook book, Words words) {

    Meaning meaning() {
        UUID commitment = content.id("commitmentId");
        String fund = book.above(Kind.COMMITMENT, commitment).orElseGet(commitment::toString);
        MotionWords said = new MotionWords(book.investors(), fund, words);
        Reading reading = Reading.of(content, book, words)
                .sentence(said.sentence(command, content))
                .of("investor", Kind.INVESTOR, content.idIfAny("investorId"))
                .line("fund", fund);
        reading.line("before", reading.say(content.money("amountBefore")));
        return (command.equals(MotionWords.AMEND) ? amended(reading) : transferred(reading))
                .line("from", said.day(content))
                .text("why", "reason")
                .line("consent", consent())
                .meaning();
    }

    private Reading amended(Reading reading) {
        Money called = content.money("called").minus(content.money("restored"));
        return reading.line("called", reading.say(called)).line("after", reading.say(content.money("amount")));
    }

    private Reading transferred(Reading reading) {
        reading.of("taker", Kind.INVESTOR, content.idIfAny("toInvestorId"));
        content.objectIfAny("goes").ifPresent(part -> reading.line("goes", drawn(part)));
        content.objectIfAny("stays").ifPresent(part -> reading.line("stays", drawn(part)));
        return reading;
    }

    private String drawn(Answered part) {
        return words.texts()
                .say(
                        "approvals.drawn",
                        Map.of(
                                "amount", words.money().full(part.money("amount")),
                                "called", words.money().full(part.money("called")),
                                "paid", words.money().full(part.money("paid")),
                                "distributed", words.money().full(part.money("distributed"))));
    }

    private String consent() {
        List<String> papers = content.objects("documents").stream()
                .map(paper -> paper.text("name"))
                .toList();
        return papers.isEmpty() ? words.say("approvals.nothing") : words.texts().list(papers);
    }
}
