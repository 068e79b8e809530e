package tranche.portal.preference.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.frame.page.Pages;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.preference.page.PreferencesModel.Quiet;
import tranche.portal.preference.page.PreferencesModel.Undo;
import tranche.portal.preference.page.Scopes.Group;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.domain.Visitor;
import tranche.world.ids.Ids;

/** The page as it is shown: as it stands, or with what was refused. */
@Singleton
final class PreferencesView {

    private final PreferenceDesk desk;
    private final Scopes scopes;
    private final Pages pages;
    private final Ids ids;

    PreferencesView(PreferenceDesk desk, Scopes scopes, Pages pages, Ids ids) {
        this.desk = desk;
        this.scopes = scopes;
        this.pages = pages;
        this.ids = ids;
    }

    /**
     * What was sent and not done.
     *
     * @param wishes as the form has them, in the place of those that hold
     * @param version with which they were sent
     * @param once the form's key, where it may have been done
     */
    private record Sent(
            Optional<Wishes> wishes,
            Optional<String> version,
            Optional<String> once,
            SubscriptionForm asked,
            Optional<RefusedForm> refused) {

        static final Sent NOTHING = new Sent(
                Optional.empty(), Optional.empty(), Optional.empty(), SubscriptionForm.blank(), Optional.empty());
    }

    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor) {
        return show(request, visitor, HttpStatus.OK, Sent.NOTHING);
    }

    /** With why something was not done of which nothing was typed. */
    HttpResponse<?> refused(HttpRequest<?> request, Visitor visitor, HttpStatus status, RefusedForm refused) {
        return show(
                request,
                visitor,
                status,
                new Sent(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        SubscriptionForm.blank(),
                        Optional.of(refused)));
    }

    /** With switches that were not saved; where somebody else has changed them meanwhile, as they are now. */
    HttpResponse<?> refused(
            HttpRequest<?> request,
            Visitor visitor,
            HttpStatus status,
            Wishes said,
            Map<String, String> form,
            RefusedForm refused) {
        Sent sent = refused.moved()
                ? new Sent(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        SubscriptionForm.blank(),
                        Optional.of(refused))
                : new Sent(
                        Optional.of(said),
                        Optional.ofNullable(form.get("version")),
                        Optional.of(form).filter(_ -> refused.unanswered()).flatMap(OnceKey::of),
                        SubscriptionForm.blank(),
                        Optional.of(refused));
        return show(request, visitor, status, sent);
    }

    /** With the form that asks for more, as it was sent. */
    HttpResponse<?> asked(HttpRequest<?> request, Visitor visitor, HttpStatus status, SubscriptionForm asked) {
        return show(
                request,
                visitor,
                status,
                new Sent(Optional.empty(), Optional.empty(), Optional.empty(), asked, asked.refused()));
    }

    private HttpResponse<?> show(HttpRequest<?> request, Visitor visitor, HttpStatus status, Sent sent) {
        Frame frame = pages.frame(request, visitor, MenuEntry.PREFERENCES);
        ServiceReply reply = desk.preferences(visitor);
        ServiceReply subscriptions = desk.subscriptions(visitor);
        List<Group> choices = scopes.choices(visitor.access());
        SubscriptionsSheet below = new SubscriptionsSheet(
                subscriptions,
                sent.asked(),
                choices,
                scopes.investors(visitor.access(), SubscriptionsSheet.scopes(subscriptions)),
                frame.words(),
                this::fresh);
        Optional<PreferencesSheet> sheet = sent.wishes()
                .or(() -> Optional.of(reply)
                        .filter(ServiceReply::succeeded)
                        .map(answer -> Wishes.of(Answered.of(answer))))
                .map(wishes -> new PreferencesSheet(wishes, frame.words(), visitor.locale(), sent.refused()));
        PreferencesModel model = new PreferencesModel(
                frame,
                visitor.csrf(),
                sent.once().orElseGet(this::fresh),
                sheet.isEmpty(),
                sent.version().or(reply::etag).orElse(""),
                sheet.map(PreferencesSheet::languages).orElse(List.of()),
                sheet.map(PreferencesSheet::zones).orElse(List.of()),
                sheet.map(PreferencesSheet::quiet).orElse(new Quiet("", "", Optional.empty(), Optional.empty())),
                sheet.map(PreferencesSheet::groups).orElse(List.of()),
                sheet.map(one -> one.wishes().named()).orElse(""),
                Afterwards.undo(request).map(line -> new Undo(line, fresh())),
                sent.refused(),
                Stream.concat(sheet.map(PreferencesSheet::wrong).orElse(List.of()).stream(), below.wrong().stream())
                        .toList(),
                new PreviewSheet(desk.preview(visitor), frame.words()).model(),
                below.model());
        return pages.page(request, status, "preference/preferences.jte", model);
    }

    private String fresh() {
        return ids.next().toString();
    }
}
