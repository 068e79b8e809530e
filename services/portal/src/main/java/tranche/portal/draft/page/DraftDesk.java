package tranche.portal.draft.page;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.draft.domain.Preview;
import tranche.portal.drawdown.page.FundDesk.Fund;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;
import tranche.world.ids.Ids;

/** Asks the service that drafts calls what a draft would come to. */
@Singleton
final class DraftDesk {

    private final ServiceCalls services;
    private final Ids ids;

    DraftDesk(ServiceCalls services, Ids ids) {
        this.services = services;
        this.ids = ids;
    }

    /**
     * What is known of a draft before it is sent.
     *
     * @param preview empty where it would be refused, and where there is not enough of it yet
     */
    record Looked(Optional<Preview> preview, Optional<RefusedForm> refused) {}

    Looked look(Visitor visitor, Fund fund, Optional<UUID> edited, DraftForm form, Words words) {
        if (!form.canBeShown()) {
            return new Looked(Optional.empty(), Optional.empty());
        }
        Map<String, Object> body = new LinkedHashMap<>(form.read().body());
        body.remove(DraftForm.PURPOSE);
        body.put("fundId", fund.id().toString());
        edited.ifPresent(call -> body.put("callId", call.toString()));
        ServiceReply reply = services.send(
                visitor.actor(),
                visitor.locale(),
                "POST",
                "/capital-calls/preview",
                body,
                Optional.empty(),
                ids.next().toString());
        return reply.succeeded()
                ? new Looked(Optional.of(preview(Answered.of(reply))), Optional.empty())
                : new Looked(Optional.empty(), Optional.of(RefusedForm.of(reply, words)));
    }

    private static Preview preview(Answered answer) {
        return new Preview(
                answer.money("total"),
                answer.day("dueDate"),
                answer.day("businessDay"),
                answer.day("earliest"),
                answer.objects("lines").stream()
                        .map(line -> new Preview.Line(
                                line.id("commitmentId"),
                                line.id("investorId"),
                                line.money("amount"),
                                line.money("uncalledAfter")))
                        .toList());
    }
}
