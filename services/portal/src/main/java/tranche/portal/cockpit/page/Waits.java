package tranche.portal.cockpit.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tranche.portal.cockpit.page.OverviewModel.Wait;
import tranche.portal.frame.page.Addresses;
import tranche.portal.raise.domain.CallStage;
import tranche.portal.raise.domain.CommitmentList.Waiting;
import tranche.portal.raise.domain.Funding.Drafts;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What waits for a reader in all programmes, as cards: the one that is looked at first, what does not fit together in one. */
record Waits(List<Waiting> waiting, List<Drafts> drafts, UUID programme) {

    /** As many as a person sees at once. */
    private static final int CARDS = 3;

    List<Wait> cards(Words words) {
        List<Waiting> ordered = waiting.stream()
                .filter(one -> one.count() > 0)
                .sorted(Comparator.comparing((Waiting one) -> !one.programme().equals(programme)))
                .toList();
        List<CallStage> stages =
                drafts.stream().map(Drafts::stage).distinct().sorted().toList();
        int room = CARDS - stages.size();
        int single = ordered.size() <= room ? ordered.size() : room - 1;
        List<Wait> cards = new ArrayList<>();
        for (Waiting one : ordered.subList(0, single)) {
            cards.add(card(
                    one.name(),
                    one,
                    Map.of("state", "submitted", "programme", one.programme().toString()),
                    words));
        }
        if (single < ordered.size()) {
            List<Waiting> rest = ordered.subList(single, ordered.size());
            String name = words.say("overview.wait.elsewhere", "count", rest.size());
            cards.add(card(name, together(rest), Map.of("state", "submitted"), words));
        }
        stages.forEach(stage -> cards.add(calls(stage, words)));
        return cards;
    }

    /** One call is one click away, with what is to be done open; several stand in their list. */
    private Wait calls(CallStage stage, Words words) {
        List<Drafts> here = drafts.stream().filter(one -> one.stage() == stage).toList();
        boolean approved = stage == CallStage.APPROVED;
        long count = here.stream().mapToLong(Drafts::count).sum();
        String key = approved ? "overview.wait.issue" : "overview.wait.calls";
        return new Wait(
                approved ? "send" : "coins",
                approved ? "info" : "warn",
                words.say(key, "count", count),
                words.texts()
                        .list(here.stream()
                                .map(one -> words.money().brief(one.total()))
                                .toList()),
                words.say(key + ".about"),
                count == 1
                        ? "/calls/" + here.getFirst().one() + (approved ? "/issue" : "")
                        : Addresses.with("/calls", Map.of("state", approved ? "approved" : "draft")));
    }

    private static Wait card(String where, Waiting waiting, Map<String, String> filter, Words words) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("programme", where);
        gaps.put("held", waiting.held());
        return new Wait(
                "checks",
                "warn",
                words.say("overview.wait.accept", "count", waiting.count()),
                words.texts()
                        .list(waiting.sums().stream().map(words.money()::brief).toList()),
                words.texts().say("overview.wait.accept.about", gaps),
                Addresses.with("/commitments", filter));
    }

    private static Waiting together(List<Waiting> several) {
        Map<Currency, Money> sums = new TreeMap<>();
        several.forEach(one -> one.sums().forEach(sum -> sums.merge(sum.currency(), sum, Money::plus)));
        return new Waiting(
                several.getFirst().programme(),
                several.getFirst().name(),
                several.stream().mapToLong(Waiting::count).sum(),
                List.copyOf(sums.values()),
                several.stream().mapToLong(Waiting::held).sum());
    }
}
