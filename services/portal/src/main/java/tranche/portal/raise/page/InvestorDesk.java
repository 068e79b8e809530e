package tranche.portal.raise.page;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.raise.domain.InvestorKind;
import tranche.portal.session.domain.Visitor;

/** Asks the service which investors there are, in the name of whoever chooses among them. */
@Singleton
final class InvestorDesk {

    private static final int ROWS = 500;

    /** Of more than these nobody chooses from a list: the API takes an id. */
    private static final int MOST_PAGES = 8;

    private final ServiceCalls services;

    InvestorDesk(ServiceCalls services) {
        this.services = services;
    }

    /** An investor to choose. */
    record Choice(UUID id, String name, InvestorKind kind, String country) {}

    /** All that the visitor sees, by name; none while the service is away. */
    List<Choice> choices(Visitor visitor) {
        List<Choice> choices = new ArrayList<>();
        Optional<String> after = Optional.empty();
        int pages = 0;
        do {
            Map<String, String> query = new LinkedHashMap<>(Map.of("limit", Integer.toString(ROWS)));
            after.ifPresent(place -> query.put("after", place));
            ServiceReply reply = services.get(visitor.actor(), visitor.locale(), Addresses.with("/investors", query));
            Answered page = Answered.of(reply);
            page.objects("items").forEach(one -> choices.add(choice(one)));
            after = page.textIfAny("next");
            pages++;
        } while (after.isPresent() && pages < MOST_PAGES);
        choices.sort(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER));
        return choices;
    }

    private static Choice choice(Answered one) {
        return new Choice(one.id("id"), one.text("name"), InvestorKind.valueOf(one.text("kind")), one.text("country"));
    }
}
