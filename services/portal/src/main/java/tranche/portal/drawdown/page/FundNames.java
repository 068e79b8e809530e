package tranche.portal.drawdown.page;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.listing.page.Choice;
import tranche.portal.raise.domain.CommitmentList;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Raises;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;

/** Funds by name, as the raise knows them: a fund that calls has commitments. */
@Singleton
public final class FundNames {

    private final CommitmentList commitments;
    private final Raises raises;

    FundNames(CommitmentList commitments, Raises raises) {
        this.commitments = commitments;
        this.raises = raises;
    }

    /** The names of the funds that the reader may see. */
    public Map<UUID, String> of(Visitor visitor) {
        return commitments.funds(visitor.access(), Optional.empty()).stream()
                .collect(Collectors.toMap(CommitmentList.Choice::id, CommitmentList.Choice::name));
    }

    /** The name of one, or what stands where it is not known yet. */
    public String name(Visitor visitor, UUID fund, Words words) {
        return name(fund, of(visitor), words);
    }

    public static String name(UUID fund, Map<UUID, String> names, Words words) {
        return Optional.ofNullable(names.get(fund)).orElseGet(() -> words.say("call.fund.unknown"));
    }

    /** What a filter offers, by name. */
    public static List<Choice> choices(Map<UUID, String> names, Optional<UUID> chosen) {
        return names.entrySet().stream()
                .sorted(Map.Entry.<UUID, String>comparingByValue()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .map(fund -> new Choice(
                        fund.getKey().toString(),
                        fund.getValue(),
                        chosen.filter(fund.getKey()::equals).isPresent()))
                .toList();
    }

    /** Whether all of a programme is made up. */
    public boolean sample(Visitor visitor, UUID programme) {
        return raises.programme(visitor.access(), programme)
                .map(Programme::sample)
                .orElse(false);
    }
}
