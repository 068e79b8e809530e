package tranche.portal.raise.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.raise.domain.Change;
import tranche.portal.raise.domain.ChangeKind;
import tranche.portal.raise.domain.Commitment;
import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.raise.domain.CommitmentStep;
import tranche.portal.raise.domain.KnownDate;
import tranche.portal.raise.domain.Suspension;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.LinkedText;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * What the views know of a commitment, and how its page says it.
 *
 * @param hash what an acceptance binds, as the service says; empty while it is away
 * @param allowed the commands that its state admits, as the service says; none while it is away
 * @param proposals what waits for a second person, as the service says
 * @param once what the keys of this page's forms begin with, fresh
 */
record CommitmentSheet(
        Commitment commitment,
        List<CommitmentStep> steps,
        Optional<String> hash,
        List<String> allowed,
        ProposalDesk.Proposals proposals,
        Optional<Sent> sent,
        String once) {

    private static final String ACCEPTANCE = "acceptance";
    private static final String TAKE_ON = "take-on-approval";

    /** A form that is shown again: what was sent, and what was said to it; nothing where it was only kept. */
    record Sent(String command, Map<String, String> form, Optional<RefusedForm> refused) {

        /** The key that it was sent with, where it may have been done: pressed again, it does nothing twice. */
        Optional<String> once() {
            return refused.filter(RefusedForm::unanswered).flatMap(_ -> OnceKey.of(form));
        }
    }

    /** What was typed is never lost, even where its form is not offered any more. */
    private static Optional<RefusedForm> refused(Sent sent, List<CommitmentModel.Action> actions, Words words) {
        boolean shown = actions.stream()
                .anyMatch(action -> action.open() && action.field().isPresent());
        Optional<String> typed = Stream.of("reason", "source")
                .map(name -> sent.form().getOrDefault(name, "").strip())
                .filter(text -> !shown && !text.isEmpty())
                .findFirst();
        return sent.refused().map(said -> said.typed(typed)).or(() -> typed.map(text -> RefusedForm.gone(text, words)));
    }

    CommitmentModel model(Frame frame, Visitor visitor, Words words) {
        Standing standing = new Standing(commitment, steps, visitor, words);
        List<CommitmentModel.Action> actions = actions(standing, visitor, words);
        List<CommitmentModel.Link> motions = motions(standing, words);
        return new CommitmentModel(
                frame,
                "/commitments/" + commitment.id(),
                commitment.investorName(),
                commitment.fundName(),
                Addresses.with("/commitments", Map.of("fund", commitment.fund().toString())),
                StateChip.of(commitment.state(), words),
                words.money().full(commitment.amount()),
                commitment.amount().plain(),
                standing.sentence(),
                commitment.unverified(),
                sent.flatMap(form -> refused(form, actions, words)),
                figures(words),
                facts(words),
                actions,
                motions,
                proposals.waiting().stream()
                        .map(one -> waiting(one, standing, visitor, words))
                        .toList(),
                guards(standing),
                motions.isEmpty() ? standing.reason() : Optional.of(standing.mayPropose()),
                Long.toString(commitment.version()),
                hash,
                visitor.csrf(),
                steps.reversed().stream().map(step -> step(step, words)).toList());
    }

    private List<CommitmentModel.Figure> figures(Words words) {
        return List.of(
                figure("amount", commitment.amount(), words),
                figure("called", commitment.called(), words),
                figure("paid", commitment.paid(), words),
                figure("uncalled", commitment.uncalled(), words),
                figure("unfunded", commitment.unfunded(), words));
    }

    private static CommitmentModel.Figure figure(String name, Money amount, Words words) {
        return new CommitmentModel.Figure(
                words.say("commitment.figure." + name), words.money().full(amount), amount.plain());
    }

    /** As exactly as it is known: {@code 15 Dec 2025}, {@code March 2024}, {@code Q1 2024}, {@code 2024}. */
    static String known(KnownDate date, DateWords words) {
        LocalDate day = date.day();
        return switch (date.precision()) {
            case DAY -> words.day(day);
            case MONTH -> words.month(day);
            case QUARTER -> words.quarterInFull(day);
            case YEAR -> String.valueOf(day.getYear());
        };
    }

    private List<CommitmentModel.Fact> facts(Words words) {
        List<CommitmentModel.Fact> facts = new ArrayList<>();
        facts.add(fact("programme", commitment.programme().name(), words));
        facts.add(fact("kind", words.say("words.kind." + commitment.kind().code() + ".one"), words));
        facts.add(fact("country", country(words), words));
        commitment.effective().ifPresent(date -> facts.add(fact("effective", known(date, words.dates()), words)));
        commitment
                .closing()
                .ifPresent(day -> facts.add(fact("closing", words.dates().day(day), words)));
        commitment.source().ifPresent(source -> facts.add(quoted("source", source, words)));
        commitment.fundSource().ifPresent(note -> facts.add(quoted("fund-source", note, words)));
        commitment.suspension().ifPresent(known -> facts.add(fact("suspended", suspended(known, words), words)));
        if (commitment.takeOn()) {
            facts.add(fact("take-on", words.say("commitment.take-on"), words));
        }
        steps.stream()
                .filter(step -> step.kind() == ChangeKind.COMMITMENT_TRANSFER_RECEIVED)
                .findFirst()
                .ifPresent(step -> facts.add(fact("take-on", new StepWords(step, words).origin(), words)));
        return facts;
    }

    private String country(Words words) {
        return Locale.of("", commitment.country())
                .getDisplayCountry(words.texts().locale());
    }

    private static String suspended(Suspension suspension, Words words) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("day", words.dates().day(suspension.day()));
        gaps.put("reason", suspension.reason().orElse(""));
        return words.texts().say("commitment.suspended" + (suspension.reason().isPresent() ? ".because" : ""), gaps);
    }

    private static CommitmentModel.Fact fact(String name, String value, Words words) {
        return new CommitmentModel.Fact(words.say("commitment.fact." + name), List.of(LinkedText.plain(value)), false);
    }

    /** What a source says stands as it says it. */
    private static CommitmentModel.Fact quoted(String name, String text, Words words) {
        return new CommitmentModel.Fact(words.say("commitment.fact." + name), LinkedText.paragraphs(text), true);
    }

    /** What the state admits, the service says; whose it is, the grants. */
    private List<CommitmentModel.Action> actions(Standing standing, Visitor visitor, Words words) {
        List<CommitmentModel.Action> actions = new ArrayList<>();
        boolean manager = standing.manages();
        boolean checker = standing.isSecondPerson();
        boolean stopped = new Guards(commitment, words).stop();
        if (checker && allowed.contains(TAKE_ON)) {
            actions.add(action(TAKE_ON, "main", Optional.empty(), words));
        }
        if (manager && allowed.contains("submission")) {
            actions.add(action("submission", "main", Optional.of(field("source", false, "", words)), words));
        }
        if (checker && !stopped && allowed.contains(ACCEPTANCE)) {
            String today = LocalDate.ofInstant(words.now(), visitor.zone()).toString();
            actions.add(action(ACCEPTANCE, "main", Optional.of(field("closingDate", true, today, words)), words));
        }
        if ((manager || standing.approves()) && allowed.contains("return")) {
            actions.add(action("return", checker ? "risk" : "", Optional.of(field("reason", false, "", words)), words));
        }
        if (manager && allowed.contains("cancellation")) {
            actions.add(action("cancellation", "risk", Optional.of(field("reason", false, "", words)), words));
        }
        return actions;
    }

    private List<CommitmentModel.Link> motions(Standing standing, Words words) {
        return Arrays.stream(Motion.values())
                .map(Motion::command)
                .filter(command -> standing.manages() && allowed.contains(command))
                .map(command -> new CommitmentModel.Link(
                        words.say("commitment.do." + command), "/commitments/" + commitment.id() + "/" + command))
                .toList();
    }

    private CommitmentModel.Waiting waiting(Answered one, Standing standing, Visitor visitor, Words words) {
        boolean own =
                one.idIfAny("proposedBy").filter(visitor.account()::equals).isPresent();
        boolean may = !own && standing.approves();
        Answered content = one.object("content");
        return new CommitmentModel.Waiting(
                new MotionWords(proposals.names(), commitment.fundName(), words).sentence(one.text("command"), content),
                words.say(
                        "commitment.waiting." + (own ? "own" : may ? "may" : "others"),
                        "moment",
                        words.dates().moment(one.instant("expiresAt"))),
                content.textIfAny("reason"),
                new CommitmentModel.Link(
                        words.say("commitment.waiting." + (may ? "answer" : "read")),
                        "/approvals/commitments/" + one.id("id")));
    }

    private CommitmentModel.Action action(
            String command, String look, Optional<CommitmentModel.Field> field, Words words) {
        Optional<Sent> refused = sent.filter(form -> form.command().equals(command));
        return new CommitmentModel.Action(
                command,
                refused.flatMap(Sent::once).orElse(once + "-" + command),
                words.say("commitment.do." + command),
                look,
                refused.isPresent(),
                field.map(asked -> refused.map(form -> again(asked, form)).orElse(asked)));
    }

    /** The field as it was sent: nobody types a reason twice. */
    private static CommitmentModel.Field again(CommitmentModel.Field field, Sent form) {
        return new CommitmentModel.Field(
                field.name(),
                field.label(),
                field.hint(),
                field.date(),
                form.form().getOrDefault(field.name(), field.value()),
                form.refused().flatMap(said -> said.wrong(field.name())));
    }

    private static CommitmentModel.Field field(String name, boolean date, String value, Words words) {
        String key = "commitment.field." + name.toLowerCase(Locale.ROOT);
        return new CommitmentModel.Field(name, words.say(key), words.say(key + ".hint"), date, value, Optional.empty());
    }

    private List<CommitmentModel.Guard> guards(Standing standing) {
        return commitment.state() == CommitmentState.SUBMITTED && (standing.manages() || standing.approves())
                ? new Guards(commitment, standing.words()).lines()
                : List.of();
    }

    private CommitmentModel.Step step(CommitmentStep step, Words words) {
        FeedLine look = FeedLine.of(
                new Change(
                        step.sequence(),
                        step.event(),
                        step.kind(),
                        step.recorded(),
                        Optional.of(commitment.programme().id()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(commitment.investorName()),
                        Optional.of(commitment.fundName()),
                        Optional.of(step.amount()),
                        step.before(),
                        step.other().map(CommitmentStep.Other::investor),
                        step.reason()),
                words);
        return new CommitmentModel.Step(
                look.icon(),
                look.tone(),
                words.say("commitment.step." + step.kind().code()),
                step.actorName().map(name -> words.say("words.by", "name", name)),
                words.money().full(step.amount()),
                new StepWords(step, words).what(),
                step.other()
                        .map(other -> new CommitmentModel.Link(
                                words.say("commitment.other", "investor", other.investor()),
                                "/commitments/" + other.commitment())),
                step.reason(),
                DateWords.machine(step.recorded()),
                words.dates().recent(step.recorded(), words.now()),
                words.dates().exact(step.recorded()),
                step.type(),
                Long.toString(step.sequence()),
                Long.toString(step.version()),
                words.dates().day(step.effective()),
                step.event().toString(),
                step.actorName().orElse(step.actor().toString()));
    }
}
