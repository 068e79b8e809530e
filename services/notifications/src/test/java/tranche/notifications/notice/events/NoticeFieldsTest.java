package tranche.notifications.notice.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.Head;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CallLineOverdue;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CallLineReversed;
import tranche.commitments.CapitalCallCancelled;
import tranche.commitments.CapitalCallDrafted;
import tranche.commitments.ForecastChanged;
import tranche.commitments.ForecastRow;
import tranche.commitments.FundForecastChanged;
import tranche.commitments.TrancheCondition;
import tranche.commitments.TrancheConditionsMet;
import tranche.commitments.TrancheReleased;
import tranche.commitments.TrancheRelocked;
import tranche.milestones.DrivingMilestone;
import tranche.milestones.EvidenceSubmitted;
import tranche.milestones.MilestoneSlipped;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.milestones.MilestoneWaived;
import tranche.notifications.Told;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Notice;
import tranche.notifications.notice.store.NoticeJson;
import tranche.notifications.template.Templates;
import tranche.notifications.template.Templates.Saying;
import tranche.values.money.Money;

/** What the column <em>fields</em> of the catalogue (domain §9.2) promises, each type held to it and said in both languages. */
class NoticeFieldsTest {

    private static final LocalDate OVERDUE = LocalDate.of(2026, 12, 4);

    /**
     * A line of the catalogue.
     *
     * @param figures the gaps that hold its fields, in the order of the column; a person is named nowhere
     */
    private record Line(String type, String trigger, String fields, String figures) {

        @Override
        public String toString() {
            return type + " " + trigger;
        }
    }

    /** The catalogue's fields, and in which gaps of the text they stand. */
    static Stream<Line> catalogue() {
        return """
                CM-01 | commitments.CommitmentSubmitted | investor, amount | investor amount
                CM-02 | commitments.CommitmentAccepted | amount, closing | amount closing
                CM-03 | commitments.CommitmentClosed | amount, share, closing | amount share closing
                CM-04 | commitments.CommitmentAmended | old, new, from | before amount from
                CM-05 | commitments.CommitmentTransferred | from, to, part | investor other part
                CM-05 | commitments.CommitmentTransferReceived | from, to, part | investor other part
                CM-06 | commitments.CommitmentCancelled | reason | reason
                CM-07 | commitments.RaiseThresholdPassed | % , amount, rate date | percent committed
                CC-01 | commitments.CapitalCallDrafted | tranche, total, cause | tranche amount milestones
                CC-02 | commitments.CapitalCallApproved | approver | amount
                CC-03 | commitments.CallLineIssued | amount, due, purpose, milestone, uncalled after | amount due purpose milestones uncalled
                CC-04 | commitments.CallLineDueSoon | open, due | open due
                CC-05 | commitments.CallLinePaid | amount, value date | amount valued
                CC-06 | commitments.CallLinePartPaid | paid, open | paid open
                CC-07 | commitments.CallLineOverdue | open, days | open days
                CC-08 | commitments.CallLineReversed | call, reason | reference reason
                CC-08 | commitments.CapitalCallReversed | call, reason | reference reason
                CC-08 | commitments.CapitalCallCancelled | call, reason | reference reason amount
                CC-09 | commitments.CapitalCallPaid | total | amount
                RC-02 | commitments.OverpaymentHeld | excess | amount
                BK-01 | commitments.PaymentInstructionsChanged | what, by whom, call back | fingerprint before from
                MS-01 | milestones.MilestoneClaimed | milestone, claimed date | milestone date
                MS-02 | milestones.EvidenceSubmitted | items, due | items missing
                MS-03 | milestones.MilestoneAchieved | project, date, verifier, evidence | project date verifiers items
                MS-04 | milestones.MilestoneRejected | reason | reason
                MS-05 | milestones.MilestoneSlipped | old, new, days, reason, chain | previous date days reason driver further
                MS-06 | milestones.MilestoneAdvanced | days | days previous date
                MS-07 | milestones.MilestoneWaived | scope, reason, by | named reason expires
                MS-07 | milestones.MilestoneRemoved | scope, reason, by | reason
                MS-07 | milestones.MilestoneSuperseded | scope, reason, by | successor reason
                MS-08 | milestones.MilestoneVerificationRevoked | reason, tranches | reason tranches
                MS-09 | milestones.MilestoneDueSoon | date | date
                BL-01 | milestones.BaselineApproved | changes | date
                TR-01 | commitments.TrancheConditionsMet | tranche, conditions | tranche milestones
                TR-02 | commitments.TrancheReleased | amount, milestones | amount milestones waived
                TR-03 | commitments.TrancheRelocked | which condition | milestone
                FC-01 | commitments.ForecastChanged | per call old/new date and amount, cause | previousDue due previousAmount amount milestone reason further
                FC-01 | commitments.FundForecastChanged | per call old/new date and amount, cause | previousDue due previousAmount amount milestone reason further
                """.lines().map(line -> line.split(" \\| ")).map(of -> new Line(of[0], of[1], of[2], of[3]));
    }

