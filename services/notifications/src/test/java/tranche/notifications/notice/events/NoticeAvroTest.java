package tranche.notifications.notice.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.Head;
import tranche.commitments.CallLineDueSoon;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CallLineOverdue;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CallLinePartPaid;
import tranche.commitments.CallLineReversed;
import tranche.commitments.CapitalCallApproved;
import tranche.commitments.CapitalCallCancelled;
import tranche.commitments.CapitalCallDrafted;
import tranche.commitments.CapitalCallPaid;
import tranche.commitments.CapitalCallReversed;
import tranche.commitments.CommitmentAccepted;
import tranche.commitments.CommitmentAmended;
import tranche.commitments.CommitmentCancelled;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentSubmitted;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.CommitmentTransferred;
import tranche.commitments.ForecastCause;
import tranche.commitments.ForecastChanged;
import tranche.commitments.ForecastRow;
import tranche.commitments.FundForecastChanged;
import tranche.commitments.OverpaymentHeld;
import tranche.commitments.PaymentInstructionsChanged;
import tranche.commitments.RaiseThresholdPassed;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCondition;
import tranche.commitments.TrancheConditionsMet;
import tranche.commitments.TrancheHeld;
import tranche.commitments.TrancheReleased;
import tranche.commitments.TrancheRelocked;
import tranche.milestones.BaselineApproved;
import tranche.milestones.EvidenceSubmitted;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneAdvanced;
import tranche.milestones.MilestoneClaimed;
import tranche.milestones.MilestoneDueSoon;
import tranche.milestones.MilestoneRejected;
import tranche.milestones.MilestoneRemoved;
import tranche.milestones.MilestoneSlipped;
import tranche.milestones.MilestoneSuperseded;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.milestones.MilestoneWaived;
import tranche.notifications.Told;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.template.Templates;
import tranche.notifications.template.Templates.Saying;
import tranche.values.actor.Role;

/** Each trigger of the catalogue (domain §9.2) with its type and audience, and what is then said in both languages. */
class NoticeAvroTest {

    /**
     * A line of the catalogue.
     *
     * @param audience its letters: I investor, M manager, A approver, V verifier, S site reporter, K stakeholder, U auditor
     */
    private record Line(Class<? extends SpecificRecord> trigger, AlertType type, String audience, boolean published) {

        @Override
        public String toString() {
            return trigger.getSimpleName();
        }
    }

    private static final Map<Character, Role> LETTERS = Map.of(
            'I', Role.INVESTOR,
            'M', Role.FUND_MANAGER,
            'A', Role.APPROVER,
            'V', Role.VERIFIER,
            'S', Role.SITE_REPORTER,
            'K', Role.STAKEHOLDER,
            'U', Role.AUDITOR);

