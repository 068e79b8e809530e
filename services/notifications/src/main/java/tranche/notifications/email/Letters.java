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
import tranche.notifications.email.LetterModel.Link;
import tranche.notifications.email.domain.Letter;
import tranche.world.mail.Mail;

/** Writes mails: what a letter says, in its reader's language, as text and as HTML. */
@Singleton
public final class Letters {

    private static final String TEMPLATES = "tranche.notifications.templates";
    private static final String TEMPLATE = "email/letter.jte";

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
                        new Link(words.say("letter.open"), page, null),
                        words.say(letter.isMandatory() ? "letter.mandatory" : "letter.optional"),
                        links),
                headers(letter, unsubscribe, traceparent));
    }

    private static Map<String, String> headers(
            Letter.OfAlert letter, String unsubscribe, Optional<String> traceparent) {
        Map<String, String> headers = new HashMap<>();
        traceparent.ifPresent(trace -> headers.put("Traceparent", trace));
        if (!letter.isMandatory()) {
            headers.put("List-Unsubscribe", "<" + unsubscribe + ">");
            headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers;
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