    /** As it is told: kept as a row and read again. */
    private static Notice notice(SpecificRecord event) {
        return NoticeAvro.notice((Head) event.get(0), event).orElseThrow();
    }

    private static SpecificRecord event(String trigger) throws ClassNotFoundException {
        Class<? extends SpecificRecord> type =
                Class.forName("tranche." + trigger).asSubclass(SpecificRecord.class);
        Head head = Told.head(UUID.randomUUID(), 1, Instant.now());
        set(head, "effectiveDate", OVERDUE);
        SpecificRecord event = Told.event(type, head, Map.of());
        switch (event) {
            case MilestoneSlipped slipped -> set(slipped, "chain", List.of(driving(), driving()));
            case ForecastChanged changed -> set(changed, "rows", moved(changed.getRows()));
            case FundForecastChanged changed -> set(changed, "rows", moved(changed.getRows()));
            case MilestoneWaived waived -> set(waived, "ofAll", false);
            case TrancheRelocked relocked ->
                set(
                        relocked,
                        "fellBack",
                        List.of(TrancheCondition.newBuilder()
                                .setType("MILESTONE_VERIFIED")
                                .setMilestoneId(UUID.randomUUID())
                                .build()));
            default -> {}
        }
        return event;
    }

    private static void set(SpecificRecord record, String field, @Nullable Object value) {
        record.put(record.getSchema().getField(field).pos(), value);
    }

    private static DrivingMilestone driving() {
        return new DrivingMilestone(UUID.randomUUID(), 3);
    }

    private static List<ForecastRow> moved(List<ForecastRow> rows) {
        ForecastRow row = ForecastRow.newBuilder(rows.getFirst())
                .setChange("MOVED")
                .setCalled(false)
                .setAmount(Told.money("800000"))
                .build();
        return List.of(row, row);
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    @DisplayName("domain §9.2: each field of the catalogue is a figure, kept and said in both languages")
    void says_each_field(Line line) throws ClassNotFoundException {
        Notice notice = notice(event(line.trigger()));
        Map<String, Figure> kept = NoticeJson.figures(NoticeJson.figures(notice.figures()), Set.of());

        assertThat(notice.type().code()).isEqualTo(line.type());
        assertThat(kept).isEqualTo(notice.figures()).containsKeys(line.figures().split(" "));
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            String said = said(notice, kept, language);
            assertThat(said).doesNotContain("{", "}", "null", "none", "  ");
            for (String gap : line.figures().split(" ")) {
                Map<String, Figure> other = new HashMap<>(kept);
                other.computeIfPresent(gap, (_, figure) -> other(figure));
                assertThat(said(notice, other, language))
                        .as("%s of %s says its %s", language, line, gap)
                        .isNotEqualTo(said);
            }
        }
    }

