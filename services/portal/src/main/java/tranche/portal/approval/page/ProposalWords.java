package tranche.portal.approval.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.approval.page.ApprovalModel.Meaning;
import tranche.portal.approval.page.ApprovalModel.Part;
import tranche.portal.approval.page.Wanted.Kind;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.raise.domain.FundingNames.Named;
import tranche.portal.raise.page.MotionWords;
import tranche.portal.words.page.Words;

/** What each kind of proposal brings about, in sentences. */
record ProposalWords(Answered proposal, Answered content, NameBook book, Words words) {

    /** Empty where the kind is not known here: then its members speak for themselves. */
    Optional<Meaning> meaning() {
        String command = proposal.text("command");
        return switch (command) {
            case "waiver" -> Optional.of(waiver());
            case "revoke-waiver" -> Optional.of(milestone(command).reasons().meaning());
            case "remove" -> Optional.of(waiting(milestone(command)).reasons().meaning());
            case "rebaseline" -> Optional.of(rebaseline());
            case "revoke-verification" -> Optional.of(revocation());
            case "supersede" -> Optional.of(supersession());
            case "amend-tranche" -> Optional.of(amendment());
            case "cancel-tranche" -> Optional.of(tranche(command).reasons().meaning());
            case "reversal" -> Optional.of(reversal());
            case "refund" -> Optional.of(refund());
            case "change-terms" -> Optional.of(terms());
            case "import" -> Optional.of(rows());
            case MotionWords.AMEND, MotionWords.TRANSFER ->
                Optional.of(new MotionMeaning(command, content, book, words).meaning());
            default -> Optional.empty();
        };
    }

    private Reading reading() {
        return Reading.of(content, book, words);
    }

    private UUID subject() {
        return proposal.object("subject").id("id");
    }

    private Reading ofMilestone() {
        UUID id = subject();
        return reading()
                .named("milestone", Kind.MILESTONE, id)
                .gap("project", book.above(Kind.MILESTONE, id).orElse(""));
    }

    /** The lines of every motion of a milestone. */
    private Reading placed(Reading reading) {
        UUID id = subject();
        reading.of("milestone", Kind.MILESTONE, Optional.of(id));
        book.milestone(id)
                .ifPresent(place -> reading.line(
                        "project",
                        List.of(new Part(place.projectName(), Optional.of("/projects/" + place.project()), false))));
        return reading;
    }

    private Reading milestone(String command) {
        return placed(ofMilestone().say(command));
    }

    private Meaning waiver() {
        List<UUID> tranches =
                content.texts("trancheIds").stream().map(UUID::fromString).toList();
        Reading reading = placed(ofMilestone()
                .gap("count", tranches.size())
                .gap("day", words.dates().day(content.day("expires")))
                .say("waiver"));
        if (tranches.isEmpty()) {
            reading.line("waived-for", words.say("approvals.waived-for.all"));
        } else {
            reading.line("waived-for", named());
        }
        return reading.day("until-day", "expires").reasons().meaning();
    }

    /** The tranches whose conditions follow what leaves the plan. */
    private Reading waiting(Reading reading) {
        return reading.line("tranches", named());
    }

    /** The tranches that the content names; of a fund that the reader may not see, by the name that it gives them. */
    private List<Part> named() {
        return content.objects("tranches").stream()
                .map(one -> book.tranche(one.id("trancheId"))
                        .map(_ -> book.tranche(one.id("trancheId"), words))
                        .orElseGet(() -> Part.of(one.text("name"))))
                .toList();
    }

    private Meaning rebaseline() {
        return placed(ofMilestone()
                        .gap("day", day("baselineDate"))
                        .gap("before", day("currentBaselineDate"))
                        .gap("original", day("originalBaselineDate"))
                        .say("rebaseline"))
                .day("baseline.new", "baselineDate")
                .day("baseline.current", "currentBaselineDate")
                .day("baseline.original", "originalBaselineDate")
                .reasons()
                .meaning();
    }