    static List<Line> catalogue() {
        return List.of(
                new Line(CommitmentSubmitted.class, AlertType.CM_01, "MA", false),
                new Line(CommitmentAccepted.class, AlertType.CM_02, "IM", false),
                new Line(CommitmentClosed.class, AlertType.CM_03, "IM", false),
                new Line(CommitmentAmended.class, AlertType.CM_04, "IM", false),
                new Line(CommitmentTransferred.class, AlertType.CM_05, "IM", false),
                new Line(CommitmentTransferReceived.class, AlertType.CM_05, "I", false),
                new Line(RaiseThresholdPassed.class, AlertType.CM_07, "KIM", true),
                new Line(CommitmentCancelled.class, AlertType.CM_06, "IM", false),
                new Line(CapitalCallDrafted.class, AlertType.CC_01, "MA", false),
                new Line(CapitalCallApproved.class, AlertType.CC_02, "M", false),
                new Line(CallLineIssued.class, AlertType.CC_03, "I", false),
                new Line(CallLinePaid.class, AlertType.CC_05, "IM", false),
                new Line(CallLinePartPaid.class, AlertType.CC_06, "IM", false),
                new Line(CallLineDueSoon.class, AlertType.CC_04, "I", false),
                new Line(CallLineOverdue.class, AlertType.CC_07, "IMA", false),
                new Line(CallLineReversed.class, AlertType.CC_08, "I", false),
                new Line(CapitalCallReversed.class, AlertType.CC_08, "M", false),
                new Line(CapitalCallCancelled.class, AlertType.CC_08, "M", false),
                new Line(CapitalCallPaid.class, AlertType.CC_09, "MA", false),
                new Line(OverpaymentHeld.class, AlertType.RC_02, "IM", false),
                new Line(PaymentInstructionsChanged.class, AlertType.BK_01, "IMU", true),
                new Line(MilestoneClaimed.class, AlertType.MS_01, "VM", false),
                new Line(EvidenceSubmitted.class, AlertType.MS_02, "V", false),
                new Line(MilestoneAchieved.class, AlertType.MS_03, "KIMS", true),
                new Line(MilestoneRejected.class, AlertType.MS_04, "SM", false),
                new Line(MilestoneSlipped.class, AlertType.MS_05, "KIM", true),
                new Line(MilestoneAdvanced.class, AlertType.MS_06, "KM", true),
                new Line(MilestoneWaived.class, AlertType.MS_07, "IKMU", true),
                new Line(MilestoneRemoved.class, AlertType.MS_07, "IKMU", true),
                new Line(MilestoneSuperseded.class, AlertType.MS_07, "IKMU", true),
                new Line(MilestoneVerificationRevoked.class, AlertType.MS_08, "IKMU", true),
                new Line(MilestoneDueSoon.class, AlertType.MS_09, "SM", false),
                new Line(BaselineApproved.class, AlertType.BL_01, "KMU", true),
                new Line(TrancheConditionsMet.class, AlertType.TR_01, "MAI", true),
                new Line(TrancheReleased.class, AlertType.TR_02, "IKM", true),
                new Line(TrancheHeld.class, AlertType.TR_03, "MAI", true),
                new Line(TrancheRelocked.class, AlertType.TR_03, "MAI", true),
                new Line(TrancheAmended.class, AlertType.TR_04, "IMU", true),
                new Line(ForecastChanged.class, AlertType.FC_01, "I", false),
                new Line(FundForecastChanged.class, AlertType.FC_01, "M", false));
    }

