package tranche.notifications.notice.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tranche.values.actor.Role;

/**
 * That nobody is reached of some investors of a call that was issued: none of their contacts has an e-mail address that is known to
 * be his or a webhook that works (rule N-8).
 *
 * @param investors how many they are
 * @param first a few of them
 */
public record Unreached(IssuedCall call, int investors, List<UUID> first) {

    /** So many are named; who wants to know them all looks at the call. */
    public static final int MOST_NAMED = 3;

    private static final List<String> GAPS = List.of("first", "second", "third");
    private static final String EVENT = "tranche.commitments.CapitalCallIssued";

    public Unreached {
        first = List.copyOf(first);
    }

    /** What the managers of the fund are told: once of the whole call, however many they are. */
    public Notice notice() {
        Map<String, Figure> figures = new HashMap<>();
        figures.put("what", new Figure.Words("CALL"));
        figures.put("fund", new Figure.Named(call.fund()));
        figures.put("investors", new Figure.Count(investors));
        figures.put("shown", new Figure.Count(first.size()));
        figures.put("others", new Figure.Count(investors - first.size()));
        for (int at = 0; at < first.size(); at++) {
            figures.put(GAPS.get(at), new Figure.Named(first.get(at)));
        }
        return new Notice(
                AlertType.NT_01,
                call.cause(),
                EVENT,
                call.recordedAt(),
                new Subject(Subject.Kind.CAPITAL_CALL, call.id()),
                Audience.ofFund(call.programme(), call.fund(), Role.FUND_MANAGER),
                Set.of(),
                figures);
    }
}
