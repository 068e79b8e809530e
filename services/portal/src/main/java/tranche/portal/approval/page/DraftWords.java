package tranche.portal.approval.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tranche.portal.approval.page.ApprovalModel.Meaning;
import tranche.portal.approval.page.ApprovalModel.Part;
import tranche.portal.approval.page.ApprovalModel.Share;
import tranche.portal.approval.page.Wanted.Kind;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.words.page.Words;
import tranche.values.actor.Role;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What the draft of a tranche, a closing, an account or a role comes to, in sentences. */
record DraftWords(Answered draft, NameBook book, Words words) {

    /** Of more, their count and their sum are told; one by one they are read by the API. */
    private static final int MOST = 200;

    private Reading reading() {
        return Reading.of(draft, book, words);
    }

    Meaning tranche() {
        Reading reading = reading()
                .gap("tranche", draft.text("name"))
                .gap(
                        "amount",
                        draft.moneyIfAny("amount").map(words.money()::full).orElse(""))
                .say("tranche")
                .of("fund", Kind.FUND, draft.idIfAny("fundId"))
                .of("project", Kind.PROJECT, draft.idIfAny("projectId"));
        draft.moneyIfAny("amount").ifPresent(amount -> reading.line("amount", reading.say(amount)));
        return reading.line("conditions", new ConditionWords(book, words).parts(draft.objects("conditions")))
                .meaning();
    }

    Meaning account() {
        return reading()
                .gap(
                        "fund",
                        draft.idIfAny("fundId")
                                .map(id -> book.say(Kind.FUND, id))
                                .orElse(""))
                .say("account")
                .of("fund", Kind.FUND, draft.idIfAny("fundId"))
                .text("holder-of-account", "holder")
                .text("iban", "iban")
                .text("bic", "bic")
                .text("currency", "currency")
                .text("fingerprint", "fingerprint")
                .meaning();
    }

    Meaning closing() {
        List<Answered> parts = draft.objects("commitments");
        String day = words.dates().day(draft.day("date"));
        Map<Currency, Money> sums = new TreeMap<>(Comparator.comparing(Currency::code));
        parts.forEach(part -> {
            Money amount = part.money("amount");
            sums.merge(amount.currency(), amount, Money::plus);
        });
        Meaning said = reading()
                .gap("day", day)
                .gap("count", parts.size())
                .say("closing")
                .of("fund", Kind.FUND, draft.idIfAny("fundId"))
                .line(
                        "closing",
                        words.say("approvals.closing." + draft.text("kind").toLowerCase(Locale.ROOT), "day", day))
                .line(
                        "commitments",
                        words.say(
                                "approvals.commitments.sums",
                                "count",
                                parts.size(),
                                "sums",
                                words.texts()
                                        .list(sums.values().stream()
                                                .map(words.money()::full)
                                                .toList())))
                .meaning();
        return new Meaning(
                said.sentences(),
                said.lines(),
                parts.stream().limit(MOST).map(this::share).toList(),
                Math.max(0, parts.size() - MOST));
    }

    private Share share(Answered part) {
        UUID investor = part.id("investorId");
        Money amount = part.money("amount");
        return new Share(
                "/commitments/" + part.id("id"),
                book.say(Kind.INVESTOR, investor),
                words.money().full(amount),
                amount.plain());
    }

    Meaning role() {
        String role = words.say("approvals.role." + Role.of(draft.text("role")).code());
        Optional<String> until = draft.dayIfAny("until").map(words.dates()::day);
        Reading reading = reading()
                .gap("holder", draft.textIfAny("account").orElse(""))
                .gap("role", role)
                .say("grant")
                .text("holder", "account")
                .line("role", role)
                .of("programme", Kind.PROGRAMME, draft.idIfAny("programmeId"))
                .of("fund", Kind.FUND, draft.idIfAny("fundId"))
                .of("investor", Kind.INVESTOR, draft.idIfAny("investorId"))
                .of("project", Kind.PROJECT, draft.idIfAny("projectId"));
        boolean everywhere = List.of("programmeId", "fundId", "investorId", "projectId").stream()
                .noneMatch(member -> draft.textIfAny(member).isPresent());
        if (everywhere) {
            reading.line("scope", words.say("approvals.scope.deployment"));
        }
        return reading.line("last", List.of(Part.of(until.orElseGet(() -> words.say("approvals.last.none")))))
                .meaning();
    }
}
