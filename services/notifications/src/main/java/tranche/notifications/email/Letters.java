package tranche.notifications.email;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.email.LetterModel.Block;
import tranche.notifications.email.LetterModel.Entry;
import tranche.notifications.email.LetterModel.Link;
import tranche.notifications.email.domain.Letter;
import tranche.notifications.email.domain.Sheet;
import tranche.world.mail.Mail;

/** Writes mails: what a letter says, in its reader's language, as text and as HTML. */
@Singleton
public final class Letters {

    private static final String TEMPLATES = "tranche.notifications.templates";
    private static final String TEMPLATE = "email/letter.jte";

    /** The page of all of them, where what one is about has none of its own. */
    static final String ALERTS = "/alerts";

    /** What a mail lists one by one (rule N-5). */
    private static final int MOST_ITEMS = 50;

    /** A subject is read in a list; what is longer is cut there anyway. */
    private static final int LONGEST_SUBJECT = 150;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Letters.class.getClassLoader(), TEMPLATES);
    private final URI origin;
    private final Mail.Party sender;
    private final String domain;

    /** @param from the sender's address; without one the deployment's own host writes */
    Letters(@Value("${tranche.origin}") URI origin, @Value("${tranche.mail.from:}") String from) {
        this.origin = origin;
        String address = from.isEmpty() ? "no-reply@" + origin.getHost() : from;
        this.sender = new Mail.Party("Tranche", address);
        this.domain = address.substring(address.indexOf('@') + 1);
    }

    /**
     * The mail of an alert.
     *
     * @param delivery makes its Message-ID
     * @param stop the token that turns mail of this kind off
     * @param traceparent of the command that began what it tells: who has the mail finds all that led to it
     */
    Mail alert(UUID delivery, Letter.OfAlert letter, Mail.Party to, String stop, Optional<String> traceparent) {
        LetterWords words = LetterWords.of(letter.language());
        String page = origin + letter.page();
        String unsubscribe = origin + "/unsubscribe/" + stop;
        List<Link> links = new ArrayList<>();
        if (!letter.isMandatory()) {
            links.add(new Link(words.say("letter.stop"), unsubscribe, null));
        }
        String other = words.other().getLanguage();
        links.add(new Link(words.say("letter.other"), page + "?language=" + other, other));
        return mail(
                delivery,
                letter,
                to,
                new LetterModel(
                        letter.language().getLanguage(),
                        letter.title(),
                        letter.body(),
                        List.of(letter.body()),
                        List.of(),
                        List.of(),
                        new Link(words.say("letter.open"), page, null),
                        words.say(letter.isMandatory() ? "letter.mandatory" : "letter.optional"),
                        links),
                headers(letter.isMandatory(), unsubscribe, traceparent));
    }

    /**
     * The mail of one alert, or of several that belong together, with all that is to be said.
     *
     * @param stop the token that turns mail of these kinds off
     * @param traceparent of the command that began what it tells
     */
    Mail sheet(UUID delivery, Letter.OfSheet letter, Mail.Party to, String stop, Optional<String> traceparent) {
        LetterWords words = LetterWords.of(letter.language());
        Sheet sheet = letter.sheet();
        String page = origin + sheet.button().page();
        String unsubscribe = origin + "/unsubscribe/" + stop;
        boolean isOfSeveral = letter.alerts().size() > 1;
        List<Link> links = new ArrayList<>();
        if (!letter.isMandatory()) {
            links.add(new Link(words.say(isOfSeveral ? "digest.stop" : "letter.stop"), unsubscribe, null));
        }
        String other = words.other().getLanguage();
        links.add(new Link(words.say("letter.other"), page + "?language=" + other, other));
        return mail(
                delivery,
                letter,
                to,
                new LetterModel(
                        letter.language().getLanguage(),
                        sheet.title(),
                        sheet.first(),
                        List.of(sheet.first()),
                        sheet.sections().stream().map(words::part).toList(),
                        List.of(),
                        new Link(sheet.button().name(), page, null),
                        words.say(
                                letter.isMandatory()
                                        ? "letter.mandatory"
                                        : isOfSeveral ? "sheet.reason" : "letter.optional"),
                        links),
                headers(letter.isMandatory(), unsubscribe, traceparent));
    }

    private static Map<String, String> headers(boolean isMandatory, String unsubscribe, Optional<String> traceparent) {
        Map<String, String> headers = new HashMap<>(isMandatory ? Map.of() : stopping(unsubscribe));
        traceparent.ifPresent(trace -> headers.put("Traceparent", trace));
        return headers;
    }

    private static Map<String, String> stopping(String address) {
        return Map.of("List-Unsubscribe", "<" + address + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /**
     * The mail of several alerts.
     *
     * @param stop the token that turns mail of these kinds off
     */
    Mail digest(UUID delivery, Letter.OfDigest letter, Mail.Party to, String stop) {
        LetterWords words = LetterWords.of(letter.language());
        String page = origin + ALERTS;
        String unsubscribe = origin + "/unsubscribe/" + stop;
        String other = words.other().getLanguage();
        long pressing = letter.items().stream().filter(Letter.Item::presses).count();
        String title = words.say("digest.title", Map.of("count", letter.items().size(), "pressing", pressing));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block("", letter.items().size() > MOST_ITEMS ? places(letter, words) : entries(letter.items())));
        if (!letter.again().isEmpty()) {
            blocks.add(new Block(words.say("digest.again"), links(letter.again())));
        }
        return mail(
                delivery,
                letter,
                to,
                new LetterModel(
                        letter.language().getLanguage(),
                        title,
                        letter.items().getFirst().title(),
                        List.of(),
                        List.of(),
                        blocks,
                        new Link(words.say("digest.open"), page, null),
                        words.say("digest.reason"),
                        List.of(
                                new Link(words.say("digest.stop"), unsubscribe, null),
                                new Link(words.say("letter.other"), page + "?language=" + other, other))),
                stopping(unsubscribe));
    }

    private List<Entry> entries(List<Letter.Item> items) {
        return items.stream()
                .map(item -> new Entry(item.title(), item.body(), origin + item.page()))
                .toList();
    }

    private List<Entry> links(List<Letter.Item> items) {
        return items.stream()
                .limit(MOST_ITEMS)
                .map(item -> new Entry(item.title(), "", origin + item.page()))
                .toList();
    }

    /** More than a reader takes in is said by where it belongs, with how many there are. */
    private List<Entry> places(Letter.OfDigest letter, LetterWords words) {
        List<Entry> entries = new ArrayList<>();
        Digests.places(letter.items())
                .forEach((place, count) -> entries.add(new Entry(
                        words.say(
                                "digest.place",
                                Map.of(
                                        "place",
                                        place.isEmpty() ? words.say("digest.elsewhere") : place,
                                        "count",
                                        count)),
                        "",
                        origin + ALERTS)));
        return entries.stream().limit(MOST_ITEMS).toList();
    }

    /**
     * The mail that asks whether an address is the recipient's.
     *
     * @param token of its link
     */
    Mail link(UUID delivery, Letter.OfLink letter, Mail.Party to, ZoneId zone, String token) {
        LetterWords words = LetterWords.of(letter.language());
        String page = origin + "/confirm/" + token;
        String other = words.other().getLanguage();
        return mail(
                delivery,
                letter,
                to,
                new LetterModel(
                        letter.language().getLanguage(),
                        words.say("confirm.title"),
                        words.say("confirm.body"),
                        List.of(
                                words.say("confirm.body"),
                                words.say("confirm.life").replace("{until}", words.time(letter.until(), zone))),
                        List.of(),
                        List.of(),
                        new Link(words.say("confirm.do"), page, null),
                        words.say("confirm.reason"),
                        List.of(new Link(words.say("letter.other"), page + "?language=" + other, other))),
                Map.of());
    }

    private Mail mail(UUID delivery, Letter letter, Mail.Party to, LetterModel model, Map<String, String> headers) {
        StringOutput html = new StringOutput();
        templates.render(TEMPLATE, model, html);
        return new Mail(
                delivery + "@" + domain,
                letter.writtenAt(),
                letter.language(),
                sender,
                to,
                subject(model.title()),
                model.text(),
                html.toString(),
                headers);
    }

    /** One line: what people have written into a title begins no header of its own. */
    private static String subject(String title) {
        String line = title.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9F}]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_SUBJECT) - 1)) + "…";
    }
}
