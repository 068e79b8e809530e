package tranche.portal.approval.page;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.portal.approval.page.ApprovalModel.Line;
import tranche.portal.approval.page.ApprovalModel.Meaning;
import tranche.portal.approval.page.ApprovalModel.Part;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.raise.domain.Commitment;
import tranche.portal.raise.domain.CommitmentDetail;
import tranche.portal.raise.domain.InvestorNames;
import tranche.portal.raise.page.MotionWords;
import tranche.portal.words.page.Words;
import tranche.values.actor.Actor;
import tranche.values.money.Money;

/** What an amendment or a transfer that waits means: one sentence, and the figures that it rests on. */
@Singleton
final class MotionMeaning {

    private final CommitmentDetail commitments;
    private final InvestorNames investors;

    MotionMeaning(CommitmentDetail commitments, InvestorNames investors) {
        this.commitments = commitments;
        this.investors = investors;
    }

    /** Empty of a proposal that is about no commitment. */
    Optional<Meaning> of(Answered one, Actor reader, Words words) {
        String command = one.text("command");
        if (!MotionWords.knows(command)) {
            return Optional.empty();
        }
        Answered content = one.object("content");
        Map<UUID, String> names = investors.of(
                reader.access(),
                Stream.of("investorId", "toInvestorId")
                        .flatMap(member -> content.idIfAny(member).stream())
                        .collect(Collectors.toSet()));
        UUID id = content.id("commitmentId");
        String fund = commitments
                .of(reader, id, words.now())
                .map(Commitment::fundName)
                .orElseGet(id::toString);
        MotionWords said = new MotionWords(names, fund, words);
        List<Line> facts = new ArrayList<>();
        facts.add(fact("investor", said.name(content.id("investorId")), words));
        facts.add(fact("fund", fund, words));
        facts.add(fact("before", words.money().full(content.money("amountBefore")), words));
        facts.addAll(command.equals(MotionWords.AMEND) ? amended(content, words) : transferred(content, said, words));
        facts.add(fact("from", said.day(content), words));
        content.textIfAny("reason").ifPresent(reason -> facts.add(fact("why", reason, words)));
        List<String> papers = content.objects("documents").stream()
                .map(paper -> paper.text("name"))
                .toList();
        facts.add(fact(
                "consent",
                papers.isEmpty()
                        ? words.say("approvals.nothing")
                        : words.texts().list(papers),
                words));
        return Optional.of(new Meaning(List.of(said.sentence(command, content)), facts));
    }

    private static List<Line> amended(Answered content, Words words) {
        Money called = content.money("called").minus(content.money("restored"));
        return List.of(
                fact("called", words.money().full(called), words),
                fact("after", words.money().full(content.money("amount")), words));
    }

    private static List<Line> transferred(Answered content, MotionWords said, Words words) {
        List<Line> facts = new ArrayList<>();
        facts.add(fact("taker", said.name(content.id("toInvestorId")), words));
        content.objectIfAny("goes").ifPresent(part -> facts.add(fact("goes", drawn(part, words), words)));
        content.objectIfAny("stays").ifPresent(part -> facts.add(fact("stays", drawn(part, words), words)));
        return facts;
    }

    private static String drawn(Answered part, Words words) {
        return words.texts()
                .say(
                        "approvals.drawn",
                        Map.of(
                                "amount", words.money().full(part.money("amount")),
                                "called", words.money().full(part.money("called")),
                                "paid", words.money().full(part.money("paid")),
                                "distributed", words.money().full(part.money("distributed"))));
    }

    private static Line fact(String name, String value, Words words) {
        return new Line(words.say("approvals." + name), List.of(Part.of(value)));
    }
}
