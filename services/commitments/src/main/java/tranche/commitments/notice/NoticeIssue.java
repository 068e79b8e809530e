package tranche.commitments.notice;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.commitments.drawdown.IssueWitness;
import tranche.commitments.drawdown.IssuedLine;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.Release;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.domain.InvestorId;
import tranche.commitments.investor.store.InvestorRows;
import tranche.commitments.journal.store.JournalRows;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.Site;
import tranche.commitments.milestone.store.MilestoneRows;
import tranche.commitments.milestone.store.SiteRows;
import tranche.commitments.notice.domain.Notice;
import tranche.commitments.notice.domain.NoticeContent;
import tranche.commitments.notice.domain.NoticeContent.JournalHead;
import tranche.commitments.notice.domain.NoticeId;
import tranche.commitments.notice.store.NoticeKeyRows;
import tranche.commitments.notice.store.NoticeRows;
import tranche.commitments.payment.domain.BankAccount;
import tranche.commitments.payment.domain.Fingerprint;
import tranche.commitments.payment.domain.Instructions;
import tranche.commitments.payment.store.BankAccountRows;
import tranche.commitments.programme.domain.Programme;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.commitments.programme.store.ProgrammeRows;
import tranche.values.actor.ContentHash;
import tranche.world.ids.Ids;

/**
 * Signs what each line is told in the transaction that issues it: no demand is ever committed without its notice, and no
 * notice without its demand.
 */
@Singleton
public class NoticeIssue implements IssueWitness {

    private final NoticeKey key;

    NoticeIssue(NoticeKey key) {
        this.key = key;
    }

    /** What all lines of a batch are told of, loaded at once. */
    private record Facts(
            Map<ProgrammeId, Programme> programmes,
            Map<InvestorId, Investor> investors,
            Map<FundId, List<BankAccount>> accounts,
            Map<MilestoneId, Milestone> milestones,
            Map<UUID, Site> sites,
            Map<CallId, JournalHead> heads) {}

    /** Whom an account was named to. */
    private record Naming(InvestorId investor, FundId fund, Fingerprint fingerprint) {}

    @Override
    public void issued(Connection connection, List<IssuedLine> lines) throws SQLException {
        Facts facts = facts(connection, lines);
        Map<Naming, Integer> named = named(connection, lines);
        List<Notice> notices = new ArrayList<>();
        for (IssuedLine line : lines) {
            Instructions instructions = instructions(facts, line);
            Optional<BankAccount> account = instructions.at(line.at());
            Optional<Naming> naming = account.map(to -> new Naming(
                    line.line().investor(), line.fund().id(), to.details().fingerprint()));
            int before = naming.map(one -> named.getOrDefault(one, 0)).orElse(0);
            naming.ifPresent(one -> named.merge(one, 1, Integer::sum));
            notices.add(signed(line, content(facts, line, instructions, before), naming, before));
        }
        NoticeKeyRows.used(connection, key.published(), lines.getFirst().at());
        NoticeRows.insert(connection, notices);
    }

    private Notice signed(IssuedLine line, NoticeContent content, Optional<Naming> naming, int before) {
        String canonical = content.canonical();
        return new Notice(
                content.id(),
                line.line().id(),
                line.call().id(),
                line.line().programme(),
                line.line().fund(),
                line.line().investor(),
                canonical,
                ContentHash.of(canonical),
                key.published().id(),
                key.sign(canonical),
                naming.map(one -> new Notice.Named(one.fingerprint(), before)),
                line.at());
    }

    private static NoticeContent content(Facts facts, IssuedLine line, Instructions instructions, int before) {
        Optional<BankAccount> account = instructions.at(line.at());
        List<Milestone> milestones = milestones(line.call()).stream()
                .flatMap(id -> Stream.ofNullable(facts.milestones().get(id)))
                .toList();
        return new NoticeContent(
                new NoticeId(Ids.ofCause("tranche:notice:" + line.event())),
                Objects.requireNonNull(facts.programmes().get(line.fund().programme())),
                line.fund(),
                line.call(),
                line.line(),
                Objects.requireNonNull(facts.investors().get(line.line().investor())),
                line.before(),
                account,
                account.flatMap(instructions::before).map(held -> held.details().fingerprint()),
                before,
                milestones,
                facts.sites(),
                Objects.requireNonNull(facts.heads().get(line.call().id())),
                line.at());
    }

    /** Where payers of its fund are sent, and were before. */
    private static Instructions instructions(Facts facts, IssuedLine line) {
        return new Instructions(facts.accounts().getOrDefault(line.fund().id(), List.of()));
    }

    private static List<MilestoneId> milestones(CapitalCall call) {
        return call.release().map(Release::milestones).orElse(List.of()).stream()
                .map(MilestoneId::new)
                .toList();
    }

    private static Facts facts(Connection connection, List<IssuedLine> lines) throws SQLException {
        Set<MilestoneId> caused =
                lines.stream().flatMap(line -> milestones(line.call()).stream()).collect(Collectors.toSet());
        Map<MilestoneId, Milestone> milestones = MilestoneRows.load(connection, caused);
        return new Facts(
                ProgrammeRows.load(
                        connection,
                        lines.stream()
                                .map(line -> line.fund().programme())
                                .distinct()
                                .toList()),
                InvestorRows.load(
                        connection,
                        lines.stream()
                                .map(line -> line.line().investor())
                                .distinct()
                                .toList()),
                BankAccountRows.ofFunds(
                        connection,
                        lines.stream().map(line -> line.fund().id()).distinct().toList()),
                milestones,
                SiteRows.load(
                        connection,
                        milestones.values().stream()
                                .map(Milestone::project)
                                .distinct()
                                .toList()),
                heads(connection, lines));
    }

    /** Of each call the place of the line that was booked last. */
    private static Map<CallId, JournalHead> heads(Connection connection, List<IssuedLine> lines) throws SQLException {
        Map<UUID, JournalRows.Place> places = JournalRows.placesOf(
                connection, lines.stream().map(IssuedLine::event).toList());
        Map<CallId, JournalHead> heads = new HashMap<>();
        for (IssuedLine line : lines) {
            JournalRows.Place place = Objects.requireNonNull(places.get(line.event()));
            JournalHead head = new JournalHead(place.sequence(), place.hash().hex());
            heads.merge(line.call().id(), head, (one, other) -> one.sequence() > other.sequence() ? one : other);
        }
        return heads;
    }

    private static Map<Naming, Integer> named(Connection connection, List<IssuedLine> lines) throws SQLException {
        Set<InvestorId> investors = new HashSet<>();
        Set<FundId> funds = new HashSet<>();
        lines.forEach(line -> {
            investors.add(line.line().investor());
            funds.add(line.fund().id());
        });
        Map<Naming, Integer> named = new HashMap<>();
        NoticeRows.named(connection, funds, investors)
                .forEach(count ->
                        named.put(new Naming(count.investor(), count.fund(), count.fingerprint()), count.notices()));
        return named;
    }
}