    private Meaning revocation() {
        Optional<Answered> claim = content.objectIfAny("claim");
        Reading reading = milestone("revoke-verification").day("achieved", "achievedDate");
        claim.ifPresent(taken -> reading.line("claimed", words.dates().day(taken.day("claimedDate")))
                .line(
                        "evidence",
                        words.say(
                                "approvals.evidence.count",
                                "count",
                                taken.objects("evidence").size()))
                .line(
                        "verified-by",
                        words.say(
                                "approvals.verified-by.count",
                                "count",
                                taken.objects("verifications").size())));
        return reading.reasons().meaning();
    }

    private Meaning supersession() {
        UUID successor = content.id("supersededBy");
        return waiting(placed(ofMilestone()
                                .named("successor", Kind.MILESTONE, successor)
                                .say("supersede"))
                        .of("successor", Kind.MILESTONE, Optional.of(successor)))
                .reasons()
                .meaning();
    }

    private String day(String member) {
        return words.dates().day(content.day(member));
    }

    private Reading tranche(String command) {
        UUID id = subject();
        Optional<Named> known = book.tranche(id);
        Reading reading = reading()
                .named("tranche", Kind.TRANCHE, id)
                .gap("fund", book.above(Kind.TRANCHE, id).orElse(""))
                .say(command)
                .of("tranche", Kind.TRANCHE, Optional.of(id))
                .of("fund", Kind.FUND, known.map(Named::fund));
        Reading.amount(content, "amount").ifPresent(amount -> reading.line("amount", reading.say(amount)));
        content.textIfAny("state")
                .map(state -> "approvals.tranche." + code(state))
                .filter(words.texts()::has)
                .ifPresent(state -> reading.line("standing-now", words.say(state)));
        return reading.of("drafted-call", Kind.CALL, content.idIfAny("callId"));
    }

    private Meaning amendment() {
        return tranche("amend-tranche")
                .line("conditions.new", new ConditionWords(book, words).parts(content.objects("amended")))
                .reasons()
                .meaning();
    }

    private Meaning reversal() {
        UUID id = subject();
        Reading reading = reading()
                .named("call", Kind.CALL, id)
                .gap("fund", book.above(Kind.CALL, id).orElse(""))
                .say("reversal")
                .of("call", Kind.CALL, Optional.of(id))
                .of("fund", Kind.FUND, book.call(id).map(Named::fund));
        Reading.amount(content, "total").ifPresent(total -> reading.line("amount", reading.say(total)));
        return reading.text("reason", "reason").meaning();
    }

    private Meaning refund() {
        Reading reading = reading();
        reading.gap(
                        "amount",
                        Reading.amount(content, "amount").map(reading::say).orElse(""))
                .say("refund");
        Reading.amount(content, "amount").ifPresent(amount -> reading.line("amount", reading.say(amount)));
        return reading.text("reason", "reason").meaning();
    }

    private Meaning terms() {
        UUID fund = subject();
        Answered terms = content.object("terms");
        Reading reading =
                reading().named("fund", Kind.FUND, fund).say("change-terms").of("fund", Kind.FUND, Optional.of(fund));
        return reading.line(
                        "cap",
                        content.moneyIfAny("cap").map(reading::say).orElseGet(() -> words.say("approvals.cap.none")))
                .line("calendar", words.say("approvals.calendar." + code(content.text("calendar"))))
                .line("notice", words.say("approvals.notice.days", "count", terms.whole("noticeBusinessDays")))
                .line("basis", words.say("approvals.basis." + code(terms.text("callBasis"))))
                .line(
                        "clearance",
                        words.say(
                                terms.is("requireKyc") ? "approvals.clearance.asked" : "approvals.clearance.not-asked"))
                .line(
                        "transfer-consent",
                        words.say(
                                terms.is("requireTransferConsent")
                                        ? "approvals.transfer-consent.asked"
                                        : "approvals.transfer-consent.not-asked"))
                .reasons()
                .meaning();
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Meaning rows() {
        return reading()
                .gap("count", content.objects("rows").size())
                .gap("kind", words.say("approvals.import." + content.text("kind")))
                .say("import")
                .meaning();
    }
}