    private static Figure other(Figure figure) {
        return switch (figure) {
            case Figure.Amount _ -> new Figure.Amount(Money.of("USD", "7"));
            case Figure.Share(Money _, Money whole) -> new Figure.Share(Money.of("USD", "7"), whole);
            case Figure.Party _ -> new Figure.Named(new UUID(7, 7));
            case Figure.Day(LocalDate date) -> new Figure.Day(date.plusDays(1));
            case Figure.Count(int number) -> new Figure.Count(number + 1);
            case Figure.Words _ -> new Figure.Words("Said otherwise");
            case Figure.Named _ -> new Figure.Named(new UUID(7, 7));
            case Figure.AllNamed _ -> new Figure.AllNamed(List.of(new UUID(7, 7)));
            case Figure.Codes _ -> new Figure.Codes(List.of("evidence.SATELLITE"));
            case Figure.Repeated _ -> new Figure.Repeated(List.of());
        };
    }

    private static String said(Notice notice, Map<String, Figure> figures, Locale language) {
        Map<UUID, String> names = new HashMap<>();
        figures.values().stream().flatMap(Figure::named).forEach(id -> names.put(id, "N" + id));
        Saying saying = Templates.of(language).say(notice.type(), figures, names);
        return saying.title() + "\n" + saying.body();
    }

    private static Saying said(SpecificRecord event, Locale language, Map<UUID, String> names) {
        Notice notice = notice(event);
        return Templates.of(language).say(notice.type(), notice.figures(), names);
    }

    @Test
    @DisplayName("CC-03: a call says amount and day first, then why there is one, what is left and what it is for")
    void a_call_is_said_as_people_say_it() {
        UUID fund = UUID.randomUUID();
        UUID tranche = UUID.randomUUID();
        UUID shell = UUID.randomUUID();
        UUID tools = UUID.randomUUID();
        Map<UUID, String> names = Map.of(fund, "Horizon I", tranche, "T2", shell, "Shell", tools, "Tools");
        Map<String, Object> fields = new HashMap<>(Map.of(
                "fundId",
                fund,
                "trancheId",
                tranche,
                "milestoneIds",
                List.of(shell, tools),
                "reference",
                "RF18CC2026",
                "purpose",
                "Second phase of the shell",
                "uncalledAfter",
                Told.money("4000000")));
        CallLineIssued issued = Told.event(CallLineIssued.class, fund, fields);
        Saying english = said(issued, Locale.ENGLISH, names);

        assertThat(english.title()).isEqualTo("Capital call: USD\u00A01,250,000.50 due on 1\u00A0Dec\u00A02026");
        assertThat(english.body())
                .isEqualTo(
                        "Pay USD\u00A01,250,000.50 by 1\u00A0Dec\u00A02026: Horizon I calls it from you under the reference"
                                + " RF18CC2026. Where to pay stands behind sign-in. It releases T2, now that Shell and Tools are"
                                + " verified. After this call, USD\u00A04,000,000.00 of your commitment is left to be called. Purpose: Second phase"
                                + " of the shell");
        assertThat(said(issued, Locale.FRENCH, names).body())
                .startsWith("1\u202F250\u202F000,50\u00A0USD, à régler le 1er\u00A0déc.\u00A02026 au plus tard")
                .contains("L’appel débloque T2, Shell et Tools étant vérifiés. Il restera ensuite");
        set(issued, "trancheId", null);
        set(issued, "milestoneIds", List.of());
        set(issued, "uncalledAfter", null);
        set(issued, "purpose", null);
        assertThat(said(issued, Locale.ENGLISH, names).body()).endsWith("stands behind sign-in.");
        assertThat(said(issued, Locale.FRENCH, names).body()).endsWith("derrière la connexion.");
    }

    @Test
    @DisplayName("CC-07: one day and several are said, and none where a payment of long ago was taken back")
    void a_late_line_says_for_how_long() {
        CallLineOverdue late = Told.event(CallLineOverdue.class, UUID.randomUUID(), Map.of());
        set(late.getHead(), "effectiveDate", late.getDueDate().plusDays(1));
        assertThat(said(late, Locale.ENGLISH, Map.of()).body()).contains(" is one day overdue; it was due on ");
        set(late.getHead(), "effectiveDate", OVERDUE);
        assertThat(said(late, Locale.ENGLISH, Map.of()).body()).contains(" is 3 days overdue; ");
        assertThat(said(late, Locale.FRENCH, Map.of()).body()).contains(" ont 3 jours de retard sur ce que ");
        set(late.getHead(), "effectiveDate", late.getDueDate());
        assertThat(said(late, Locale.ENGLISH, Map.of()).body()).contains(" is overdue; ");
    }