    private static Notice notice(Class<? extends SpecificRecord> trigger, Map<String, ?> fields) {
        SpecificRecord event = Told.event(trigger, UUID.randomUUID(), fields);
        return NoticeAvro.notice((Head) event.get(0), event).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    @DisplayName("N-1: an event is told as the catalogue has it, and named as the cause")
    void is_told_to_its_audience(Line line) {
        SpecificRecord event = Told.event(line.trigger(), UUID.randomUUID(), Map.of());
        Notice notice = NoticeAvro.notice((Head) event.get(0), event).orElseThrow();

        Set<Role> audience = EnumSet.noneOf(Role.class);
        line.audience().chars().forEach(letter -> audience.add(LETTERS.get((char) letter)));
        assertThat(notice.type()).isEqualTo(line.type());
        assertThat(notice.audience().roles()).isEqualTo(audience);
        assertThat(notice.audience().published()).isEqualTo(line.published());
        assertThat(notice.cause()).isEqualTo(((Head) event.get(0)).getEventId());
        assertThat(notice.event()).isEqualTo(line.trigger().getName());
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void is_said_in_both_languages(Line line) {
        Notice notice = notice(line.trigger(), Map.of());
        Map<UUID, String> names = new HashMap<>();
        notice.figures().values().forEach(figure -> {
            figure.named().forEach(id -> names.put(id, "N" + names.size()));
        });
        Saying english = Templates.of(Locale.ENGLISH).say(notice.type(), notice.figures(), names);
        Saying french = Templates.of(Locale.FRENCH).say(notice.type(), notice.figures(), names);

        for (String text : List.of(english.title(), english.body(), french.title(), french.body())) {
            assertThat(text).isNotBlank().doesNotContain("{", "}", "null");
        }
        assertThat(french.body()).isNotEqualTo(english.body());
        assertThat(names.values()).anySatisfy(name -> assertThat(english.body()).contains(name));
        assertThat(names.values()).anySatisfy(name -> assertThat(french.body()).contains(name));
    }

    @Test
    void every_type_has_a_trigger() {
        // What becomes of a mail or of an endpoint is heard of on the service's own topic.
        Set<AlertType> others = EnumSet.complementOf(EnumSet.of(AlertType.NT_01, AlertType.WH_01));

        assertThat(catalogue()).extracting(Line::type).containsAll(others);
    }

    @Test
    void what_is_only_drafted_is_told_to_nobody() {
        SpecificRecord event = Told.event(CommitmentDrafted.class, UUID.randomUUID(), Map.of());

        assertThat(NoticeAvro.notice((Head) event.get(0), event)).isEmpty();
    }

    @Test
    @DisplayName("FC-01: a forecast says of each of the first calls what it was and is, and how many others changed")
    void a_forecast_says_what_moved_and_why() {
        ForecastRow row = ForecastRow.newBuilder(Told.event(ForecastChanged.class, UUID.randomUUID(), Map.of())
                        .getRows()
                        .getFirst())
                .setCalled(false)
                .build();
        ForecastRow moved = ForecastRow.newBuilder(row)
                .setChange("MOVED")
                .setAmount(Told.money("800000"))
                .build();
        Map<String, String> starts = new HashMap<>();
        starts.put(
                "MOVED", "The call for N is now expected on 1\u00A0Dec\u00A02026, after 1\u00A0Dec\u00A02026 before");
        starts.put("ADDED", "A call for N is now expected on 1\u00A0Dec\u00A02026: USD\u00A01,250,000.50.");
        starts.put(
                "REMOVED",
                "The call for N that was expected on 1\u00A0Dec\u00A02026, USD\u00A01,250,000.50, is no longer");
        starts.put("RESIZED", "The call for N expected on 1\u00A0Dec\u00A02026 is now USD\u00A01,250,000.50, after");
        starts.forEach((change, start) -> {
            ForecastRow changed = ForecastRow.newBuilder(row).setChange(change).build();
            List<ForecastRow> rows = new ArrayList<>(List.of(changed, moved));
            rows.addAll(Collections.nCopies(5, row));
            Notice notice = notice(ForecastChanged.class, Map.of("rows", rows));

            assertThat(english(notice).replace("N of N", "N"))
                    .startsWith(start)
                    .contains(
                            "It waits for N, 3 days behind its baseline. Reason: Agreed",
                            " The call for N is now expected on 1\u00A0Dec\u00A02026, after 1\u00A0Dec\u00A02026 before:"
                                    + " USD\u00A0800,000.00, after USD\u00A01,250,000.50 before.")
                    .endsWith(" 2 other expected calls have changed.");
        });
    }

    @Test
    @DisplayName("D-34: what was called is told by its call, and not as something that is expected no longer")
    void a_forecast_tells_nothing_of_what_was_called() {
        ForecastRow row = Told.event(ForecastChanged.class, UUID.randomUUID(), Map.of())
                .getRows()
                .getFirst();
        ForecastRow called =
                ForecastRow.newBuilder(row).setChange("REMOVED").setCalled(true).build();
        ForecastRow moved =
                ForecastRow.newBuilder(row).setChange("MOVED").setCalled(false).build();
        ForecastChanged alone = Told.event(ForecastChanged.class, UUID.randomUUID(), Map.of("rows", List.of(called)));

        assertThat(NoticeAvro.notice(alone.getHead(), alone)).isEmpty();
        Notice beside = notice(ForecastChanged.class, Map.of("rows", List.of(called, moved)));
        assertThat(english(beside)).contains("is now expected on").doesNotContain("no longer", "other expected call");
        assertThat(beside.parts()).containsExactly(moved.getTrancheId());
    }

    @Test
    void what_comes_before_its_baseline_is_said_to_be_ahead_of_it() {
        ForecastCause early = ForecastCause.newBuilder()
                .setMilestoneId(UUID.randomUUID())
                .setSlipDays(-7)
                .build();
        ForecastRow row = ForecastRow.newBuilder(Told.event(ForecastChanged.class, UUID.randomUUID(), Map.of())
                        .getRows()
                        .getFirst())
                .setCalled(false)
                .setCauses(List.of(early))
                .build();
        Notice notice = notice(ForecastChanged.class, Map.of("rows", List.of(row)));

        assertThat(english(notice)).endsWith("It waits for N, 7 days ahead of its baseline.");
        assertThat(Templates.of(Locale.FRENCH)
                        .say(notice.type(), notice.figures(), Map.of())
                        .body())
                .endsWith(", 7 jours avant sa référence.");
    }

    @Test
    void a_slip_that_was_kept_before_it_was_known_what_a_milestone_waits_for_is_said_without_that() {
        Map<String, Figure> kept =
                new HashMap<>(notice(MilestoneSlipped.class, Map.of()).figures());
        kept.keySet().removeAll(Set.of("chain", "driver", "late", "further"));
        String english = Templates.of(Locale.ENGLISH)
                .say(AlertType.MS_05, kept, Map.of())
                .body();
        String french =
                Templates.of(Locale.FRENCH).say(AlertType.MS_05, kept, Map.of()).body();

        assertThat(english)
                .doesNotContain("{", "null", "waits for")
                .endsWith("3 days behind its baseline. Reason: Agreed");
        assertThat(french).doesNotContain("{", "null", "Il attend").contains("après sa référence. Motif");
    }

    private static String english(Notice notice) {
        Map<UUID, String> names = new HashMap<>();
        Collection<Figure> figures = new ArrayList<>(notice.figures().values());
        figures.forEach(figure -> figure.named().forEach(id -> names.put(id, "N")));
        return Templates.of(Locale.ENGLISH)
                .say(notice.type(), notice.figures(), names)
                .body();
    }

    @Test
    @DisplayName(
            "TR-03: a tranche that is locked again says which condition fell back, and one that is held says why in words")
    void a_tranche_that_waits_again_says_for_what() {
        TrancheCondition milestone = TrancheCondition.newBuilder()
                .setType("MILESTONE_VERIFIED")
                .setMilestoneId(UUID.randomUUID())
                .build();
        TrancheCondition document = TrancheCondition.newBuilder()
                .setType("DOCUMENT")
                .setDocumentKind("permit")
                .build();
        Map<List<TrancheCondition>, String> starts = Map.of(
                List.of(milestone), "N of N waits again for N, which no longer counts as reached. Its drafted call",
                List.of(document, milestone, milestone),
                        "N of N waits again for a document: permit. 2 other conditions are open again.",
                List.of(), "Conditions of N of N that were met no longer are. Its drafted call");
        starts.forEach((fellBack, start) -> assertThat(
                        english(notice(TrancheRelocked.class, Map.of("fellBack", fellBack))))
                .startsWith(start));

        assertThat(english(notice(TrancheHeld.class, Map.of("why", "insufficient-uncalled"))))
                .contains("no call is drafted: less is left to be called than the tranche asks for. A person");
        assertThat(english(notice(TrancheHeld.class, Map.of("why", "some-later-rule"))))
                .contains("no call is drafted: the rules of calls do not admit one. A person");
    }

    @Test
    void what_was_kept_before_it_told_more_is_said_without_that() {
        Map<AlertType, Map<String, Figure>> kept = Map.of(
                AlertType.TR_03,
                Map.of(
                        "what",
                        new Figure.Words("HELD"),
                        "tranche",
                        new Figure.Words("T"),
                        "fund",
                        new Figure.Words("F")),
                AlertType.CM_03,
                Map.of(
                        "investor", new Figure.Words("I"),
                        "fund", new Figure.Words("F"),
                        "amount", new Figure.Words("USD 1"),
                        "closing", new Figure.Words("today")));
        Map<Locale, List<String>> said = Map.of(
                Locale.ENGLISH,
                List.of(
                        "The conditions of T of F are met, and yet no call is drafted. A person has to see to it.",
                        "The closing of today took effect: I has committed USD 1 to F."),
                Locale.FRENCH,
                List.of(
                        "Les conditions de T de F sont réunies, et pourtant aucun appel n’est préparé. Une personne doit s’en"
                                + " occuper.",
                        "Le closing du today a pris effet\u202f: I a engagé USD 1 dans F."));

        said.forEach((language, texts) -> assertThat(List.of(AlertType.TR_03, AlertType.CM_03).stream()
                        .map(type -> Templates.of(language)
                                .say(type, kept.getOrDefault(type, Map.of()), Map.of())
                                .body()))
                .isEqualTo(texts));
    }

    @Test
    @DisplayName("CM-03: says the share of the fund, of the exact ratio, rounded half up to two decimals")
    void a_closing_says_the_share() {
        Map<String, String> shares = new LinkedHashMap<>();
        shares.put("1.00 of 3.00", "33.33%");
        shares.put("1.00 of 8000.00", "0.01%");
        shares.put("249.99 of 8000.00", "3.12%");
        shares.put("250.00 of 8000.00", "3.13%");
        shares.put("3.00 of 3.00", "100.00%");
        shares.forEach((amounts, share) -> {
            String[] parts = amounts.split(" of ");
            Notice notice = notice(
                    CommitmentClosed.class,
                    Map.of(
                            "amount", Told.money(parts[0]),
                            "fundCommitted", Told.money(parts[1])));

            assertThat(english(notice)).endsWith(", " + share + " of what is committed to it.");
            assertThat(Templates.of(Locale.FRENCH)
                            .say(notice.type(), notice.figures(), Map.of())
                            .body())
                    .contains("soit " + share.replace('.', ',').replace("%", "\u202f%") + " de ce qui");
        });
    }

    @Test
    @DisplayName("CM-05: names the other investor to those alone who may see it")
    void a_transfer_names_the_other_investor_to_those_who_may_see_it() {
        UUID investor = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Notice given = notice(
                CommitmentTransferred.class,
                Map.of("investorId", investor, "toInvestorId", other, "amount", Told.money("0.00")));
        Map<UUID, String> names = Map.of(investor, "Ana", other, "Bo");
        Map<String, Figure> open = new HashMap<>(given.figures());
        open.put("other", new Figure.Named(other));

        assertThat(Templates.of(Locale.ENGLISH)
                        .say(given.type(), given.figures(), names)
                        .body())
                .startsWith("Ana has transferred ")
                .contains(" to another investor, ")
                .endsWith("It keeps nothing of it.")
                .doesNotContain("Bo");
        assertThat(Templates.of(Locale.ENGLISH).say(given.type(), open, names).body())
                .contains(" to Bo, ");
    }

    @Test
    void a_slip_says_how_far_and_from_where_in_the_reader_s_language() {
        UUID milestone = UUID.randomUUID();
        Notice notice = notice(MilestoneSlipped.class, Map.of("milestoneId", milestone, "days", 1, "slipDays", 41));
        Saying english =
                Templates.of(Locale.ENGLISH).say(notice.type(), notice.figures(), Map.of(milestone, "First wafer"));
        Saying french =
                Templates.of(Locale.FRENCH).say(notice.type(), notice.figures(), Map.of(milestone, "First wafer"));

        assertThat(english.title()).isEqualTo("First wafer slips by one day");
        assertThat(english.body())
                .contains("41 days behind its baseline. It waits for ")
                .endsWith(", 3 days behind its baseline. Reason: Agreed");
        assertThat(french.title()).isEqualTo("First wafer\u202f: décalé de 1 jour");
        assertThat(french.body()).contains("attendu le 1er\u00A0déc.\u00A02026").contains("Motif\u202f: Agreed");
    }
}
