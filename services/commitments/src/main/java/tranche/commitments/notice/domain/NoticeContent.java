package tranche.commitments.notice.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.domain.Drawn;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.ComponentType;
import tranche.commitments.drawdown.domain.Release;
import tranche.commitments.drawdown.domain.Share;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.Lei;
import tranche.commitments.milestone.domain.Achievement;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.Site;
import tranche.commitments.payment.domain.BankAccount;
import tranche.commitments.payment.domain.Fingerprint;
import tranche.commitments.programme.domain.Programme;
import tranche.values.money.Money;
import tranche.values.register.CanonicalJson;

/**
 * What a notice of a call says (domain §8.1), complete: whatever is shown of it, in whatever language, is made of this and of
 * nothing else.
 *
 * @param before the commitment as it stood before this line
 * @param account to which it is paid; empty where the instructions follow
 * @param accountBefore by its fingerprint the account that held until that one took effect; empty where that is the first
 * @param noticesBefore how many notices to this investor of this fund named the same account before
 * @param milestones upon which a tranche was released; empty where a person called without one
 * @param sites of their projects, by project
 * @param head of the fund's journal once the whole call was booked
 */
public record NoticeContent(
        NoticeId id,
        Programme programme,
        Fund fund,
        CapitalCall call,
        CallLine line,
        Investor investor,
        Commitment before,
        Optional<BankAccount> account,
        Optional<Fingerprint> accountBefore,
        int noticesBefore,
        List<Milestone> milestones,
        Map<UUID, Site> sites,
        JournalHead head,
        Instant issuedAt) {

    /** What the notice is, for whoever reads the JSON alone. */
    public static final String KIND = "CAPITAL_CALL_NOTICE";

    /** An issued line is never edited (rule D-3), so its notice is the first and the last. */
    public static final int VERSION = 1;

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The fund's journal at the issue: its last entry and the hash that covers all before it. */
    public record JournalHead(long sequence, String hash) {}

    public NoticeContent {
        milestones = List.copyOf(milestones);
        sites = Map.copyOf(sites);
    }

    /** The notice in its canonical form (RFC 8785): these bytes are signed and given. */
    public String canonical() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("kind", KIND);
        members.put("version", VERSION);
        members.put("id", id.toString());
        members.put("issuedAt", MICROS.format(issuedAt));
        members.put("noticeDate", fund.today(issuedAt).toString());
        members.put("dueDate", call.content().dueDate().toString());
        members.put("currency", fund.currency().code());
        members.put("programme", ofProgramme());
        members.put("fund", ofFund());
        members.put("call", called());
        members.put(
                "line",
                Map.of("id", line.id().toString(), "reference", line.reference().text()));
        members.put("investor", addressee());
        members.put("total", Map.of("fund", money(call.total()), "investor", money(line.amount())));
        members.put("components", line.shares().stream().map(this::component).toList());
        members.put("commitment", commitment());
        members.put("purpose", purpose());
        members.put("payment", account.map(this::payment).orElse(null));
        members.put("journal", Map.of("sequence", head.sequence(), "hash", head.hash()));
        return CanonicalJson.of(members);
    }

    private Map<String, Object> ofProgramme() {
        return Map.of(
                "id",
                programme.id().toString(),
                "name",
                programme.content().name(),
                "sample",
                programme.content().sample());
    }

    private Map<String, Object> ofFund() {
        return Map.of(
                "id",
                fund.id().toString(),
                "name",
                fund.content().name(),
                "zone",
                fund.zone().getId());
    }

    private Map<String, @Nullable Object> called() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("id", call.id().toString());
        members.put("reference", call.reference().text());
        members.put("contentHash", call.contentHash().hex());
        members.put(
                "trancheId",
                call.release().map(Release::tranche).map(Object::toString).orElse(null));
        return members;
    }

    private Map<String, @Nullable Object> addressee() {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("id", investor.id().toString());
        members.put("name", investor.content().name());
        members.put("country", investor.content().country().code());
        members.put("lei", investor.content().lei().map(Lei::value).orElse(null));
        return members;
    }

    /** All of them count against the commitment: nothing is called outside of it. */
    private Map<String, Object> component(Share share) {
        Money whole = call.content().components().stream()
                .filter(part -> part.type() == share.type())
                .map(part -> part.amount())
                .reduce(Money.zero(fund.currency()), Money::plus);
        return Map.of(
                "type",
                name(share.type()),
                "fundTotal",
                money(whole),
                "amount",
                money(share.amount()),
                "insideCommitment",
                true);
    }

    private static String name(ComponentType type) {
        return switch (type) {
            case INVESTMENT -> "CALL_INVESTMENT";
            case FEE -> "CALL_MGMT_FEE";
            case EXPENSE -> "CALL_EXPENSE";
        };
    }

    private Map<String, Object> commitment() {
        Drawn drawn = before.drawn();
        Drawn after =
                new Drawn(drawn.called().plus(line.amount()), drawn.paid(), drawn.restored(), drawn.distributed());
        return Map.of(
                "id",
                before.id().toString(),
                "amount",
                money(before.amount()),
                "before",
                standing(drawn),
                "change",
                money(line.amount()),
                "after",
                standing(after));
    }

    private Map<String, Object> standing(Drawn drawn) {
        return Map.of(
                "called",
                money(drawn.called()),
                "restored",
                money(drawn.restored()),
                "uncalled",
                money(drawn.uncalledOf(before.amount())),
                "paid",
                money(drawn.paid()),
                "distributed",
                money(drawn.distributed()));
    }

    private Map<String, Object> purpose() {
        return Map.of(
                "text",
                call.content().purpose(),
                "milestones",
                milestones.stream().map(this::cause).toList());
    }

    private Map<String, @Nullable Object> cause(Milestone milestone) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("id", milestone.id().toString());
        members.put("name", milestone.name());
        members.put("projectId", milestone.project().toString());
        members.put(
                "projectName",
                Optional.ofNullable(sites.get(milestone.project()))
                        .flatMap(Site::name)
                        .orElse(null));
        Optional<Achievement> verified = milestone.achievement();
        members.put(
                "achievedDate",
                verified.map(one -> one.achievedDate().toString()).orElse(null));
        members.put(
                "verifiedDate",
                verified.map(one -> one.verifiedDate().toString()).orElse(null));
        members.put("evidence", verified.map(Achievement::evidence).orElse(List.of()));
        return members;
    }

    private Map<String, @Nullable Object> payment(BankAccount to) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("holder", to.details().holder());
        members.put("iban", to.details().iban().text());
        members.put("bic", to.details().bic().text());
        members.put("currency", to.details().currency().code());
        members.put("fingerprint", to.details().fingerprint().text());
        members.put("since", MICROS.format(to.effectiveFrom().orElseThrow()));
        members.put("before", accountBefore.map(Fingerprint::text).orElse(null));
        members.put("noticesBefore", noticesBefore);
        return members;
    }

    private static Map<String, String> money(Money money) {
        return Map.of("value", money.plain(), "currency", money.currency().code());
    }
}
