package tranche.portal.drawdown.page;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tranche.portal.drawdown.domain.CallChanges;
import tranche.portal.drawdown.domain.CallState;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.session.domain.Visitor;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/** Asks the service for calls, in the name of whoever reads: it answers what this person may see, as it is now. */
@Singleton
public final class CallDesk {

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int INVALID = 422;

    private final ServiceCalls services;

    CallDesk(ServiceCalls services) {
        this.services = services;
    }

    /** What a list is cut to. */
    public record Filter(Optional<UUID> fund, Optional<CallState> state) {}

    /** A page of the list; {@code next} asks for the following one. */
    public record Page(List<CapitalCall> calls, Optional<String> next) {}

    /** One call; empty where there is none for this reader. */
    public Optional<CapitalCall> one(Visitor visitor, UUID id) {
        return get(visitor, "/capital-calls/" + id).map(CallAnswer::call);
    }

    /** What the last edit changed; empty where the call was never edited, or the reader does not see it whole. */
    Optional<CallChanges> changes(Visitor visitor, CapitalCall call) {
        return call.isWhole()
                ? get(visitor, "/capital-calls/" + call.id() + "/changes").flatMap(CallAnswer::changes)
                : Optional.empty();
    }

    /** A page of the calls that the reader may see; empty where the place is in no such list. */
    public Optional<Page> page(Visitor visitor, Filter filter, Optional<String> after, int limit) {
        Map<String, String> query = new LinkedHashMap<>();
        filter.fund().ifPresent(fund -> query.put("fundId", fund.toString()));
        filter.state().ifPresent(state -> query.put("state", state.name()));
        query.put("limit", Integer.toString(limit));
        after.ifPresent(place -> query.put("after", place));
        return get(visitor, Addresses.with("/capital-calls", query))
                .map(answer -> new Page(
                        answer.objects("items").stream().map(CallAnswer::call).toList(), answer.textIfAny("next")));
    }

    /**
     * What a notice is known by.
     *
     * @param hash of its signed content; empty where the line has no notice that was signed
     */
    record KnownNotice(Optional<String> hash) {}

    /** The notice of a line; empty where there is no such line for this reader. */
    Optional<KnownNotice> notice(Visitor visitor, UUID call, UUID line) {
        ServiceReply reply = services.get(
                visitor.actor(), visitor.locale(), "/capital-calls/" + call + "/lines/" + line + "/notice");
        if (reply.succeeded()) {
            return Optional.of(new KnownNotice(reply.etag()
                    .flatMap(tag -> HASH.matcher(tag).results().findFirst())
                    .map(MatchResult::group)));
        }
        if (reply.status() == CONFLICT) {
            return Optional.of(new KnownNotice(Optional.empty()));
        }
        if (reply.status() == NOT_FOUND || reply.status() == INVALID) {
            return Optional.empty();
        }
        throw Problem.later(RequestRefusal.UNAVAILABLE, COME_AGAIN);
    }

    /** Empty where there is nothing for this reader; a service that has no answer is told as everywhere. */
    public Optional<Answered> get(Visitor visitor, String path) {
        ServiceReply reply = services.get(visitor.actor(), visitor.locale(), path);
        if (reply.succeeded()) {
            return Optional.of(Answered.of(reply));
        }
        if (reply.status() == NOT_FOUND || reply.status() == INVALID) {
            return Optional.empty();
        }
        throw Problem.later(RequestRefusal.UNAVAILABLE, COME_AGAIN);
    }
}
