package tranche.notifications.email;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tranche.notifications.email.domain.Gaps;
import tranche.notifications.email.domain.Sheet;
import tranche.notifications.email.domain.Sheet.Section;

/** Writes that a milestone is verified: by how many, when and upon what, and what waited for it. No person is named. */
final class VerifiedSheet {

    private VerifiedSheet() {}

    /**
     * The sheet of a milestone that was achieved.
     *
     * @param on the day on which the last of its verifiers found it so, where the reader is
     * @param page of the milestone
     */
    static Sheet of(Gaps gaps, LocalDate on, SheetWords words, String page) {
        Map<String, Object> said = new HashMap<>();
        said.put("milestone", gaps.named("milestone").map(words::name).orElseThrow());
        said.put("project", gaps.named("project").map(words::name).orElseThrow());
        said.put("on", words.day(on));
        said.put("date", gaps.day("date").map(words::day).orElseThrow());
        said.put("verifiers", gaps.count("verifiers"));
        said.put("items", gaps.count("items"));
        List<Section> sections = new ArrayList<>();
        if (!gaps.allNamed("tranches").isEmpty()) {
            sections.add(Section.ofWords(
                    words.say("verified.unlocks"),
                    List.of(words.say(
                            "verified.tranches",
                            Map.of(
                                    "tranches",
                                    words.names(gaps.allNamed("tranches")),
                                    "count",
                                    gaps.allNamed("tranches").size())))));
        }
        return new Sheet(
                words.say("verified.title", said),
                words.say("verified.first", said),
                sections,
                new Sheet.Button(words.say("verified.open"), page));
    }
}
