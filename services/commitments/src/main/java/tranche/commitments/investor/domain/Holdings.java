package tranche.commitments.investor.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tranche.values.actor.Actor;
import tranche.values.actor.Scope;

/**
 * In which funds investors have commitments: with what an investor itself tells, that says who sees it (promise R11).
 *
 * @param places the scopes of its commitments for each investor that is asked about
 */
public record Holdings(Map<InvestorId, Set<Scope>> places) {

    public static final Holdings NONE = new Holdings(Map.of());

    public Holdings {
        places = Map.copyOf(places);
    }

    /** Whether the reader sees the investor: for itself, or as staff of a fund that it has a commitment to. */
    public boolean show(Investor investor, Actor reader) {
        return investor.isSeenBy(reader)
                || places.getOrDefault(investor.id(), Set.of()).stream()
                        .anyMatch(place -> reader.access().holds(Investor.READERS, place));
    }

    /** With one more commitment, if its investor is asked about. */
    public Holdings with(InvestorId investor, Scope place) {
        @Nullable Set<Scope> before = places.get(investor);
        if (before == null || before.contains(place)) {
            return this;
        }
        Set<Scope> after = new HashSet<>(before);
        after.add(place);
        Map<InvestorId, Set<Scope>> all = new HashMap<>(places);
        all.put(investor, Set.copyOf(after));
        return new Holdings(all);
    }
}
