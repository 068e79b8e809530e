package tranche.portal.preference.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.alerts.page.AlertKind;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.preference.page.PreferencesModel.Preview;
import tranche.portal.preference.page.PreferencesModel.PreviewLine;
import tranche.portal.words.page.Words;

/** How the page says what the wishes that hold would have sent. */
record PreviewSheet(ServiceReply reply, Words words) {

    /** Empty where it cannot be said now. */
    Optional<Preview> model() {
        return Optional.of(reply)
                .filter(ServiceReply::succeeded)
                .map(Answered::of)
                .map(this::preview);
    }

    private Preview preview(Answered answered) {
        List<Answered> items = answered.objects("items");
        return new Preview(
                words.texts()
                        .say(
                                "preferences.preview",
                                Map.of(
                                        "mails", answered.whole("mails"),
                                        "portal", sum(items, "portal"),
                                        "webhooks", sum(items, "webhook"),
                                        "days", answered.whole("days"))),
                items.stream()
                        .map(item -> new PreviewLine(
                                AlertKind.name(item.text("type"), words),
                                count(item, "alerts"),
                                count(item, "portal"),
                                count(item, "email"),
                                count(item, "webhook")))
                        .toList());
    }

    private static long sum(List<Answered> items, String member) {
        return items.stream().mapToLong(item -> item.whole(member)).sum();
    }

    private static String count(Answered item, String member) {
        return Long.toString(item.whole(member));
    }
}
