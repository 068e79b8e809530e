package tranche.portal.problem.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.words.page.Words;

/**
 * What is said on a page to a form that was refused ({@code problem/refused.jte}), in the reader's language: where the API
 * speaks to programs, the page speaks to people.
 *
 * @param findings what is wrong with single fields; empty where the refusal is about the whole
 * @param unanswered whether it may have been done all the same, so that it is shown again as the same form
 * @param moved whether somebody else changed the object meanwhile, which the page shows
 * @param typed what was typed into a form that is no longer there; empty where the form still has it
 */
public record RefusedForm(
        String title,
        Optional<String> detail,
        Optional<String> remedy,
        List<Finding> findings,
        boolean unanswered,
        boolean moved,
        Optional<String> typed) {

    /** The problem of whoever did not see the present version. */
    private static final String MOVED = "version-conflict";

    public RefusedForm {
        findings = List.copyOf(findings);
    }

    /** What is wrong with a field. */
    public record Finding(String field, String text) {}

    /** A finding with the address of its field on the page. */
    public record Wrong(String address, String text) {}

    /** What a service answered, in its words but for those that name its protocol. */
    public static RefusedForm of(ServiceReply reply, Words words) {
        if (reply.leavesOpen()) {
            return new RefusedForm(
                    words.say("words.form.unanswered"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    true,
                    false,
                    Optional.empty());
        }
        if (reply.text("code").filter(MOVED::equals).isPresent()) {
            return new RefusedForm(
                    words.say("words.form.moved"),
                    Optional.of(words.say("words.form.moved.unsent")),
                    Optional.empty(),
                    List.of(),
                    false,
                    true,
                    Optional.empty());
        }
        return new RefusedForm(
                reply.text("title").orElseGet(() -> words.say("words.form.unanswered")),
                reply.text("detail"),
                reply.text("remedy"),
                findings(reply),
                false,
                false,
                Optional.empty());
    }

    /** A field that has to be there was left empty. */
    public static RefusedForm missing(String field, String text, Words words) {
        return new RefusedForm(
                words.say("words.form.missing"),
                Optional.empty(),
                Optional.empty(),
                List.of(new Finding(field, text)),
                false,
                false,
                Optional.empty());
    }

    /** Fields cannot be taken as they were filled in. */
    public static RefusedForm wrong(List<Finding> findings, Words words) {
        return new RefusedForm(
                words.say("words.form.wrong"),
                Optional.empty(),
                Optional.empty(),
                findings,
                false,
                false,
                Optional.empty());
    }

    /** A form came back from the sign-in page and is not offered any more. */
    public static RefusedForm gone(String typed, Words words) {
        return new RefusedForm(
                words.say("words.form.gone"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                false,
                Optional.of(typed));
    }

    /** The same where its facts stand on the page already. */
    public RefusedForm shownBelow() {
        return new RefusedForm(title, Optional.empty(), Optional.empty(), findings, unanswered, moved, typed);
    }

    /** The same where it is about one field, at which stands what to do. */
    public RefusedForm at(String field) {
        return findings.isEmpty()
                ? new RefusedForm(
                        title,
                        detail,
                        Optional.empty(),
                        List.of(new Finding(field, remedy.orElse(title))),
                        unanswered,
                        moved,
                        typed)
                : this;
    }

    /** The same with what was typed into a form that is no longer there. */
    public RefusedForm typed(Optional<String> text) {
        return new RefusedForm(title, detail, remedy, findings, unanswered, moved, text);
    }

    /** What is wrong with one field. */
    public Optional<String> wrong(String field) {
        return findings.stream()
                .filter(finding -> finding.field().equals(field))
                .map(Finding::text)
                .findFirst();
    }

    /** What is wrong with one field or with a part of it: {@code amount/value} is a part of {@code amount}. */
    public Optional<String> wrongWithin(String field) {
        return findings.stream()
                .filter(finding ->
                        finding.field().equals(field) || finding.field().startsWith(field + "/"))
                .map(Finding::text)
                .findFirst();
    }

    /** The errors that point at a field of the form: {@code /reason} is its field {@code reason}. */
    private static List<Finding> findings(ServiceReply reply) {
        List<Finding> findings = new ArrayList<>();
        if (reply.body().get("errors") instanceof List<?> errors) {
            for (Object error : errors) {
                if (error instanceof Map<?, ?> said
                        && said.get("pointer") instanceof String pointer
                        && said.get("detail") instanceof String detail) {
                    findings.add(new Finding(pointer.substring(1), detail));
                }
            }
        }
        return findings;
    }
}