    @Test
    @DisplayName("MS-02: what is still needed is said in words, and nothing where nothing is")
    void evidence_says_what_is_still_needed() {
        EvidenceSubmitted shown = Told.event(
                EvidenceSubmitted.class, UUID.randomUUID(), Map.of("missing", List.of("PHOTO", "CERTIFICATE")));
        assertThat(said(shown, Locale.ENGLISH, Map.of()).body())
                .endsWith("Still needed before anybody can verify it: a photograph and a certificate.");
        assertThat(said(shown, Locale.FRENCH, Map.of()).body())
                .endsWith("avant toute vérification\u202F: une photographie et un certificat.");
        set(shown, "missing", List.of());
        assertThat(said(shown, Locale.ENGLISH, Map.of()).body()).doesNotContain("needed");
    }

    @Test
    @DisplayName("each kind of evidence and of condition has a word in both languages")
    void every_code_has_a_word() {
        List<String> kinds = Stream.of(
                        "PHOTO",
                        "CERTIFICATE",
                        "METER_READING",
                        "SATELLITE",
                        "PAYROLL_EXTRACT",
                        "INVOICE",
                        "AUDIT_REPORT",
                        "PUBLICATION")
                .toList();
        EvidenceSubmitted shown = Told.event(EvidenceSubmitted.class, UUID.randomUUID(), Map.of("missing", kinds));
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(said(shown, language, Map.of()).body()).doesNotContain("_", "evidence.");
        }
        assertThat(said(shown, Locale.ENGLISH, Map.of()).body()).endsWith("an extract of the payroll, and 3 others.");
        for (String type : List.of("DATE_REACHED", "TRANCHE_RELEASED", "DOCUMENT")) {
            var met = Told.event(TrancheConditionsMet.class, UUID.randomUUID(), Map.of());
            set(met.getConditions().getFirst(), "type", type);
            set(met.getConditions().getFirst(), "milestoneId", null);
            assertThat(said(met, Locale.ENGLISH, Map.of()).body()).contains(" Met, too: a");
            assertThat(said(met, Locale.FRENCH, Map.of()).body()).contains(" Réuni aussi\u202F: un");
        }
    }

    @Test
    @DisplayName("what was told before a field was is said without it")
    void what_was_kept_before_is_still_said() throws ClassNotFoundException {
        Map<Class<? extends SpecificRecord>, List<String>> before = new HashMap<>();
        before.put(CallLineReversed.class, List.of("reference", "reason"));
        before.put(CapitalCallCancelled.class, List.of("reference", "amount"));
        before.put(CallLinePaid.class, List.of("valued"));
        before.put(CallLineOverdue.class, List.of("days"));
        before.put(CallLineIssued.class, List.of("purpose", "tranche", "milestones", "verified", "uncalled"));
        before.put(CapitalCallDrafted.class, List.of("tranche", "milestones", "verified"));
        before.put(EvidenceSubmitted.class, List.of("missing"));
        before.put(MilestoneWaived.class, List.of("named"));
        before.put(MilestoneVerificationRevoked.class, List.of("tranches"));
        before.put(TrancheConditionsMet.class, List.of("milestones", "waived", "kinds"));
        before.put(TrancheReleased.class, List.of("milestones", "waived"));
        before.put(ForecastChanged.class, List.of("resized", "further"));
        for (var one : before.entrySet()) {
            Notice notice = notice(event(
                    SpecificData.get().getSchema(one.getKey()).getFullName().substring("tranche.".length())));
            Map<String, Figure> kept = new HashMap<>(notice.figures());
            assertThat(kept).containsKeys(one.getValue().toArray(String[]::new));
            kept.keySet().removeAll(one.getValue());
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                assertThat(said(notice, kept, language))
                        .as("%s in %s", one.getKey().getSimpleName(), language)
                        .doesNotContain("{", "}", "null", "none", "  ");
            }
        }
    }
}
