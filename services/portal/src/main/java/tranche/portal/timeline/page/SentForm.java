package tranche.portal.timeline.page;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.portal.frame.page.OnceKey;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.timeline.domain.Doing;
import tranche.portal.words.page.Words;

/**
 * A form that is shown again.
 *
 * @param refused what was said to it; empty where it was only kept through the sign-in page
 */
record SentForm(UUID milestone, Doing doing, Map<String, String> form, Optional<RefusedForm> refused) {

    SentForm refused(RefusedForm said) {
        return new SentForm(milestone, doing, form, Optional.of(said));
    }

    boolean is(UUID of, Doing what) {
        return milestone.equals(of) && doing == what;
    }

    String value(String field, String otherwise) {
        return form.getOrDefault(field, otherwise);
    }

    Optional<String> wrong(String field) {
        return refused.flatMap(said -> said.wrong(field));
    }

    /** The key that it was sent with, where it may have been done: pressed again, it does nothing twice. */
    Optional<String> once() {
        return refused.filter(RefusedForm::unanswered).flatMap(_ -> OnceKey.of(form));
    }

    /**
     * What is said above the page. What was typed is never lost, even where its form is not offered any more.
     *
     * @param shown whether the form is on the page
     */
    Optional<RefusedForm> said(boolean shown, Words words) {
        Optional<String> typed = Stream.of("reason", "statement")
                .map(name -> value(name, "").strip())
                .filter(text -> !shown && !text.isEmpty())
                .findFirst();
        return refused.map(said -> said.typed(typed)).or(() -> typed.map(text -> RefusedForm.gone(text, words)));
    }
}
